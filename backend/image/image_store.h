// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/birth_template.h"
#include "models/domain/image_record.h"
#include "models/domain/inventory.h"
#include "models/domain/result.h"

#include <QString>

namespace snowmelt {

/// Images as an OCI layout folder: blobs by sha256, one layer per tier, index.json naming versions; the inventory of
/// each image is a blob its manifest refers to. Writes are: blob to a temporary name, fsync, rename; index last.
/// Blocking; called from the pool.
class ImageStore
{
public:
    explicit ImageStore(QString folder);

    QString layoutFolder() const;
    Result<QList<ImageRecord>> list() const;
    Result<QList<ImageRecord>> builds() const;               ///< also earlier ones of a version, these first
    Result<ImageRecord> find(const ImageRef& ref) const;     ///< ImageNotBuilt
    Result<ImageRecord> find(const Digest& digest) const;    ///< ImageNotBuilt
    Result<Inventory> inventory(const Digest& digest) const; ///< ImageCorrupt when it does not match its hash
    /// The bytes of one regular file as the image has it, at most `limit`. For showing both texts of a small file.
    Result<QByteArray> readFile(const Digest& digest, const QByteArray& path, qint64 limit) const;

    /// The same of many files in one reading. What is no regular file, or above the limit, is not among them.
    Result<QMap<QByteArray, QByteArray>> readFiles(const Digest& digest, const QList<QByteArray>& paths,
                                                   qint64 limit) const;
    /// What a node of the image gets rendered at its birth, by path. ImageCorrupt when the layers lack one of them.
    Result<QList<BirthTemplate>> birthTemplates(const Digest& digest) const;
    /// What the image says of the schemas it works with, in its configuration; empty when it says nothing.
    Result<SchemaWindow> schemaWindow(const Digest& digest) const;

private:
    QString m_folder;
};

} // namespace snowmelt
