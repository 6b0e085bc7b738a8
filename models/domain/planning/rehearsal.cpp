// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/rehearsal.h"

#include <QSet>

#include <algorithm>

namespace snowmelt {

namespace {

/// Of a plan, whether this kind of step is done at `step`.
bool isDone(const Plan& plan, int step, StepKind kind)
{
    const auto end = plan.steps.cbegin() + std::clamp<qsizetype>(step + 1, 0, plan.steps.size());
    return std::any_of(plan.steps.cbegin(), end, [kind](const Step& one) { return one.kind == kind; });
}

QSet<QString> namesOf(const QList<PlannedNode>& side)
{
    QSet<QString> names;
    for (const PlannedNode& node : side)
        names.insert(node.name);
    return names;
}

/// How far a plan is, as its nodes show it.
struct HowFar
{
    bool created = false;
    bool healthy = false;
    bool moved = false;
    bool drained = false;
    bool retired = false;
    bool destroyed = false;
};

HowFar howFar(const Plan& plan, int step)
{
    return {isDone(plan, step, StepKind::CreateNodes), isDone(plan, step, StepKind::AwaitHealthy),
            isDone(plan, step, StepKind::MoveTraffic), isDone(plan, step, StepKind::DrainBlue),
            isDone(plan, step, StepKind::RetireBlue),  isDone(plan, step, StepKind::DestroyBlue)};
}

/// A green that is well but waits looks as it will: its slot is in drain.
NodeState greenNode(const Plan& plan, const PlannedNode& planned, const HowFar& progress, const QDateTime& now)
{
    NodeState node;
    node.name = planned.name;
    node.group = plan.group;
    node.slot = planned.slot;
    node.side = progress.destroyed ? Side::None : Side::Green;
    node.lifecycle = Lifecycle::Running;
    node.health = progress.moved ? Health::Healthy : progress.healthy ? Health::Draining : Health::Unknown;
    node.image = plan.to;
    node.digest = plan.toDigest;
    node.deployment = plan.deployment;
    node.bornAt = now;
    node.startedAt = now;
    return node;
}

/// What is open on blue when the traffic moves ends while it drains. A node that stands still stays down.
void showBlue(NodeState& node, const HowFar& progress)
{
    node.side = progress.created ? Side::Blue : Side::None;
    if (!progress.moved)
        return;
    node.share = 0;
    node.requestRate = 0;
    if (node.lifecycle == Lifecycle::Running)
        node.health = Health::Draining;
    if (progress.drained)
        node.sessions = 0;
    if (progress.retired)
        node.slot.clear();
}

/// Every node that takes new traffic gets the same part of it, as equal weights give.
void shareOut(GroupState& group, const QSet<QString>& serving, double requestRate)
{
    for (NodeState& node : group.nodes) {
        node.share = serving.contains(node.name) ? 1.0 / double(serving.size()) : 0;
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

/// Those that serve once the traffic has moved: green, and who serves now and stays.
QSet<QString> servingAfter(const GroupState& group, const Plan& plan)
{
    QSet<QString> names;
    for (const NodeState& node : group.nodes) {
        if (takesTraffic(node))
            names.insert(node.name);
    }
    return names.subtract(namesOf(plan.blue)).unite(namesOf(plan.green));
}

void rehearse(GroupState& group, const Plan& plan, int step, const QDateTime& now)
{
    const HowFar progress = howFar(plan, step);
    const QSet<QString> blue = namesOf(plan.blue);
    const QSet<QString> serving = servingAfter(group, plan);
    const double rate = rateOf(group);
    if (progress.destroyed)
        group.nodes.removeIf([&blue](const NodeState& node) { return blue.contains(node.name); });
    for (NodeState& node : group.nodes) {
        if (blue.contains(node.name))
            showBlue(node, progress);
    }
    for (const PlannedNode& planned : plan.green) {
        if (progress.created)
            group.nodes.append(greenNode(plan, planned, progress, now));
    }
    if (progress.moved)
        shareOut(group, serving, rate);
}

qint64 waitOf(const Plan& plan, const Step& step)
{
    return step.kind == StepKind::Bake ? plan.bakeSeconds * 1000LL : step.typicalMs;
}

} // namespace

bool takesTraffic(const NodeState& node)
{
    return node.share > 0;
}

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
