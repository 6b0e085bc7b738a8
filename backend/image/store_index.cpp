// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/store_index.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace snowmelt {

namespace {

const QString imageKey = QStringLiteral("snowmelt.image");
const QString versionKey = QStringLiteral("snowmelt.version");
const QString tierKey = QStringLiteral("snowmelt.tier");
const QString configKey = QStringLiteral("snowmelt.config");
const QString parentKey = QStringLiteral("snowmelt.parent");
const QString buildKeyKey = QStringLiteral("snowmelt.key");
const QString inputsKey = QStringLiteral("snowmelt.inputs");
const QString sizeKey = QStringLiteral("snowmelt.size");
const QString ownSizeKey = QStringLiteral("snowmelt.own-size");
const QString packagesKey = QStringLiteral("snowmelt.packages");
const QString buildMsKey = QStringLiteral("snowmelt.build-ms");
const QString serveMsKey = QStringLiteral("snowmelt.serve-ms");
const QString createdKey = QStringLiteral("org.opencontainers.image.created");
const QString sumKey = QStringLiteral("snowmelt.sum");
const QString manifestsKey = QStringLiteral("manifests");
const QString annotationsKey = QStringLiteral("annotations");

// Annotations are text, says the specification, also where they are numbers.
QJsonObject annotationsOf(const StoredImage& image)
{
    const ImageRecord& record = image.record;
    QJsonObject all{{imageKey, record.ref.name},
                    {versionKey, record.ref.version},
                    {tierKey, tierName(record.tier)},
                    {configKey, record.digest.text()},
                    {buildKeyKey, image.key},
                    {sizeKey, QString::number(record.size)},
                    {ownSizeKey, QString::number(record.ownSize)},
                    {packagesKey, QString::number(record.packages)},
                    {buildMsKey, QString::number(record.buildMs)},
                    {createdKey, record.builtAt.toUTC().toString(Qt::ISODateWithMs)}};
    if (record.serveMs > 0)
        all[serveMsKey] = QString::number(record.serveMs);
    if (!record.parent.isNull())
        all[parentKey] = record.parent.text();
    if (!image.inputs.isEmpty())
        all[inputsKey] = image.inputs;
    if (image.newest)
        all[oci::refName] = record.ref.text();
    return all;
}

QByteArray renderEntries(const QJsonArray& manifests, bool withSum)
{
    QJsonObject index{
        {QStringLiteral("schemaVersion"), 2}, {QStringLiteral("mediaType"), oci::indexType}, {manifestsKey, manifests}};
    const Digest sum = Digest::ofBytes(QJsonDocument(manifests).toJson(QJsonDocument::Compact));
    if (withSum)
        index[annotationsKey] = QJsonObject{{sumKey, sum.text()}};
    return QJsonDocument(index).toJson();
}

Result<QList<StoredImage>> readIndex(const QString& layoutFolder, bool mustBeIntact)
{
    QFile file(layoutFolder + QStringLiteral("/index.json"));
    if (!file.exists())
        return QList<StoredImage>{};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StoreUnusable, {layoutFolder}, file.errorString()};
    const QByteArray text = file.readAll();
    auto images = parseIndex(text);
    if (!images || (mustBeIntact && !isIntactIndex(text)))
        return Error{ErrorCode::StoreUnusable, {layoutFolder}, QStringLiteral("index.json")};
    return *images;
}

} // namespace

OciDescriptor entryOf(const StoredImage& image)
{
    OciDescriptor entry = image.manifest;
    entry.annotations = annotationsOf(image);
    return entry;
}

std::optional<StoredImage> storedFrom(const OciDescriptor& entry)
{
    const QJsonObject& all = entry.annotations;
    const auto ref = ImageRef::parse(all[imageKey].toString() + u'@' + all[versionKey].toString());
    const auto digest = Digest::parse(all[configKey].toString());
    const auto tier = tierFrom(all[tierKey].toString());
    if (!ref || !digest || !tier)
        return std::nullopt;
    StoredImage image;
    image.record.ref = *ref;
    image.record.digest = *digest;
    image.record.tier = *tier;
    image.record.parent = ImageRef::parse(all[parentKey].toString()).value_or(ImageRef{});
    image.record.builtAt = QDateTime::fromString(all[createdKey].toString(), Qt::ISODateWithMs);
    image.record.size = all[sizeKey].toString().toLongLong();
    image.record.ownSize = all[ownSizeKey].toString().toLongLong();
    image.record.packages = all[packagesKey].toString().toInt();
    image.record.buildMs = all[buildMsKey].toString().toLongLong();
    image.record.serveMs = all[serveMsKey].toString().toLongLong();
    image.key = all[buildKeyKey].toString();
    image.inputs = all[inputsKey].toString();
    image.newest = all.contains(oci::refName);
    image.manifest = entry;
    return image;
}

