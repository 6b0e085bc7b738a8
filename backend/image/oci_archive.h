// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/result.h"

#include <QIODevice>
#include <QList>
#include <QSet>

namespace snowmelt {

/// The digests of an image's layers, lowest first. ImageNotBuilt, ImageCorrupt.
Result<QList<Digest>> layersOf(const QString& layoutFolder, const Digest& image);

/// Writes one image of an OCI layout folder as an OCI archive (a tar), as `podman load` and the engine's /images/load
/// read it. `name` becomes its reference: "localhost/shop:1.1.0". Layers the reader has already may be left out.
/// Every blob is hashed on the way: ImageCorrupt at its end means that what was written must not be used.
Result<Done> writeOciArchive(const QString& layoutFolder, const Digest& image, const QString& name,
                             const QSet<Digest>& layersToLeaveOut, QIODevice& out);

} // namespace snowmelt
