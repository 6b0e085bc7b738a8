// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/store_pruning.h"

#include "backend/image/durable_file.h"
#include "backend/image/store_files.h"
#include "backend/image/store_index.h"
#include "backend/image/work_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

const QString indexFile = QStringLiteral("/index.json");

/// Relative paths of the store: every blob that none of these builds needs, and what broken-off writes left.
Result<QStringList> unneeded(const QString& folder, const QList<StoredImage>& kept)
{
    QSet<QString> needed;
    for (const StoredImage& image : kept) {
        const auto manifest = readManifest(folder, image);
        if (!manifest)
            return manifest.as<QStringList>();
        needed.insert(image.manifest.digest.hex());
        for (const Digest& blob : oci::blobsOf(*manifest))
            needed.insert(blob.hex());
    }
    const auto files = filesOfStore(folder);
    if (!files)
        return files.as<QStringList>();
    QStringList paths;
    for (const QString& hex : files->blobs)
        if (!needed.contains(hex))
            paths.append(QStringLiteral("blobs/sha256/") + hex);
    for (const QString& stranger : files->strangers)
        if (isUnfinishedWrite(stranger))
            paths.append(stranger);
    return paths;
}

QList<StoredImage> without(QList<StoredImage> index, const QList<ImageRecord>& gone)
{
    QSet<Digest> digests;
    for (const ImageRecord& image : gone)
        digests.insert(image.digest);
    index.removeIf([&digests](const StoredImage& image) { return digests.contains(image.record.digest); });
    return index;
}

/// What cannot be removed stays for the next time; the others go all the same.
void removeFiles(const QString& folder, const QStringList& paths, PrunedStore& pruned)
{
    for (const QString& path : paths) {
        QFile file(folder + u'/' + path);
        const qint64 size = file.size();
        if (!file.remove() && file.exists()) {
            pruned.left = Error{ErrorCode::FileUnwritable, {file.fileName()}, file.errorString()};
            continue;
        }
        ++pruned.pruning.blobs;
        pruned.pruning.bytes += size;
    }
}

void countFiles(const QString& folder, const QStringList& paths, Pruning& pruning)
{
    pruning.blobs = static_cast<int>(paths.size());
    for (const QString& path : paths)
        pruning.bytes += QFileInfo(folder + u'/' + path).size();
}

Result<PrunedStore> pruneLocked(const QString& folder, const ImageNeeds& needs, bool remove, const StopFlag& stop)
{
    const auto builds = buildsOfStore(folder);
    if (!builds)
        return builds.as<PrunedStore>();
    const auto index = readIntactIndex(folder);
    if (!index)
        return index.as<PrunedStore>();
    PrunedStore pruned{decidePruning(*builds, needs), std::nullopt};
    const QList<StoredImage> kept = without(*index, pruned.pruning.gone);
    const auto paths = unneeded(folder, kept);
    if (!paths)
        return paths.as<PrunedStore>();
    if (*stop)
        return Cancelled{};
    if (!remove) {
        countFiles(folder, *paths, pruned.pruning);
        return pruned;
    }
    if (!pruned.pruning.gone.isEmpty())
        if (const auto written = writeDurably(folder + indexFile, renderIndex(kept)); !written)
            return written.as<PrunedStore>();
    pruned.pruning.removed = true;
    removeFiles(folder, *paths, pruned);
    return pruned;
}

} // namespace

Result<QList<StoredBuild>> buildsOfStore(const QString& layoutFolder)
{
    const auto files = filesOfStore(layoutFolder);
    if (!files)
        return files.as<QList<StoredBuild>>();
    if (!files->blobs.isEmpty() && !QFile::exists(layoutFolder + indexFile))
        return Error{ErrorCode::StoreUnusable, {layoutFolder}, QStringLiteral("index.json")};
    const auto index = readIntactIndex(layoutFolder);
    if (!index)
        return index.as<QList<StoredBuild>>();
    QList<StoredBuild> builds;
    for (const StoredImage& image : *index) {
        const auto manifest = readManifest(layoutFolder, image);
        if (!manifest)
            return manifest.as<QList<StoredBuild>>();
        QList<Digest> layers;
        for (const OciDescriptor& layer : manifest->layers)
            layers.append(layer.digest);
        builds.append({image.record, image.newest, layers});
    }
    return builds;
}

Result<PrunedStore> pruneStore(const QString& home, ImageNeeds needs, bool remove, const StopFlag& stop)
{
    const QString folder = home + QStringLiteral("/images");
    // A store that was never written to has no writer to wait for.
    const QString lockFile = folder + QStringLiteral("/lock");
    const auto lock = QFileInfo::exists(lockFile) ? FileLock::take(lockFile) : Result<FileLock>(Cancelled{});
    if (lock.failed())
        return lock.as<PrunedStore>();
    // Looked at under the lock: who begins to build from now on rests on what is newest now, and that stays.
    needs.buildRuns = WorkFolder::anyInUse(home);
    return pruneLocked(folder, needs, remove, stop);
}

} // namespace snowmelt
