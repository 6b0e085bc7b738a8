// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace snowmelt {

/// What one layer says about a path.
struct LayerAnswer
{
    enum class Kind { Silent, Removed, NotAFile, File };
    Kind kind = Kind::Silent;
    QByteArray bytes; ///< of a regular file, at most as many as asked for
};

/// Names in a layer that take an absolute path away: a whiteout of it or of a folder above it, or an opaque folder
/// above it.
QList<QByteArray> namesThatRemove(const QByteArray& path);

/// `path` is absolute. Reads the tar's headers up to the path and skips over all other data.
Result<LayerAnswer> askLayer(const QString& layerFile, const QByteArray& path, qint64 limit);

} // namespace snowmelt
