// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/folder_walk.h"

#include <QFile>
#include <QList>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <unistd.h>

namespace snowmelt {

namespace {

Error unreadable(const QByteArray& path)
{
    return {ErrorCode::FileUnreadable, {QFile::decodeName(path)}, QString::fromLocal8Bit(std::strerror(errno))};
}

Result<QList<QByteArray>> namesIn(const QByteArray& folder)
{
    const auto close = [](DIR* open) { ::closedir(open); };
    const std::unique_ptr<DIR, decltype(close)> stream(::opendir(folder.constData()), close);
    if (!stream)
        return unreadable(folder);
    QList<QByteArray> names;
    // readdir(3): only errno tells a fault from the end.
    errno = 0;
    for (const dirent* entry = ::readdir(stream.get()); entry; entry = ::readdir(stream.get())) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names.append(name);
        errno = 0;
    }
    if (errno != 0)
        return unreadable(folder);
    std::sort(names.begin(), names.end());
    return names;
}

Result<Done> walkBelow(const QByteArray& real, const QByteArray& inside,
                       const std::function<Result<Done>(const WalkedPath&)>& visit)
{
    const auto names = namesIn(real);
    if (!names)
        return names.as<Done>();
    for (const QByteArray& name : *names) {
        WalkedPath path{inside + '/' + name, real + '/' + name, {}};
        if (::lstat(path.real.constData(), &path.status) != 0)
            return unreadable(path.real);
        if (auto visited = visit(path); !visited)
            return visited;
        if (!S_ISDIR(path.status.st_mode))
            continue;
        if (auto below = walkBelow(path.real, path.inside, visit); !below)
            return below;
    }
    return Done{};
}

} // namespace

Result<Done> walkFolder(const QByteArray& folder, const std::function<Result<Done>(const WalkedPath&)>& visit)
{
    return walkBelow(folder, {}, visit);
}

Result<QByteArray> linkTarget(const QByteArray& path)
{
    QByteArray target(PATH_MAX, '\0');
    const ssize_t size = ::readlink(path.constData(), target.data(), static_cast<size_t>(target.size()));
    if (size < 0)
        return unreadable(path);
    target.truncate(size);
    return target;
}

bool belongsToImage(const QByteArray& inside)
{
    static const std::array<QByteArray, 5> volatileFolders{"/dev/", "/proc/", "/sys/", "/run/", "/tmp/"};
    return std::none_of(volatileFolders.begin(), volatileFolders.end(),
                        [&](const QByteArray& folder) { return inside.startsWith(folder); });
}

} // namespace snowmelt
