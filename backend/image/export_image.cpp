// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/export_image.h"

#include "backend/image/lxd_image.h"
#include "backend/image/oci_archive.h"

#include <QSaveFile>

namespace snowmelt {

namespace {

Result<Done> opened(QSaveFile& file)
{
    if (file.open(QIODevice::WriteOnly))
        return Done{};
    return Error{ErrorCode::FileUnwritable, {file.fileName()}, file.errorString()};
}

Result<Done> committed(QSaveFile& file)
{
    if (file.commit())
        return Done{};
    const bool full = file.error() == QFileDevice::ResourceError;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, {file.fileName()}, file.errorString()};
}

Result<ExportedImage> exportOci(const QString& layoutFolder, const Digest& image, const QString& path,
                                const StopFlag& stop)
{
    QSaveFile file(path);
    auto done = opened(file);
    if (done)
        done = writeOciArchive(layoutFolder, image, file, stop);
    const qint64 bytes = done ? file.size() : 0;
    if (done)
        done = committed(file);
    return done ? Result<ExportedImage>(ExportedImage{{path}, bytes}) : done.as<ExportedImage>();
}

Result<ExportedImage> exportLxd(const QString& layoutFolder, const Digest& image, const QString& path,
                                const StopFlag& stop)
{
    QSaveFile metadata(path + QStringLiteral(".tar"));
    QSaveFile root(path + QStringLiteral(".root.tar"));
    auto done = opened(metadata);
    if (done)
        done = opened(root);
    if (done)
        done = writeLxdImage(layoutFolder, image, metadata, root, stop);
    const qint64 bytes = done ? metadata.size() + root.size() : 0;
    if (done)
        done = committed(root);
    if (done)
        done = committed(metadata);
    const ExportedImage exported{{metadata.fileName(), root.fileName()}, bytes};
    return done ? Result<ExportedImage>(exported) : done.as<ExportedImage>();
}

} // namespace

Result<ExportedImage> exportImage(const QString& layoutFolder, const Digest& image, ImageFormat format,
                                  const QString& file, const StopFlag& stop)
{
    return format == ImageFormat::Lxd ? exportLxd(layoutFolder, image, file, stop)
                                      : exportOci(layoutFolder, image, file, stop);
}

} // namespace snowmelt
