// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/by_name.h"
#include "models/comparison/compare_fleets.h"

namespace snowmelt {

namespace {

void recallGroups(QList<Group>& groups, const QList<GroupState>& looks)
{
    const auto recorded = comparison::byName(looks);
    groups.removeIf([&](const Group& group) { return !recorded.contains(group.name); });
    for (Group& group : groups) {
        const GroupState& look = *recorded.value(group.name);
        if (look.wanted > 0)
            group.size = look.wanted;
        if (!look.blueprintImage.isNull())
            group.image = look.blueprintImage;
    }
}

void recallBalancers(QList<Balancer>& balancers, const QList<BalancerState>& looks)
{
    const auto recorded = comparison::byName(looks);
    balancers.removeIf([&](const Balancer& balancer) { return !recorded.contains(balancer.name); });
    for (Balancer& balancer : balancers)
        balancer.serves = recorded.value(balancer.name)->serves;
}

void recallDatabases(QList<Database>& databases, const QList<DatabaseState>& looks)
{
    const auto recorded = comparison::byName(looks);
    databases.removeIf([&](const Database& database) { return !recorded.contains(database.name); });
}

} // namespace

FleetMoment runningMoment(const Blueprint& blueprint, const FleetState& fleet)
{
    FleetMoment moment{blueprint, fleet, true};
    moment.blueprint.caches.clear();
    return moment;
}

FleetMoment recordedMoment(const Blueprint& today, const FleetState& fleet)
{
    FleetMoment moment = runningMoment(today, fleet);
    // Of a fleet that is down a look keeps the groups alone.
    if (!fleet.isUp())
        return moment;
    recallGroups(moment.blueprint.groups, fleet.groups);
    recallBalancers(moment.blueprint.balancers, fleet.balancers);
    recallDatabases(moment.blueprint.databases, fleet.databases);
    if (!fleet.platform.isEmpty())
        moment.blueprint.platform.kind = fleet.platform;
    return moment;
}

} // namespace snowmelt
