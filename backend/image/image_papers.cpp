// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/image_papers.h"

#include "backend/image/durable_file.h"

#include <algorithm>

namespace snowmelt {

namespace {

Result<Done> putBlob(const QString& layoutFolder, const QByteArray& bytes)
{
    return writeDurably(oci::blobPath(layoutFolder, Digest::ofBytes(bytes)), bytes);
}

/// The index with another manifest of one image.
Result<Done> putManifest(const QString& layoutFolder, QList<StoredImage> index, const Digest& image,
                         const OciManifest& manifest)
{
    const QByteArray text = oci::render(manifest);
    if (auto put = putBlob(layoutFolder, text); !put)
        return put;
    const auto stored =
        std::ranges::find_if(index, [&image](const StoredImage& each) { return each.record.digest == image; });
    stored->manifest = {oci::manifestType, Digest::ofBytes(text), text.size(), {}};
    return writeDurably(layoutFolder + QStringLiteral("/index.json"), renderIndex(index));
}

} // namespace

Result<QMap<QString, QByteArray>> papersOf(const QString& layoutFolder, const Digest& image, const QString& beginning)
{
    const auto stored = storedImage(layoutFolder, image);
    if (!stored)
        return stored.as<QMap<QString, QByteArray>>();
    const auto manifest = readManifest(layoutFolder, *stored);
    if (!manifest)
        return manifest.as<QMap<QString, QByteArray>>();
    QMap<QString, QByteArray> papers;
    for (const auto& [annotation, digest] : manifest->papers.asKeyValueRange()) {
        if (!annotation.startsWith(beginning))
            continue;
        const auto bytes = readBlob(layoutFolder, digest, stored->record.ref.text());
        if (!bytes)
            return bytes.as<QMap<QString, QByteArray>>();
        papers.insert(annotation, *bytes);
    }
    return papers;
}

Result<Done> addPaper(const QString& layoutFolder, const Digest& image, const QString& annotation,
                      const QByteArray& text)
{
    const auto lock = FileLock::take(layoutFolder + QStringLiteral("/lock"));
    if (!lock)
        return lock.as<Done>();
    const auto index = readIntactIndex(layoutFolder);
    if (!index)
        return index.as<Done>();
    const auto stored = storedImage(*index, image);
    if (!stored)
        return stored.as<Done>();
    auto manifest = readManifest(layoutFolder, *stored);
    if (!manifest)
        return manifest.as<Done>();
    if (auto put = putBlob(layoutFolder, text); !put)
        return put;
    OciManifest changed = manifest.take();
    changed.papers.insert(annotation, Digest::ofBytes(text));
    return putManifest(layoutFolder, *index, image, changed);
}

QMap<QString, Digest> signaturesOf(const QString& layoutFolder, const QList<StoredImage>& index, const Digest& image)
{
    const auto stored = storedImage(index, image);
    const auto manifest = stored ? readManifest(layoutFolder, *stored) : stored.as<OciManifest>();
    if (!manifest)
        return {}; // not built before, or damaged: what a rebuild mends
    QMap<QString, Digest> signatures = manifest->papers;
    for (const QString& annotation : signatures.keys())
        if (!annotation.startsWith(oci::signaturePaper))
            signatures.remove(annotation);
    return signatures;
}

} // namespace snowmelt
