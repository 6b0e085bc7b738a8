// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/many_machines.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool exists(const NodeState& node)
{
    return node.lifecycle != Lifecycle::Absent;
}

qint64 missingOf(const Group& wanted, const GroupState* there)
{
    return wanted.size - (there ? std::min<qint64>(wanted.size, std::ranges::count_if(there->nodes, exists)) : 0);
}

} // namespace

qint64 missingMachines(const Blueprint& blueprint, const FleetState& fleet)
{
    const auto isMissing = [&fleet](const auto& part) {
        const NodeState* node = fleet.findNode(part.name);
        return !node || !exists(*node);
    };
    qint64 missing = std::ranges::count_if(blueprint.balancers, isMissing);
    missing += std::ranges::count_if(blueprint.databases, isMissing);
    for (const Group& group : blueprint.groups)
        missing += missingOf(group, fleet.findGroup(group.name));
    return missing;
}

} // namespace snowmelt
