// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/podman/tar_writer.h"
#include "models/domain/ids.h"
#include "models/domain/result.h"

#include <QString>

namespace snowmelt {

/// One blob an image is made of.
struct LayoutBlob
{
    Digest digest;
    qint64 size = 0;
};

/// An image as an OCI layout folder has it. Layers lowest first.
struct LayoutImage
{
    QString folder;
    ImageRef ref;
    QByteArray manifest; ///< ours: configuration and layers, nothing of what else the store's manifest names
    LayoutBlob config;
    QList<LayoutBlob> layers;
};

/// Looks the image up by its configuration's digest. ImageNotBuilt, ImageCorrupt. Blocking.
Result<LayoutImage> readLayoutImage(const QString& folder, const ImageRef& ref, const Digest& digest);

/// Writes the image as an OCI archive; the lowest `parents` layers are left out. ImageCorrupt when a blob is not there
/// or has not its size; a sink that closes is ProcessFailed. Blocking.
Result<Done> writeLayoutArchive(const LayoutImage& image, int parents, TarWriter::Sink sink);

/// "localhost/shop:1.1.0": without the host podman would look for it on the internet.
QString engineImageName(const ImageRef& ref);

} // namespace snowmelt
