// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/domain/inventory.h"

namespace snowmelt {

/// A rule about paths that are not compared. docs/DRIFT.md says why each one is there.
struct LeftOutRule
{
    enum class Kind {
        Exact, ///< the path itself
        Below, ///< everything below the path, but not the path
        Tree,  ///< the path and everything below
        Name,  ///< any path with a component of this name, see matches()
    };
    Kind kind;
    const char* path;
    const char* reason; ///< key for wording

    QString pattern() const;
    bool matches(const QByteArray& path) const;
};

/// The rule that hides this path, null when it is compared. Sockets are state of a running program wherever they are.
const LeftOutRule* leftOutRule(const QByteArray& path, FileType type);

/// Folders whose contents are never compared, for the probe not to hash them.
QList<QByteArray> leftOutFolders();

} // namespace snowmelt
