// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/stage_scene.h"

#include "models/domain/planning/rehearsal.h"

namespace snowmelt {

namespace {

/// Green that waits for its first request is neither ill nor draining, and one that boots is not "unknown".
void awaitTraffic(NodeState& node)
{
    if (node.side != Side::Green || node.share > 0)
        return;
    if (node.health == Health::Draining)
        node.health = Health::Healthy;
    else if (node.health == Health::Unknown)
        node.healthReason = QStringLiteral("starting");
}

} // namespace

StageScene sceneOf(const Blueprint& blueprint, const FleetState& fleet, const QString& group)
{
    StageScene scene{blueprint, fleet};
    scene.blueprint.databases.clear();
    scene.fleet.databases.clear();
    scene.blueprint.groups.removeIf([&](const Group& one) { return one.name != group; });
    scene.fleet.groups.removeIf([&](const GroupState& one) { return one.name != group; });
    for (Group& one : scene.blueprint.groups)
        one.uses.clear();
    scene.blueprint.balancers.removeIf([&](const Balancer& one) { return !one.serves.contains(group); });
    scene.fleet.balancers.removeIf([&](const BalancerState& one) { return !one.serves.contains(group); });
    for (Balancer& one : scene.blueprint.balancers)
        one.serves = QStringList{group};
    for (BalancerState& one : scene.fleet.balancers)
        one.serves = QStringList{group};
    return scene;
}

FleetState sceneAt(const StageScene& scene, const Plan& plan, int step)
{
    FleetState fleet = rehearsed(scene.fleet, plan, step);
    for (GroupState& group : fleet.groups) {
        for (NodeState& node : group.nodes)
            awaitTraffic(node);
    }
    fleet.observedAt = {};
    return fleet;
}

FleetMoment predictedEnd(const StageScene& scene, const Plan& plan)
{
    FleetMoment end{scene.blueprint, sceneAt(scene, plan, int(plan.steps.size()) - 1), true};
    for (Group& group : end.blueprint.groups)
        group.image = plan.to;
    for (GroupState& group : end.fleet.groups)
        group.blueprintImage = plan.to;
    return end;
}

} // namespace snowmelt
