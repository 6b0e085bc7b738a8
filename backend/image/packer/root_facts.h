// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/layer_contents.h"
#include "models/domain/result.h"

namespace snowmelt {

/// What the packages, users and groups of a root are, read from its own files: nothing of it is run.
struct RootFacts
{
    bool hasDpkg = false; ///< false: nobody knows which packages are in it
    QList<PackageFact> packages;
    QList<UserFact> users;
    QList<GroupFact> groups;
};

/// Pure. dpkg's status file (dpkg(1), deb-control(5)): what is installed, named as dpkg-query names it: those of
/// another architecture than dpkg's own, and of which several may be there at once, with theirs.
QList<PackageFact> installedPackages(const QByteArray& status);

/// `contents`: what is in `root`, so that no link leads elsewhere. FileUnreadable. Blocking.
Result<RootFacts> factsOfRoot(const QByteArray& root, const LayerContents& contents);

} // namespace snowmelt
