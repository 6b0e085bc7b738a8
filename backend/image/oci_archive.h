// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

#include <QIODevice>

namespace snowmelt {

/// Writes one image of the store as an OCI archive: a tar of an OCI image layout with its manifest, configuration,
/// layers and papers, and its entry of the store's index, under the name engines know it by: "localhost/shop:1.1.0"
/// (without the host podman would look for it on the internet). The same bytes for the same image. Every blob is hashed
/// on the way: ImageCorrupt {image} at its end means that what was written must not be used. ImageNotBuilt,
/// FileUnwritable, DiskFull. Blocking.
Result<Done> writeOciArchive(const QString& layoutFolder, const Digest& image, QIODevice& out, const StopFlag& stop);

} // namespace snowmelt
