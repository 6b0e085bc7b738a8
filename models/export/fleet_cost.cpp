// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/fleet_cost.h"

namespace snowmelt {

std::optional<FleetCost> costOf(const Blueprint& blueprint, const FleetState& fleet)
{
    const double price = blueprint.prices.perNodeHour;
    if (price <= 0)
        return std::nullopt;
    FleetCost cost{blueprint.prices, {}, 0};
    for (const Group& group : blueprint.groups) {
        const GroupState* seen = fleet.isUp() ? fleet.findGroup(group.name) : nullptr;
        const int nodes = seen ? seen->existing() : fleet.isUp() ? 0 : group.size;
        cost.groups << GroupCost{group.name, nodes, price * nodes, group.size, price * group.size};
        cost.perHour += price * nodes;
    }
    return cost;
}

} // namespace snowmelt
