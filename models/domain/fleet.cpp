// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fleet.h"

#include <algorithm>

namespace snowmelt {

/// The balancer's "up" or "down" dates a health only while both say the same.
QDateTime healthSince(const NodeState& node)
{
    if (!node.check)
        return {};
    const bool serves = node.health == Health::Healthy || node.health == Health::Degraded;
    const bool agrees = node.check->up ? serves : node.health == Health::Down;
    return agrees ? node.check->since : QDateTime();
}

int GroupState::existing() const
{
    return int(std::ranges::count_if(nodes, &NodeState::exists));
}

bool FleetState::isUp() const
{
    const QList<const NodeState*> nodes = allNodes();
    return std::ranges::any_of(nodes, &NodeState::exists);
}

const GroupState* FleetState::findGroup(const QString& groupName) const
{
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const GroupState& group) { return group.name == groupName; });
    return found == groups.end() ? nullptr : &*found;
}

const NodeState* FleetState::findNode(const QString& nodeName) const
{
    const QList<const NodeState*> nodes = allNodes();
    const auto found =
        std::find_if(nodes.begin(), nodes.end(), [&](const NodeState* node) { return node->name == nodeName; });
    return found == nodes.end() ? nullptr : *found;
}

QList<const NodeState*> FleetState::allNodes() const
{
    QList<const NodeState*> nodes;
    for (const BalancerState& balancer : balancers)
        nodes.append(&balancer.node);
    for (const GroupState& group : groups) {
        for (const NodeState& node : group.nodes)
            nodes.append(&node);
    }
    for (const DatabaseState& database : databases)
        nodes.append(&database.node);
    return nodes;
}

} // namespace snowmelt
