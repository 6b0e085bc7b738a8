// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/store_writer.h"

#include "backend/image/durable_file.h"
#include "backend/image/image_papers.h"
#include "backend/image/inventory_json.h"

#include <QDir>
#include <QFile>

#include <numeric>

namespace snowmelt {

namespace {

Result<Done> prepareFolder(const QString& layoutFolder)
{
    const QString blobs = layoutFolder + QStringLiteral("/blobs/sha256");
    if (!QDir().mkpath(blobs))
        return writeError(blobs, errno);
    const QString layout = layoutFolder + QStringLiteral("/oci-layout");
    if (QFile::exists(layout))
        return Done{};
    return writeDurably(layout, oci::layoutFile());
}

/// Before the first blob of a store: blobs without an index would look like a store that lost it. Under the lock.
Result<Done> beginIndex(const QString& layoutFolder)
{
    const QString index = layoutFolder + QStringLiteral("/index.json");
    if (QFile::exists(index) || !QDir(layoutFolder + QStringLiteral("/blobs/sha256")).isEmpty())
        return Done{};
    return writeDurably(index, renderIndex({}));
}

struct OpenStore
{
    FileLock lock; ///< nobody else writes while it is held
    QList<StoredImage> index;
};

Result<OpenStore> openStore(const QString& layoutFolder)
{
    if (auto prepared = prepareFolder(layoutFolder); !prepared)
        return prepared.as<OpenStore>();
    auto lock = FileLock::take(layoutFolder + QStringLiteral("/lock"));
    if (!lock)
        return lock.as<OpenStore>();
    if (auto begun = beginIndex(layoutFolder); !begun)
        return begun.as<OpenStore>();
    auto index = readIntactIndex(layoutFolder);
    if (!index)
        return index.as<OpenStore>();
    return OpenStore{lock.take(), index.take()};
}

// A blob that is there already is written again all the same: it may be the damaged one the rebuild is meant to mend.
Result<Done> commitBlobs(const QString& layoutFolder, const BuiltTier& tier, const QByteArray& manifest)
{
    const QByteArray inventory = renderInventory(tier.inventory);
    for (const QByteArray& bytes : QList{tier.config, inventory} + tier.papers.values() + QList{manifest})
        if (auto put = writeDurably(oci::blobPath(layoutFolder, Digest::ofBytes(bytes)), bytes); !put)
            return put;
    return moveDurably(tier.layerFile, oci::blobPath(layoutFolder, tier.manifest.layers.last().digest));
}

OciManifest withPapers(const BuiltTier& tier, const QMap<QString, Digest>& signatures)
{
    OciManifest manifest = tier.manifest;
    manifest.papers.insert(signatures);
    for (const auto& [annotation, text] : tier.papers.asKeyValueRange())
        manifest.papers.insert(annotation, Digest::ofBytes(text));
    return manifest;
}

} // namespace

BuiltTier describeTier(ImageRecord record, const QList<OciDescriptor>& below, const OciDescriptor& own,
                       Inventory inventory, const QMap<QString, QString>& labels)
{
    BuiltTier tier;
    tier.manifest.layers = below + QList{own};
    tier.config = oci::renderConfig(record.ref, record.tier, tier.manifest.layers, labels);
    tier.manifest.config = {oci::configType, Digest::ofBytes(tier.config), tier.config.size(), {}};
    inventory.image = record.ref;
    inventory.digest = tier.manifest.config.digest;
    tier.manifest.inventory = Digest::ofBytes(renderInventory(inventory));
    record.digest = tier.manifest.config.digest;
    record.ownSize = own.size;
    record.size = std::accumulate(tier.manifest.layers.begin(), tier.manifest.layers.end(), qint64(0),
                                  [](qint64 sum, const OciDescriptor& layer) { return sum + layer.size; });
    record.packages = static_cast<int>(inventory.packages.size());
    tier.record = record;
    tier.inventory = inventory;
    return tier;
}

Result<Done> commitTiers(const QString& layoutFolder, const QList<BuiltTier>& tiers)
{
    const auto store = openStore(layoutFolder);
    if (!store)
        return store.as<Done>();
    QList<StoredImage> index = store->index;
    for (const BuiltTier& tier : tiers) {
        const QByteArray manifest =
            oci::render(withPapers(tier, signaturesOf(layoutFolder, index, tier.record.digest)));
        if (auto put = commitBlobs(layoutFolder, tier, manifest); !put)
            return put;
        index = withBuilt(index, {tier.record,
                                  {oci::manifestType, Digest::ofBytes(manifest), manifest.size(), {}},
                                  tier.key,
                                  true,
                                  tier.inputs});
    }
    return writeDurably(layoutFolder + QStringLiteral("/index.json"), renderIndex(index));
}

Result<Done> commitImported(const QString& layoutFolder, StoredImage image, OciManifest manifest, const QString& folder)
{
    const auto store = openStore(layoutFolder);
    if (!store)
        return store.as<Done>();
    QMap<QString, Digest> papers = signaturesOf(layoutFolder, store->index, image.record.digest);
    papers.insert(manifest.papers);
    for (const Digest& blob : oci::blobsOf(manifest))
        if (auto moved = moveDurably(folder + u'/' + blob.hex(), oci::blobPath(layoutFolder, blob)); !moved)
            return moved;
    manifest.papers = papers;
    const QByteArray text = oci::render(manifest);
    image.manifest = {oci::manifestType, Digest::ofBytes(text), text.size(), {}};
    if (auto put = writeDurably(oci::blobPath(layoutFolder, image.manifest.digest), text); !put)
        return put;
    return writeDurably(layoutFolder + QStringLiteral("/index.json"), renderIndex(withImported(store->index, image)));
}

} // namespace snowmelt
