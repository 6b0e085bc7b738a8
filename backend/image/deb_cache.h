// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_packer.h"
#include "models/domain/image/lock.h"
#include "models/domain/result.h"

namespace snowmelt {

/// Debian packages by content: `home`/cache/debs/sha256/HEX. Never trusted: each is hashed whenever it is used. May be
/// deleted at any time when nothing is being built. Blocking.
class DebCache
{
public:
    explicit DebCache(const QString& home);

    QString pathOf(const LockedDeb& deb) const;
    /// Those of them that are not here, or not whole; a damaged one is removed.
    Result<QList<LockedDeb>> missing(const QList<LockedDeb>& debs, const StopFlag& stop) const;
    /// Takes a file that was downloaded, on the same file system. DebChanged {package, where from}: it is not the
    /// locked one, and stays where it is.
    Result<Done> adopt(const QString& file, const LockedDeb& deb) const;

private:
    QString m_folder;
};

} // namespace snowmelt
