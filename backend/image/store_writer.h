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
    QString inputs; ///< renderInputs()
    OciManifest manifest;
    QByteArray config;
    Inventory inventory;
    QString layerFile;                  ///< its own layer, on the store's file system
    QMap<QString, QByteArray> papers{}; ///< by annotation of the manifest: oci::recipePaper, …
    QString packer{};                   ///< version of the Packer that made it
    QStringList artifacts{};            ///< all that Packer told of: "file: Stored file: root.tar"
};

/// Fills in what follows from the layer: configuration, digest, manifest, inventory, sizes. `below` are the parent's
/// layers, `labels` the recipe's.
BuiltTier describeTier(ImageRecord record, const QList<OciDescriptor>& below, const OciDescriptor& own,
                       Inventory inventory, const QMap<QString, QString>& labels = {});

/// Puts all tiers into the store, or none: blobs first, then one write of the index. Waits for other writers.
Result<Done> commitTiers(const QString& layoutFolder, const QList<BuiltTier>& tiers);

/// Puts an image of which every blob lies in `folder`, by hex, into the store, or nothing. Signatures that a build of
/// the same digest has there are kept. Waits for other writers.
Result<Done> commitImported(const QString& layoutFolder, StoredImage image, OciManifest manifest,
                            const QString& folder);

} // namespace snowmelt
