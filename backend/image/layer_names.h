// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

namespace snowmelt {

/// Why a layer of unknown origin must not be unpacked; empty: it may. It is a whole tar; names are relative, without
/// ".." and none twice; nothing lies below what the layer itself has as anything but a directory, so that no link leads
/// out of the folder; a hard link names an earlier regular file of the layer. Cancelled when stopped. Blocking.
Result<QString> faultOfLayer(const QString& file, const StopFlag& stop);

} // namespace snowmelt
