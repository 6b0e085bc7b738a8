// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_contents.h"

namespace snowmelt {

namespace {

void removeBelow(QMap<QByteArray, FileFact>& files, const QByteArray& folder)
{
    // Sorted by bytes, everything below "/a" starts at "/a/" in one run.
    const QByteArray prefix = folder + '/';
    auto it = files.lowerBound(prefix);
    while (it != files.end() && it.key().startsWith(prefix))
        it = files.erase(it);
}

} // namespace

QMap<QByteArray, FileFact> withLayer(QMap<QByteArray, FileFact> files, const LayerContents& layer)
{
    for (const QByteArray& path : layer.opaque)
        removeBelow(files, path);
    for (const QByteArray& path : layer.removed) {
        files.remove(path);
        removeBelow(files, path);
    }
    for (const FileFact& file : layer.files) {
        if (file.type != FileType::Directory)
            removeBelow(files, file.path);
        files.insert(file.path, file);
    }
    return files;
}

} // namespace snowmelt
