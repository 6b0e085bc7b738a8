// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/store_index.h"
#include "models/domain/inventory.h"

namespace snowmelt {

/// A tier that was built and is not in the store yet.
struct BuiltTier
{
    ImageRecord record;
    QString key;
    OciManifest manifest;
    QByteArray config;
    Inventory inventory;
    QString layerFile; ///< its own layer, on the store's file system
};

/// Fills in what follows from the layer: configuration, digest, manifest, inventory, sizes. `below` are the parent's
/// layers.
BuiltTier describeTier(ImageRecord record, const QList<OciDescriptor>& below, const OciDescriptor& own,
                       Inventory inventory);

/// Puts all tiers into the store, or none: blobs first, then one write of the index. Waits for other writers.
Result<Done> commitTiers(const QString& layoutFolder, const QList<BuiltTier>& tiers);

} // namespace snowmelt
