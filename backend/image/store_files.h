// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"
#include "models/domain/image/store_care.h"

namespace snowmelt {

/// What lies in a store's folder, by name alone. Blocking.
struct StoreFiles
{
    QStringList blobs;     ///< hex, of blobs/sha256
    QStringList strangers; ///< relative paths of what belongs to no store: ".new-…" of a crash, others' files
    bool operator==(const StoreFiles&) const = default;
};

/// A folder that is not there has nothing. StoreUnusable {path}: it cannot be listed.
Result<StoreFiles> filesOfStore(const QString& layoutFolder);

/// A blob as reading all of it found it.
struct BlobLook
{
    QString hex;
    qint64 bytes = 0;                ///< that were read
    std::optional<StoreFault> fault; ///< Missing, Damaged or Unreadable
    bool operator==(const BlobLook&) const = default;
};

/// Fails only by being stopped. A link, a folder or a device is Unreadable.
Result<BlobLook> lookAtBlob(const QString& layoutFolder, const QString& hex, const StopFlag& stop);

/// Whether it is what a write that broke off leaves.
bool isUnfinishedWrite(const QString& relativePath);

} // namespace snowmelt
