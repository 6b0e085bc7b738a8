// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_reader.h"

#include "backend/image/tar_reader.h"

#include <archive_entry.h>

namespace snowmelt {

QList<QByteArray> namesThatRemove(const QByteArray& path)
{
    const QByteArray name = path.mid(1);
    QList<QByteArray> removals{layer::opaqueName};
    for (qsizetype start = 0; start < name.size();) {
        qsizetype end = name.indexOf('/', start);
        if (end < 0)
            end = name.size();
        removals.append(name.left(start) + layer::whiteoutPrefix + name.mid(start, end - start));
        if (end < name.size())
            removals.append(name.left(end + 1) + layer::opaqueName);
        start = end + 1;
    }
    return removals;
}

Result<LayerAnswer> askLayer(const QString& layerFile, const QByteArray& path, qint64 limit)
{
    const QByteArray wanted = path.mid(1);
    const QList<QByteArray> removals = namesThatRemove(path);
    TarReader in(layerFile);
    LayerAnswer answer;
    auto entry = in.next();
    for (; entry && *entry; entry = in.next()) {
        const QByteArray name(archive_entry_pathname(*entry));
        if (removals.contains(name))
            answer.kind = LayerAnswer::Kind::Removed; // the same layer may still put something new there
        if (name != wanted)
            continue;
        // A hard link's data lies with the first of its names, which comes earlier.
        if (const char* first = archive_entry_hardlink(*entry))
            return askLayer(layerFile, '/' + QByteArray(first), limit);
        if (archive_entry_filetype(*entry) != AE_IFREG)
            return LayerAnswer{LayerAnswer::Kind::NotAFile, {}};
        const auto bytes = in.bytes(limit);
        return bytes ? LayerAnswer{LayerAnswer::Kind::File, *bytes} : bytes.as<LayerAnswer>();
    }
    return entry ? answer : entry.as<LayerAnswer>();
}

} // namespace snowmelt
