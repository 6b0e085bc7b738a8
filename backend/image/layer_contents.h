// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/inventory.h"

namespace snowmelt {

/// What one layer adds, replaces and takes away. Paths are absolute.
struct LayerContents
{
    QList<FileFact> files;
    QList<QByteArray> removed; ///< whiteouts: gone, with everything below
    QList<QByteArray> opaque;  ///< directories of which nothing below shines through
    bool operator==(const LayerContents&) const = default;
};

/// The files of a root after `layer` lies on top of it.
QMap<QByteArray, FileFact> withLayer(QMap<QByteArray, FileFact> files, const LayerContents& layer);

} // namespace snowmelt
