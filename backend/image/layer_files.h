// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

namespace snowmelt {

/// What one layer says about many paths.
struct LayerFiles
{
    QMap<QByteArray, QByteArray> texts; ///< of regular files
    QSet<QByteArray> settled;           ///< paths the layers below have nothing to say about any more
};

/// Absolute paths, in one reading of the tar. A file beyond `limit` bytes is settled and has no text.
Result<LayerFiles> askLayerForAll(const QString& layerFile, const QSet<QByteArray>& paths, qint64 limit);

} // namespace snowmelt
