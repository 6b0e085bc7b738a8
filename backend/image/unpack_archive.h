// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"
#include "backend/image/oci.h"

#include <QMap>

namespace snowmelt {

/// An image archive, taken apart. Every blob lies in a file of its hex, and is what its name says.
struct UnpackedArchive
{
    QByteArray layout;           ///< of "oci-layout"
    QByteArray index;            ///< of "index.json"
    QMap<QString, qint64> blobs; ///< sizes, by hex
};

/// Unpacks the blobs into `folder`. Nothing outside it is written, and not more than the archive is large. What is no
/// member of an image archive is ImageFileInvalid {file}, with the member in the detail. FileUnreadable, DiskFull,
/// FileUnwritable. Blocking.
Result<UnpackedArchive> unpackArchive(const QString& file, const QString& folder, const StopFlag& stop);

} // namespace snowmelt
