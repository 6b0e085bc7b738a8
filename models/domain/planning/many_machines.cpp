// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/many_machines.h"

#include "models/domain/platform_verbs.h"

#include <algorithm>

namespace snowmelt {

namespace {

qint64 missingOf(const Group& wanted, const GroupState* there)
{
    return wanted.size - (there ? std::min(wanted.size, there->existing()) : 0);
}

} // namespace

qint64 missingMachines(const Blueprint& blueprint, const FleetState& fleet)
{
    if (!makesNodes(blueprint))
        return 0;
    const auto isMissing = [&fleet](const auto& part) {
        const NodeState* node = fleet.findNode(part.name);
        return !node || !node->exists();
    };
    qint64 missing = std::ranges::count_if(blueprint.balancers, isMissing);
    missing += std::ranges::count_if(blueprint.databases, isMissing);
    for (const Group& group : blueprint.groups)
        missing += missingOf(group, fleet.findGroup(group.name));
    return missing;
}

} // namespace snowmelt