QByteArray renderIndex(const QList<StoredImage>& images)
{
    QJsonArray manifests;
    for (const StoredImage& image : images)
        manifests.append(oci::toJson(entryOf(image)));
    return renderEntries(manifests, true);
}

bool isIntactIndex(const QByteArray& text)
{
    const QJsonObject index = QJsonDocument::fromJson(text).object();
    return text == renderEntries(index[manifestsKey].toArray(), index.contains(annotationsKey));
}

std::optional<QList<StoredImage>> parseIndex(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const QJsonValue manifests = document.object()[manifestsKey];
    if (!manifests.isArray())
        return std::nullopt;
    QList<StoredImage> images;
    const QJsonArray items = manifests.toArray();
    for (const auto& item : items) {
        const auto descriptor = oci::descriptorFrom(item.toObject());
        const auto image = descriptor ? storedFrom(*descriptor) : std::nullopt;
        if (image)
            images.append(*image);
    }
    return images;
}

Result<QList<StoredImage>> readIndex(const QString& layoutFolder)
{
    return readIndex(layoutFolder, false);
}

Result<QList<StoredImage>> readIntactIndex(const QString& layoutFolder)
{
    return readIndex(layoutFolder, true);
}

Result<StoredImage> storedImage(const QList<StoredImage>& index, const Digest& digest)
{
    const auto found =
        std::ranges::find_if(index, [&digest](const StoredImage& image) { return image.record.digest == digest; });
    if (found == index.cend())
        return Error{ErrorCode::ImageNotBuilt, {digest.text()}, {}};
    return *found;
}

Result<StoredImage> storedImage(const QString& layoutFolder, const Digest& digest)
{
    const auto index = readIndex(layoutFolder);
    return index ? storedImage(*index, digest) : index.as<StoredImage>();
}

QList<StoredImage> withBuilt(QList<StoredImage> images, const StoredImage& image)
{
    images.removeIf([&](const StoredImage& other) { return other.record.digest == image.record.digest; });
    for (StoredImage& other : images)
        if (other.record.ref == image.record.ref)
            other.newest = false;
    images.append(image);
    images.last().newest = true;
    return images;
}

QList<StoredImage> withImported(QList<StoredImage> images, const StoredImage& image)
{
    const auto isLater = [&image](const StoredImage& other) {
        return other.newest && other.record.ref == image.record.ref && other.record.digest != image.record.digest &&
               other.record.builtAt > image.record.builtAt;
    };
    if (std::ranges::none_of(images, isLater))
        return withBuilt(images, image);
    images.removeIf([&](const StoredImage& other) { return other.record.digest == image.record.digest; });
    images.append(image);
    images.last().newest = false;
    return images;
}

Result<QByteArray> readBlob(const QString& layoutFolder, const Digest& digest, const QString& whose)
{
    QFile file(oci::blobPath(layoutFolder, digest));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::ImageCorrupt, {whose}, file.errorString()};
    QByteArray bytes = file.readAll();
    if (Digest::ofBytes(bytes) != digest)
        return Error{ErrorCode::ImageCorrupt, {whose}, digest.text()};
    return bytes;
}

Result<OciManifest> readManifest(const QString& layoutFolder, const StoredImage& image)
{
    const auto bytes = readBlob(layoutFolder, image.manifest.digest, image.record.ref.text());
    if (!bytes)
        return bytes.as<OciManifest>();
    const auto manifest = oci::parseManifest(*bytes);
    if (!manifest)
        return Error{ErrorCode::ImageCorrupt, {image.record.ref.text()}, image.manifest.digest.text()};
    return *manifest;
}

} // namespace snowmelt
