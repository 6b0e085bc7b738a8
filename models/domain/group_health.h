// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace snowmelt {

/// Nodes of a group that exist, by what is known of them; who is in none of these is healthy.
struct NodeCounts
{
    int nodes = 0;
    int wanted = 0; ///< as many as there should be
    int down = 0;
    int degraded = 0;
    int draining = 0;
    int unknown = 0; ///< not seen, or too early to say
};

/// The worst of its nodes, softened: while one still serves a group is degraded, not down. A node that is missing, ill
/// or down is known to be; only where none is does one that nobody saw leave it unknown. Without nodes it is unknown.
Health groupHealth(const NodeCounts& counts);

/// Of its nodes that exist.
NodeCounts countsOf(const GroupState& group, int wanted);

} // namespace snowmelt
