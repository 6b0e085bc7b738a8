// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/group_health.h"

namespace snowmelt {

Health groupHealth(const NodeCounts& counts)
{
    if (counts.nodes == 0)
        return Health::Unknown;
    if (counts.down == counts.nodes)
        return Health::Down;
    if (counts.down + counts.degraded > 0 || counts.nodes < counts.wanted)
        return Health::Degraded;
    if (counts.unknown > 0)
        return Health::Unknown;
    return counts.draining == counts.nodes ? Health::Draining : Health::Healthy;
}

NodeCounts countsOf(const GroupState& group, int wanted)
{
    NodeCounts counts;
    counts.wanted = wanted;
    for (const NodeState& node : group.nodes) {
        if (!node.exists())
            continue;
        ++counts.nodes;
        counts.down += node.health == Health::Down;
        counts.degraded += node.health == Health::Degraded;
        counts.draining += node.health == Health::Draining;
        counts.unknown += node.health == Health::Unknown;
    }
    return counts;
}

} // namespace snowmelt
