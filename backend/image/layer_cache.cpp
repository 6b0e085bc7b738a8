// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/layer_cache.h"

#include "backend/image/durable_file.h"
#include "backend/image/layer_unpacker.h"
#include "backend/image/root_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace snowmelt {

namespace {

/// The final name is a promise that all of the layer is there, after a power cut too: what it holds is on disk first.
bool syncTree(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::syncfs(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

bool renameFolder(const QString& from, const QString& to)
{
    return syncTree(from) && std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

LayerCache::LayerCache(const QString& home) : m_folder(home + QStringLiteral("/cache/layers")) {}

QString LayerCache::pathOf(const Digest& digest) const
{
    return m_folder + u'/' + digest.hex();
}

Result<QString> LayerCache::provide(const QString& file, const Digest& digest, const QString& work,
                                    const StopFlag& stop) const
{
    const QString path = pathOf(digest);
    if (QFileInfo::exists(path))
        return path;
    if (!makePrivate(m_folder))
        return writeError(m_folder, errno);
    const QString making = work + QStringLiteral("/unpacked-") + digest.hex();
    const auto unpacked = unpackLayer(file, digest, QFile::encodeName(making), stop);
    // Another builder may have been faster: its folder is as good as ours.
    if (unpacked && renameFolder(making, path))
        return path;
    const Error why = writeError(path, errno);
    if (const auto removed = removeTree(making); !removed)
        return removed.as<QString>();
    if (!unpacked)
        return unpacked.as<QString>();
    if (QFileInfo::exists(path))
        return path;
    return why;
}

Result<QString> LayerCache::adopt(const QString& folder, const Digest& digest) const
{
    const QString path = pathOf(digest);
    if (QFileInfo::exists(path))
        return path;
    if (!makePrivate(m_folder))
        return writeError(m_folder, errno);
    if (!renameFolder(folder, path) && !QFileInfo::exists(path))
        return writeError(path, errno);
    return path;
}

} // namespace snowmelt
