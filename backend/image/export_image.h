// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"
#include "models/domain/image/paper.h"

namespace snowmelt {

struct ExportedImage
{
    QStringList files;
    qint64 bytes = 0; ///< of all of them
};

/// Writes an image of the store as `file`, or for LXD as `file`.tar (metadata) and `file`.root.tar. What stands there
/// is replaced when everything is written, and stays otherwise. Errors of writeOciArchive() and writeLxdImage().
/// Blocking.
Result<ExportedImage> exportImage(const QString& layoutFolder, const Digest& image, ImageFormat format,
                                  const QString& file, const StopFlag& stop);

} // namespace snowmelt
