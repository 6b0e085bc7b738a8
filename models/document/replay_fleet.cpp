// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/replay_fleet.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool isOneOf(const QList<PlannedNode>& planned, const NodeState& node)
{
    return std::ranges::any_of(planned, [&node](const PlannedNode& one) { return one.name == node.name; });
}

bool isHealthy(const NodeState& node)
{
    return node.health == Health::Healthy;
}

/// All that are healthy have the same part of the group's requests.
void spread(GroupState& group, double rate)
{
    const auto count = std::ranges::count_if(group.nodes, isHealthy);
    for (NodeState& node : group.nodes) {
        node.share = isHealthy(node) && count > 0 ? 1.0 / double(count) : 0;
        node.requestRate = rate * node.share;
    }
}

void takeBack(GroupState& group, const Plan& plan)
{
    double rate = 0;
    for (const NodeState& node : group.nodes)
        rate += node.requestRate;
    const auto before = group.nodes.size();
    group.nodes.removeIf([&plan](const NodeState& node) { return isOneOf(plan.green, node); });
    if (group.nodes.size() == before)
        return; // seen before green was made
    for (NodeState& node : group.nodes) {
        if (isOneOf(plan.blue, node) && node.health == Health::Draining)
            node.health = Health::Healthy;
    }
    spread(group, rate);
}

/// The last step before the traffic moves, of those that were done.
int beforeTheMove(const DeploymentState& deployment, int done)
{
    const QList<Step>& steps = deployment.plan.steps;
    const auto move = std::ranges::find(steps, StepKind::MoveTraffic, &Step::kind);
    return std::min(done, int(move - steps.cbegin()) - 1);
}

int atTheEnd(const DeploymentState& deployment, int done)
{
    switch (deployment.finished->safety) {
    case Safety::NothingTouched:
    case Safety::BlueServes:
        return -1;
    case Safety::BlueServesGreenKept:
        return beforeTheMove(deployment, done);
    case Safety::AsWanted:
    case Safety::GreenServesAlone:
        return int(deployment.plan.steps.size()) - 1;
    case Safety::GreenServes:
    case Safety::Unchanged:
    case Safety::PartlyUp:
    case Safety::PartlyDown:
    case Safety::StoreAsBefore:
    case Safety::Uncertain:
        break;
    }
    return done;
}

void setSide(GroupState& group, const QList<PlannedNode>& planned, const SideTraffic& side)
{
    QList<NodeState*> nodes;
    for (NodeState& node : group.nodes) {
        if (isOneOf(planned, node))
            nodes.append(&node);
    }
    const auto serving = std::ranges::count_if(nodes, [](const NodeState* node) { return node->share > 0; });
    for (int i = 0; i < nodes.size(); ++i) {
        const int left = side.sessions % int(nodes.size());
        nodes[i]->sessions = side.sessions / int(nodes.size()) + (i < left ? 1 : 0);
        nodes[i]->requestRate = nodes[i]->share > 0 ? side.rate / double(serving) : 0;
    }
}

/// A balancer has the requests of the groups it serves.
void sumUp(FleetState& fleet)
{
    for (BalancerState& balancer : fleet.balancers) {
        balancer.requestRate = 0;
        for (const GroupState& group : std::as_const(fleet.groups)) {
            if (!balancer.serves.contains(group.name))
                continue;
            for (const NodeState& node : group.nodes)
                balancer.requestRate += node.requestRate;
        }
    }
}

template <typename Change>
void changeNodes(FleetState& fleet, Change change)
{
    for (GroupState& group : fleet.groups)
        std::ranges::for_each(group.nodes, change);
}

} // namespace

FleetState withoutDeployment(FleetState seen, const Plan& plan)
{
    for (GroupState& group : seen.groups) {
        if (group.name == plan.group)
            takeBack(group, plan);
    }
    return seen;
}

int stepReached(const DeploymentState& deployment)
{
    const int done = deployment.done.isEmpty() ? -1 : deployment.done.lastKey();
    if (deployment.finished)
        return atTheEnd(deployment, done);
    return deployment.rollingBack ? beforeTheMove(deployment, done) : done;
}

FleetState withTraffic(FleetState fleet, const Plan& plan, const TrafficCounted& counted)
{
    // Snowmelts before the one that counts by side recorded sums alone.
    if (counted.blue == SideTraffic() && counted.green == SideTraffic())
        return fleet;
    for (GroupState& group : fleet.groups) {
        if (group.name != plan.group)
            continue;
        setSide(group, plan.blue, counted.blue);
        setSide(group, plan.green, counted.green);
    }
    sumUp(fleet);
    return fleet;
}

FleetState withDrain(FleetState fleet, const DrainSeen& drain)
{
    changeNodes(fleet, [&drain](NodeState& node) {
        const auto seen = std::ranges::find(drain.nodes, node.name, &DrainingNode::node);
        if (seen != drain.nodes.cend())
            node.sessions = seen->sessions;
    });
    return fleet;
}

FleetState withFailure(FleetState fleet, const Error& error)
{
    if (error.code != ErrorCode::NeverHealthy)
        return fleet;
    changeNodes(fleet, [&error](NodeState& node) {
        if (node.name != error.args.value(0))
            return;
        node.health = Health::Down;
        node.healthReason = error.detail;
        node.share = 0;
        node.requestRate = 0;
    });
    return fleet;
}

} // namespace snowmelt
