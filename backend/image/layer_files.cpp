// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_files.h"

#include "backend/image/layer_format.h"
#include "backend/image/layer_reader.h"

#include <QFile>
#include <QHash>

#include <archive_entry.h>

namespace snowmelt {

namespace {

/// Names in the layer that take a path away → the paths.
QMultiHash<QByteArray, QByteArray> removalsOf(const QSet<QByteArray>& paths)
{
    QMultiHash<QByteArray, QByteArray> removals;
    for (const QByteArray& path : paths)
        for (const QByteArray& name : namesThatRemove(path))
            removals.insert(name, path);
    return removals;
}

} // namespace

Result<LayerFiles> askLayerForAll(const QString& layerFile, const QSet<QByteArray>& paths, qint64 limit)
{
    const ArchiveReader in(archive_read_new());
    archive_read_support_format_tar(in.get());
    if (archive_read_open_filename(in.get(), QFile::encodeName(layerFile).constData(), 1 << 16) != ARCHIVE_OK)
        return Error{ErrorCode::FileUnreadable, {layerFile}, QString::fromLocal8Bit(archive_error_string(in.get()))};
    const QMultiHash<QByteArray, QByteArray> removals = removalsOf(paths);
    LayerFiles files;
    archive_entry* entry = nullptr;
    while (archive_read_next_header(in.get(), &entry) == ARCHIVE_OK) {
        const QByteArray name(archive_entry_pathname(entry));
        for (const QByteArray& path : removals.values(name))
            files.settled.insert(path);
        const QByteArray path = '/' + name;
        if (!paths.contains(path))
            continue;
        files.settled.insert(path);
        // A hard link's data lies with the first of its names.
        if (archive_entry_hardlink(entry)) {
            const auto answer = askLayer(layerFile, path, limit + 1);
            if (answer && answer->kind == LayerAnswer::Kind::File && answer->bytes.size() <= limit)
                files.texts.insert(path, answer->bytes);
        } else if (archive_entry_filetype(entry) == AE_IFREG && archive_entry_size(entry) <= limit) {
            files.texts.insert(path, readData(in.get(), archive_entry_size(entry)));
        }
    }
    return files;
}

} // namespace snowmelt
