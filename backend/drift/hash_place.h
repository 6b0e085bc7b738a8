// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"
#include "models/domain/drift/hash_memory.h"

#include <memory>

namespace snowmelt {

/// Where is remembered what was hashed on a node: one file per node below the data folder, for its owner only, safe to
/// delete.
struct HashPlace
{
    QString file{};    ///< empty: nothing is remembered
    QByteArray of{};   ///< the node in this life of it
    bool full = false; ///< hash everything, and remember that
};

HashPlace hashPlace(const FleetAccess& fleet, const NodeFacts& node, bool full = false);

using HashMemoryPtr = std::shared_ptr<const HashMemory>;

/// Blocking. Null when there is none, or none that is whole.
HashMemoryPtr readHashes(const HashPlace& place);
/// Blocking. When it cannot be written the next look hashes more, no worse. Where all files of the data folder come to
/// more than `most` bytes, those written longest ago go.
void keepHashes(const HashPlace& place, const HashMemory& memory, qint64 most = 4LL * 1024 * 1024 * 1024);

} // namespace snowmelt
