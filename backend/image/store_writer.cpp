// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/store_writer.h"

#include "backend/image/durable_file.h"
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

// A blob that is there already is written again all the same: it may be the damaged one the rebuild is meant to mend.
Result<Done> commitBlobs(const QString& layoutFolder, const BuiltTier& tier)
{
    const QByteArray manifest = oci::render(tier.manifest);
    const QByteArray inventory = renderInventory(tier.inventory);
    for (const QByteArray& bytes : {tier.config, inventory, manifest})
        if (auto put = writeDurably(oci::blobPath(layoutFolder, Digest::ofBytes(bytes)), bytes); !put)
            return put;
    return moveDurably(tier.layerFile, oci::blobPath(layoutFolder, tier.manifest.layers.last().digest));
}

} // namespace

BuiltTier describeTier(ImageRecord record, const QList<OciDescriptor>& below, const OciDescriptor& own,
                       Inventory inventory)
{
    BuiltTier tier;
    tier.manifest.layers = below + QList{own};
    tier.config = oci::renderConfig(record.ref, record.tier, tier.manifest.layers);
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
    if (auto prepared = prepareFolder(layoutFolder); !prepared)
        return prepared;
    const auto lock = FileLock::take(layoutFolder + QStringLiteral("/lock"));
    if (!lock)
        return lock.as<Done>();
    auto images = readIndex(layoutFolder);
    if (!images)
        return images.as<Done>();
    QList<StoredImage> index = images.take();
    for (const BuiltTier& tier : tiers) {
        if (auto put = commitBlobs(layoutFolder, tier); !put)
            return put;
        const QByteArray manifest = oci::render(tier.manifest);
        index = withBuilt(
            index, {tier.record, {oci::manifestType, Digest::ofBytes(manifest), manifest.size(), {}}, tier.key, true});
    }
    return writeDurably(layoutFolder + QStringLiteral("/index.json"), renderIndex(index));
}

} // namespace snowmelt
