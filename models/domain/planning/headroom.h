// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace snowmelt {

/// What a platform has left for more nodes, in bytes; -1: not known.
struct Headroom
{
    qint64 memory = -1;
    qint64 disk = -1;       ///< where images and nodes are kept
    qint64 nodeMemory = -1; ///< what the hungriest of the fleet's nodes uses now
    bool operator==(const Headroom&) const = default;
};

} // namespace snowmelt
