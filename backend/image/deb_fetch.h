// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/image/image_builder.h"
#include "models/domain/image/lock.h"

namespace snowmelt {

/// What fetching locked packages needs.
struct DebFetch
{
    QString home;
    QString work; ///< of the operation, on the same file system
    QList<LockedDeb> debs;
    ImageBuilder::Emit emit; ///< LogLine
};

/// Brings into the cache what is not there yet, by apt's own downloader: its proxies, its passwords, its certificates.
/// What was fetched stays when another cannot be. DebChanged {package, where from}, PackageNotFound {package, locked
/// version}: where it was it is no longer; MirrorUnreachable, DiskFull.
Task<Done> fetchDebs(DebFetch fetch, CallContext context);

/// Pure. Why `deb` did not come from `uri`, from what apt-helper said.
Error fetchFailure(const LockedDeb& deb, const QString& uri, const QByteArray& output);

/// Pure. What apt has to know of a mirror in whose address a password stands (apt_auth.conf(5)); empty: there is none.
QByteArray loginLine(const QString& mirror);

/// Pure. Where a locked package is looked for: on SNOWMELT_DEBIAN_MIRROR's mirror when there is one, then where it was.
QStringList addressesOf(const LockedDeb& deb, const QString& mirror);

} // namespace snowmelt
