// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"

#include <QSet>

struct archive;
struct archive_entry;

namespace snowmelt {

/// What of each layer is still to be seen when all lie on each other. Names are as in the layers: relative, directories
/// without their slash.
struct LayerRemains
{
    QSet<QByteArray> names;
    /// Of a file that is not to be seen itself: the hard link that carries its data now, by the file's name.
    QHash<QByteArray, QByteArray> carriers;
};

/// One for each of these layer files, lowest first. ImageCorrupt {layer}: it is no whole tar. Blocking.
Result<QList<LayerRemains>> mergeLayers(const QStringList& files, const StopFlag& stop);

/// Writes a root of these layers as tar entries into `out`, without whiteouts: first all directories by name, then what
/// is in each layer in its order, lowest layer first. `leaveOut` is not written. Same errors; a write that fails is
/// FileUnwritable {what}, with the tar's words. Blocking.
Result<Done> writeMerged(const QStringList& files, const QSet<QByteArray>& leaveOut, archive* out, const QString& what,
                         const StopFlag& stop);

} // namespace snowmelt
