// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/rehearsal.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// Of a plan, whether this kind of step is done at `step`.
bool isDone(const Plan& plan, int step, StepKind kind)
{
    const auto end = plan.steps.cbegin() + std::clamp<qsizetype>(step + 1, 0, plan.steps.size());
    return std::any_of(plan.steps.cbegin(), end, [kind](const Step& one) { return one.kind == kind; });
}

const PlannedNode* find(const QList<PlannedNode>& side, const QString& name)
{
    const auto it = std::ranges::find(side, name, &PlannedNode::name);
    return it == side.cend() ? nullptr : &*it;
}

NodeState greenNode(const Plan& plan, const PlannedNode& planned, const QDateTime& now)
{
    NodeState node;
    node.name = planned.name;
    node.group = plan.group;
    node.slot = planned.slot;
    node.side = Side::Green;
    node.lifecycle = Lifecycle::Running;
    node.health = Health::Unknown;
    node.image = plan.to;
    node.digest = plan.toDigest;
    node.deployment = plan.deployment;
    node.bornAt = now;
    node.startedAt = now;
    return node;
}

/// A planned side's node with the traffic it has at this point; `serves`: takes new traffic.
void setTraffic(NodeState& node, bool serves)
{
    node.health = serves ? Health::Healthy : Health::Draining;
    if (!serves) {
        node.share = 0;
        node.requestRate = 0;
        node.sessions = 0;
    }
}

/// Every node that takes new traffic has the same part of it, as equal weights give.
void shareOut(GroupState& group, double requestRate)
{
    const auto serves = [](const NodeState& node) { return node.health == Health::Healthy; };
    const auto count = std::ranges::count_if(group.nodes, serves);
    for (NodeState& node : group.nodes) {
        node.share = serves(node) && count > 0 ? 1.0 / double(count) : 0;
        node.requestRate = requestRate * node.share;
    }
}

double rateOf(const GroupState& group)
{
    double rate = 0;
    for (const NodeState& node : group.nodes)
        rate += node.requestRate;
    return rate;
}

void rehearse(GroupState& group, const Plan& plan, int step, const QDateTime& now)
{
    const bool created = isDone(plan, step, StepKind::CreateNodes);
    const bool moved = isDone(plan, step, StepKind::MoveTraffic);
    const bool healthy = isDone(plan, step, StepKind::AwaitHealthy);
    const bool destroyed = isDone(plan, step, StepKind::DestroyBlue);
    const double rate = rateOf(group);
    if (destroyed)
        group.nodes.removeIf([&plan](const NodeState& node) { return find(plan.blue, node.name) != nullptr; });
    for (NodeState& node : group.nodes) {
        if (!find(plan.blue, node.name))
            continue;
        node.side = created ? Side::Blue : Side::None;
        if (moved)
            setTraffic(node, false);
    }
    for (const PlannedNode& planned : plan.green) {
        if (!created)
            break;
        NodeState node = greenNode(plan, planned, now);
        if (destroyed)
            node.side = Side::None;
        if (healthy)
            setTraffic(node, moved);
        group.nodes.append(node);
    }
    if (moved)
        shareOut(group, rate);
}

qint64 waitOf(const Plan& plan, const Step& step)
{
    return step.kind == StepKind::Bake ? plan.bakeSeconds * 1000LL : step.typicalMs;
}

} // namespace

FleetState rehearsed(const FleetState& now, const Plan& plan, int step)
{
    FleetState fleet = now;
    for (GroupState& group : fleet.groups) {
        if (group.name == plan.group)
            rehearse(group, plan, step, now.observedAt);
    }
    return fleet;
}

qint64 typicalMs(const Plan& plan)
{
    qint64 sum = 0;
    bool known = false;
    for (const Step& step : plan.steps) {
        known |= step.typicalMs > 0;
        sum += waitOf(plan, step);
    }
    return known ? sum : 0;
}

double extraCost(const Plan& plan)
{
    qint64 together = 0;
    bool known = false;
    bool both = false;
    for (const Step& step : plan.steps) {
        both |= step.kind == StepKind::CreateNodes;
        known |= step.typicalMs > 0;
        if (both)
            together += waitOf(plan, step);
    }
    constexpr double hour = 3'600'000.0;
    return known ? plan.prices.perNodeHour * double(plan.green.size()) * double(together) / hour : 0;
}

} // namespace snowmelt
