// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/oci.h"
#include "models/domain/image_record.h"
#include "models/domain/result.h"

namespace snowmelt {

/// One build of one image version, as index.json has it.
struct StoredImage
{
    ImageRecord record;     ///< `stale` and `nodes` are not stored
    OciDescriptor manifest; ///< its annotations are made from the rest
    QString key;            ///< what it was built from: buildKey()
    bool newest = false;    ///< the build its version's name refers to
    bool operator==(const StoredImage&) const = default;
};

QByteArray renderIndex(const QList<StoredImage>& images);
/// Images of others in the same layout are not ours to list. Null: not an index at all.
std::optional<QList<StoredImage>> parseIndex(const QByteArray& text);
/// A folder without index.json is an empty store. StoreUnusable {path}.
Result<QList<StoredImage>> readIndex(const QString& layoutFolder);
/// The index after `image` was built: it is the newest of its version, earlier builds lose the name and stay.
QList<StoredImage> withBuilt(QList<StoredImage> images, const StoredImage& image);

/// A blob's bytes, checked against its name. ImageCorrupt {whose}.
Result<QByteArray> readBlob(const QString& layoutFolder, const Digest& digest, const QString& whose);
Result<OciManifest> readManifest(const QString& layoutFolder, const StoredImage& image);

} // namespace snowmelt
