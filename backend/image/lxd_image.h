// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

#include <QIODevice>

namespace snowmelt {

/// A split image for LXD and Incus (documentation.ubuntu.com/lxd, "Image format"): one tar with metadata.yaml, one with
/// the root, all layers together. A container starts /sbin/init, which these images do not have: the root gets one that
/// starts tini and the image's own init, with their environment, and turns the signals by which LXD stops a container
/// into the one they know; one that the image has gives way to it. The same bytes for the same image. Layers are hashed
/// first: ImageCorrupt. ImageNotBuilt, FileUnwritable, DiskFull. Blocking.
Result<Done> writeLxdImage(const QString& layoutFolder, const Digest& image, QIODevice& metadata, QIODevice& root,
                           const StopFlag& stop);

} // namespace snowmelt
