// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/settled_times.h"

#include "backend/image/durable_file.h"
#include "backend/image/folder_walk.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <fcntl.h>

namespace snowmelt {

Result<Done> settleTimes(const QByteArray& folder, qint64 touchedAfter, qint64 constantTime)
{
    const std::array<timespec, 2> times{timespec{constantTime, 0}, timespec{constantTime, 0}};
    return walkFolder(folder, [&](const WalkedPath& path) -> Result<Done> {
        if (path.status.st_mtim.tv_sec < touchedAfter)
            return Done{};
        if (::utimensat(AT_FDCWD, path.real.constData(), times.data(), AT_SYMLINK_NOFOLLOW) != 0)
            return writeError(QFile::decodeName(path.real), errno);
        return Done{};
    });
}

} // namespace snowmelt
