// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/podman/layout_archive.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace snowmelt {

namespace {

const QString manifestType = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
const QString layerType = QStringLiteral("application/vnd.oci.image.layer.v1.tar");

Error corrupt(const ImageRef& ref, const QString& detail)
{
    return Error{ErrorCode::ImageCorrupt, {ref.text()}, detail};
}

QString blobPath(const QString& folder, const Digest& digest)
{
    return folder + u"/blobs/sha256/" + digest.hex();
}

QByteArray blobName(const Digest& digest)
{
    return "blobs/sha256/" + digest.hex().toLatin1();
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Digest digestOf(const QJsonObject& descriptor)
{
    return Digest::parse(descriptor.value(u"digest").toString()).value_or(Digest());
}

LayoutBlob blobOf(const QJsonObject& descriptor)
{
    return {digestOf(descriptor), descriptor.value(u"size").toInteger()};
}

LayoutImage imageOf(const QString& folder, const ImageRef& ref, const QJsonObject& manifest)
{
    LayoutImage image{folder, ref, {}, blobOf(manifest.value(u"config").toObject()), {}};
    QJsonArray layers;
    for (const QJsonValue& layer : manifest.value(u"layers").toArray()) {
        // An inventory that travels as one more blob is nothing an engine could unpack.
        if (!layer[u"mediaType"].toString().startsWith(layerType))
            continue;
        layers.append(layer);
        image.layers.append(blobOf(layer.toObject()));
    }
    image.manifest = compact({{QStringLiteral("schemaVersion"), 2},
                              {QStringLiteral("mediaType"), manifestType},
                              {QStringLiteral("config"), manifest.value(u"config")},
                              {QStringLiteral("layers"), layers}});
    return image;
}

QByteArray indexOf(const LayoutImage& image)
{
    const QJsonObject names{{QStringLiteral("org.opencontainers.image.ref.name"), engineImageName(image.ref)}};
    const QJsonObject descriptor{{QStringLiteral("mediaType"), manifestType},
                                 {QStringLiteral("digest"), Digest::ofBytes(image.manifest).text()},
                                 {QStringLiteral("size"), image.manifest.size()},
                                 {QStringLiteral("annotations"), names}};
    return compact({{QStringLiteral("schemaVersion"), 2}, {QStringLiteral("manifests"), QJsonArray{descriptor}}});
}

/// The writer's answer cannot tell a closed sink from another failure, but this can say what is wrong with the blob.
Result<Done> addBlob(TarWriter& tar, const LayoutImage& image, const LayoutBlob& blob)
{
    QFile file(blobPath(image.folder, blob.digest));
    if (!file.open(QIODevice::ReadOnly))
        return corrupt(image.ref, blob.digest.text() + u": " + file.errorString());
    if (file.size() != blob.size)
        return corrupt(image.ref, blob.digest.text());
    if (!tar.add({blobName(blob.digest)}, file, blob.size))
        return Error{ErrorCode::ProcessFailed, {QStringLiteral("podman"), QStringLiteral("EPIPE")}, {}};
    return Done{};
}

} // namespace

Result<LayoutImage> readLayoutImage(const QString& folder, const ImageRef& ref, const Digest& digest)
{
    const QByteArray index = readFile(folder + u"/index.json");
    for (const QJsonValue& entry : QJsonDocument::fromJson(index).object().value(u"manifests").toArray()) {
        const QByteArray text = readFile(blobPath(folder, digestOf(entry.toObject())));
        const QJsonObject manifest = QJsonDocument::fromJson(text).object();
        if (digestOf(manifest.value(u"config").toObject()) != digest)
            continue;
        if (Digest::ofBytes(text) != digestOf(entry.toObject()))
            return corrupt(ref, digestOf(entry.toObject()).text());
        return imageOf(folder, ref, manifest);
    }
    return Error{ErrorCode::ImageNotBuilt, {ref.text()}, {}};
}

Result<Done> writeLayoutArchive(const LayoutImage& image, int parents, TarWriter::Sink sink)
{
    TarWriter tar(std::move(sink));
    tar.add({"oci-layout"}, R"({"imageLayoutVersion":"1.0.0"})");
    tar.add({"index.json"}, indexOf(image));
    tar.add({blobName(Digest::ofBytes(image.manifest))}, image.manifest);
    for (const LayoutBlob& blob : QList<LayoutBlob>{image.config} + image.layers.mid(parents)) {
        const Result<Done> added = addBlob(tar, image, blob);
        if (!added)
            return added;
    }
    if (!tar.finish())
        return Error{ErrorCode::ProcessFailed, {QStringLiteral("podman"), QStringLiteral("EPIPE")}, {}};
    return Done{};
}

QString engineImageName(const ImageRef& ref)
{
    return u"localhost/" + ref.name + u':' + ref.version;
}

} // namespace snowmelt
