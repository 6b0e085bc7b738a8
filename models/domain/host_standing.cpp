// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/host_standing.h"

namespace snowmelt {

HostStanding standingOf(const NodeState& node)
{
    if (!node.exists())
        return node.image.isNull() ? HostStanding::NotLooked : HostStanding::Judged;
    if (!node.wasThere())
        return HostStanding::Judged;
    if (node.health == Health::Down && node.lifecycle != Lifecycle::Running)
        return HostStanding::Silent;
    if (node.health != Health::Unknown)
        return HostStanding::Judged;
    return node.healthReason == notAskedReason ? HostStanding::Reached : HostStanding::Unknown;
}

bool isReached(const NodeState& node)
{
    return standingOf(node) == HostStanding::Reached;
}

} // namespace snowmelt
