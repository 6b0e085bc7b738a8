// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/diagram/linked_groups.h"

#include "models/layout/layout_fleet.h"
#include "tests/ui/diagram/many_nodes.h"

namespace snowmelt::bench {

namespace {

constexpr int firstLayouts = 3;
constexpr int looks = 20;
constexpr double firstBudget = 2000; ///< milliseconds, aside
constexpr double lookBudget = 50;

} // namespace

QList<Row> layoutOfLinkedGroups(int groups)
{
    const Blueprint blueprint = sample::linked(groups);
    FleetState fleet = sample::lived(blueprint, 7);
    const int nodes = int(blueprint.groups.size()) * blueprint.groups.first().size;
    Row first{nodes, QStringLiteral("layout of linked groups"), {}, {}, firstBudget};
    Row later{nodes, QStringLiteral("layout after a status change"), {}, {}, lookBudget};
    LaidOut last;
    for (int i = 0; i < firstLayouts; ++i)
        first.ours.time([&] { last = layoutFleet(blueprint, fleet, {}); });
    QRandomGenerator random(5);
    for (int look = 0; look < looks; ++look) {
        GroupState& group = fleet.groups[random.bounded(int(fleet.groups.size()))];
        group.nodes[random.bounded(int(group.nodes.size()))].health = Health(random.bounded(5));
        later.ours.time([&] { last = layoutFleet(blueprint, fleet, last.arrangement, {}, last.ways); });
    }
    return {first, later};
}

} // namespace snowmelt::bench
