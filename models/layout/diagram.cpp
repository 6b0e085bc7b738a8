// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/diagram.h"

#include "models/domain/group_health.h"
#include "models/domain/host_standing.h"

namespace snowmelt {

namespace {

NodeCounts countsOf(const GroupFigure& group)
{
    return {group.nodes,      group.wanted,   group.down,
            group.degraded(), group.draining, group.unseen + group.starting + group.reached};
}

} // namespace

bool isStarting(const NodeState& node)
{
    return node.health == Health::Unknown && node.healthReason == u"starting";
}

void GroupFigure::count(const NodeState& node)
{
    ++nodes;
    healthy += node.health == Health::Healthy;
    down += node.health == Health::Down;
    draining += node.health == Health::Draining;
    starting += isStarting(node);
    reached += isReached(node);
    unseen += node.health == Health::Unknown && !isStarting(node) && !isReached(node);
    drifted += node.driftCount.value_or(0) > 0;
    sessions += node.sessions;
    share += node.share;
    if (!node.image.isNull() && !images.contains(node.image))
        images << node.image;
}

Health DiagramBox::health() const
{
    if (const auto* group = as<GroupFigure>())
        return groupHealth(countsOf(*group));
    const NodeState* state = node();
    return state ? state->health : Health::Healthy;
}

bool DiagramBox::reached() const
{
    if (const auto* group = as<GroupFigure>())
        return group->nodes > 0 && group->reached == group->nodes && group->nodes >= group->wanted;
    return node() && !planned && isReached(*node());
}

const NodeState* DiagramBox::node() const
{
    if (const auto* own = as<NodeFigure>())
        return &own->state;
    if (const auto* own = as<BalancerFigure>())
        return &own->state.node;
    if (const auto* own = as<DatabaseFigure>())
        return &own->state.node;
    return nullptr;
}

int Diagram::indexOf(const QString& part) const
{
    if (part.isEmpty())
        return -1;
    for (int i = 0; i < boxes.size(); ++i)
        if (boxes[i].part == part)
            return i;
    return -1;
}

int Diagram::boxAt(const QPointF& point) const
{
    for (int i = int(boxes.size()) - 1; i >= 0; --i)
        if (boxes[i].rect.contains(point))
            return i;
    return -1;
}

} // namespace snowmelt
