// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/deb_cache.h"

namespace snowmelt {

/// Makes FOLDER an apt repository of exactly the locked packages, from the cache: what apt then installs is what the
/// lock says, whatever any mirror has. Its two source lists: copied.list names it as this machine sees it, mounted.list
/// as a root sees it in which it is mounted. FileUnreadable, DebChanged, FileUnwritable, DiskFull. Blocking.
Result<Done> makeDebRepository(const QString& folder, const QString& suite, const Lock& lock, const DebCache& cache,
                               const StopFlag& stop);

/// "tini_0.19.0-1+b3_amd64.deb", without the version's epoch, as in Debian's pool.
QString debFileName(const LockedDeb& deb);

/// Pure. A package's paragraph of the index: its control file, with what the archive says of it.
QByteArray indexParagraph(const QByteArray& control, const LockedDeb& deb);

} // namespace snowmelt
