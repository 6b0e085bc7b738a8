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
    QString inputs{};       ///< the same part by part: renderInputs(); empty: nobody wrote it down
    bool operator==(const StoredImage&) const = default;
};

/// An image's entry in an index, and what such an entry says; nothing: it is not Snowmelt's.
OciDescriptor entryOf(const StoredImage& image);
std::optional<StoredImage> storedFrom(const OciDescriptor& entry);

/// With a sum of its entries in the annotation "snowmelt.sum": nothing else would tell a damaged index from a whole
/// one.
QByteArray renderIndex(const QList<StoredImage>& images);
/// False: it is not, byte by byte, what renderIndex() wrote, or what it wrote before there were sums.
bool isIntactIndex(const QByteArray& text);
/// Images of others in the same layout are not ours to list. Null: not an index at all.
std::optional<QList<StoredImage>> parseIndex(const QByteArray& text);
/// A folder without index.json is an empty store. StoreUnusable {path}.
Result<QList<StoredImage>> readIndex(const QString& layoutFolder);
/// The same for who writes or removes by it: StoreUnusable {path} also when the index is not intact.
Result<QList<StoredImage>> readIntactIndex(const QString& layoutFolder);
/// ImageNotBuilt {digest}; from a folder also StoreUnusable.
Result<StoredImage> storedImage(const QList<StoredImage>& index, const Digest& digest);
Result<StoredImage> storedImage(const QString& layoutFolder, const Digest& digest);
/// The index after `image` was built: it is the newest of its version, earlier builds lose the name and stay.
QList<StoredImage> withBuilt(QList<StoredImage> images, const StoredImage& image);
/// The same of an image that was built elsewhere: a build of its version that is later keeps the name.
QList<StoredImage> withImported(QList<StoredImage> images, const StoredImage& image);

/// A blob's bytes, checked against its name. ImageCorrupt {whose}.
Result<QByteArray> readBlob(const QString& layoutFolder, const Digest& digest, const QString& whose);
Result<OciManifest> readManifest(const QString& layoutFolder, const StoredImage& image);

} // namespace snowmelt
