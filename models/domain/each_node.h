// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace snowmelt {

/// Every machine of a fleet, to be changed: balancers, the nodes of each group, databases, as FleetState::allNodes().
template <typename Change>
void eachNode(FleetState& fleet, Change change)
{
    for (BalancerState& balancer : fleet.balancers)
        change(balancer.node);
    for (GroupState& group : fleet.groups)
        for (NodeState& node : group.nodes)
            change(node);
    for (DatabaseState& database : fleet.databases)
        change(database.node);
}

} // namespace snowmelt
