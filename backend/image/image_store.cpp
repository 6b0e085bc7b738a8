// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_store.h"

#include "backend/image/inventory_json.h"
#include "backend/image/layer_files.h"
#include "backend/image/layer_reader.h"
#include "backend/image/sha256.h"
#include "backend/image/store_index.h"

#include <QJsonDocument>

#include <algorithm>

namespace snowmelt {

namespace {

/// The inventory knows the hash of every file: cheaper than hashing the layer, and it guards this very file.
bool isAsRecorded(const Inventory& inventory, const QByteArray& path, const QByteArray& bytes)
{
    const FileFact fact = inventory.files.value(path);
    if (fact.size != bytes.size())
        return fact.size > bytes.size(); // cut at the limit: cannot be checked
    Sha256 sum;
    sum.add(bytes.constData(), static_cast<size_t>(bytes.size()));
    return sum.hex() == fact.sha256;
}

Error noSuchFile(const QByteArray& path)
{
    return {ErrorCode::FileUnreadable, {QString::fromUtf8(path)}, {}};
}

} // namespace

ImageStore::ImageStore(QString folder) : m_folder(std::move(folder)) {}

QString ImageStore::layoutFolder() const
{
    return m_folder;
}

Result<QList<ImageRecord>> ImageStore::list() const
{
    const auto images = readIndex(m_folder);
    if (!images)
        return images.as<QList<ImageRecord>>();
    QList<ImageRecord> records;
    for (const StoredImage& image : *images)
        if (image.newest)
            records.append(image.record);
    return records;
}

Result<QList<ImageRecord>> ImageStore::builds() const
{
    const auto images = readIndex(m_folder);
    if (!images)
        return images.as<QList<ImageRecord>>();
    QList<ImageRecord> records;
    for (const bool newest : {false, true})
        for (const StoredImage& image : *images)
            if (image.newest == newest)
                records.append(image.record);
    return records;
}

Result<ImageRecord> ImageStore::find(const ImageRef& ref) const
{
    const auto images = readIndex(m_folder);
    if (!images)
        return images.as<ImageRecord>();
    const auto found =
        std::ranges::find_if(*images, [&ref](const StoredImage& i) { return i.newest && i.record.ref == ref; });
    return found == images->cend() ? Result<ImageRecord>(Error{ErrorCode::ImageNotBuilt, {ref.text()}, {}})
                                   : found->record;
}

Result<ImageRecord> ImageStore::find(const Digest& digest) const
{
    const auto image = storedImage(m_folder, digest);
    return image ? image->record : image.as<ImageRecord>();
}

Result<Inventory> ImageStore::inventory(const Digest& digest) const
{
    const auto image = storedImage(m_folder, digest);
    if (!image)
        return image.as<Inventory>();
    const auto manifest = readManifest(m_folder, *image);
    if (!manifest)
        return manifest.as<Inventory>();
    const QString whose = image->record.ref.text();
    const auto bytes = readBlob(m_folder, manifest->inventory, whose);
    if (!bytes)
        return bytes.as<Inventory>();
    auto inventory = parseInventory(*bytes);
    if (!inventory || inventory->digest != digest)
        return Error{ErrorCode::ImageCorrupt, {whose}, manifest->inventory.text()};
    return std::move(*inventory);
}

Result<SchemaWindow> ImageStore::schemaWindow(const Digest& digest) const
{
    const auto image = storedImage(m_folder, digest);
    if (!image)
        return image.as<SchemaWindow>();
    // An image is called by the digest of its configuration.
    const auto config = readBlob(m_folder, digest, image->record.ref.text());
    if (!config)
        return config.as<SchemaWindow>();
    const QJsonObject run = QJsonDocument::fromJson(*config)[QStringLiteral("config")].toObject();
    return parseSchemaWindow(run[QStringLiteral("Labels")][oci::schemaLabel].toString());
}

Result<QByteArray> ImageStore::readFile(const Digest& digest, const QByteArray& path, qint64 limit) const
{
    const auto image = storedImage(m_folder, digest);
    if (!image)
        return image.as<QByteArray>();
    const auto manifest = readManifest(m_folder, *image);
    if (!manifest)
        return manifest.as<QByteArray>();
    const auto facts = inventory(digest);
    if (!facts)
        return facts.as<QByteArray>();
    for (auto layer = manifest->layers.crbegin(); layer != manifest->layers.crend(); ++layer) {
        const auto answer = askLayer(oci::blobPath(m_folder, layer->digest), path, limit);
        if (!answer)
            return Error{ErrorCode::ImageCorrupt, {image->record.ref.text()}, answer.error().detail};
        if (answer->kind == LayerAnswer::Kind::Silent)
            continue;
        if (answer->kind != LayerAnswer::Kind::File)
            return noSuchFile(path);
        if (!isAsRecorded(*facts, path, answer->bytes))
            return Error{ErrorCode::ImageCorrupt, {image->record.ref.text()}, layer->digest.text()};
        return answer->bytes;
    }
    if (facts->files.value(path).type == FileType::File)
        return Error{ErrorCode::ImageCorrupt, {image->record.ref.text()}, QString::fromUtf8(path)};
    return noSuchFile(path);
}

Result<QMap<QByteArray, QByteArray>> ImageStore::readFiles(const Digest& digest, const QList<QByteArray>& paths,
                                                           qint64 limit) const
{
    using Texts = QMap<QByteArray, QByteArray>;
    const auto image = storedImage(m_folder, digest);
    if (!image)
        return image.as<Texts>();
    const auto manifest = readManifest(m_folder, *image);
    if (!manifest)
        return manifest.as<Texts>();
    const auto facts = inventory(digest);
    if (!facts)
        return facts.as<Texts>();
    Texts texts;
    QSet<QByteArray> wanted(paths.begin(), paths.end());
    for (auto layer = manifest->layers.crbegin(); layer != manifest->layers.crend() && !wanted.isEmpty(); ++layer) {
        const auto answer = askLayerForAll(oci::blobPath(m_folder, layer->digest), wanted, limit);
        if (!answer)
            return Error{ErrorCode::ImageCorrupt, {image->record.ref.text()}, answer.error().detail};
        for (const auto& [path, bytes] : answer->texts.asKeyValueRange())
            if (!isAsRecorded(*facts, path, bytes))
                return Error{ErrorCode::ImageCorrupt, {image->record.ref.text()}, layer->digest.text()};
        texts.insert(answer->texts);
        wanted -= answer->settled;
    }
    for (const QByteArray& path : std::as_const(wanted))
        if (facts->files.value(path).type == FileType::File)
            return Error{ErrorCode::ImageCorrupt, {image->record.ref.text()}, QString::fromUtf8(path)};
    return texts;
}

} // namespace snowmelt
