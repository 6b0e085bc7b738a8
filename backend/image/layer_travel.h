// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

namespace snowmelt {

/// Layers on their way to a build host and back: tars that GNU tar writes from the upper directory of an overlay mount
/// and unpacks to a lower one. What overlay mounts keep in devices and attributes is in them as such.

namespace layer {
/// The form of layer::opaqueAttribute that root of a user namespace may set.
inline constexpr const char* usersOpaqueAttribute = "user.overlay.opaque";
} // namespace layer

struct TravelledLayer
{
    QByteArray opaqueAttribute; ///< what marks a directory as opaque there: layer::opaqueAttribute or its user's form
    QString archive;            ///< `tar --sort=name` of an upper directory whose times are settled
    QString file;               ///< the layer to write; not there yet
    qint64 constantTime = 0;
};

/// The same bytes that packLayer() makes of the directory itself. FileUnreadable when the archive is none, is cut off
///, has its members in another order, or what no layer may have.
Result<PackedLayer> packTravelled(const TravelledLayer& request, const StopFlag& stop);

/// Writes a layer as an archive to unpack there, and says what its bytes are. ImageCorrupt {digest} when `layerFile` is
/// not what `digest` says. Blocking.
Result<Digest> writeForTravel(const QString& layerFile, const Digest& digest, const QByteArray& opaqueAttribute,
                              const QString& file, const StopFlag& stop);

} // namespace snowmelt
