// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <functional>

#include <sys/stat.h>

namespace snowmelt {

struct WalkedPath
{
    QByteArray inside; ///< "/etc/passwd"
    QByteArray real;   ///< the path to open
    struct stat status;
};

/// Every path below `folder`, parents before children, siblings in the order of their bytes. Ends at the first failure.
Result<Done> walkFolder(const QByteArray& folder, const std::function<Result<Done>(const WalkedPath&)>& visit);

/// Where the symbolic link `path` leads, as it is written. FileUnreadable.
Result<QByteArray> linkTarget(const QByteArray& path);

/// Whether a path of a root is part of its image: not below /dev, /proc, /sys, /run or /tmp.
bool belongsToImage(const QByteArray& inside);

} // namespace snowmelt
