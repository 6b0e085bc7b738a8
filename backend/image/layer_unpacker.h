// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

namespace snowmelt {

/// Unpacks a layer so that an overlay mount can lie on it: whiteouts become what overlay mounts read as such.
/// The file is hashed first; ImageCorrupt {digest} when it is not what `digest` says, and nothing is unpacked.
Result<Done> unpackLayer(const QString& file, const Digest& digest, const QByteArray& folder, const StopFlag& stop);

} // namespace snowmelt
