// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

/// The group's node of this name, or why there is none to be reborn.
Result<NodeState> groupNode(const FleetState& fleet, const QString& name)
{
    const NodeState* node = fleet.findNode(name);
    if (!node)
        return Error{ErrorCode::NodeUnknown, {name}, {}};
    if (node->role != Role::Node)
        return Error{ErrorCode::Unsupported, {QStringLiteral("rebirth"), name}, {}};
    return *node;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, RebirthIntent intent)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return endedBy(fleet, Safety::NothingTouched);
    const Result<FleetState> seen = co_await lookAtFleet(operation, *fleet);
    if (!seen)
        co_return endedBy(seen, Safety::NothingTouched);
    const Result<NodeState> node = groupNode(*seen, intent.node);
    if (!node)
        co_return endedBy(node, Safety::NothingTouched);
    const Result<PlanInput> input = co_await planInput(operation, *fleet, node->group, node->image);
    if (!input)
        co_return endedBy(input, Safety::NothingTouched);
    const Result<Plan> plan = planRebirth(*input, intent.node);
    if (!plan)
        co_return endedBy(plan, Safety::NothingTouched);
    const Finished finished = co_await executePlan(operation, *fleet, *plan, input->image);
    co_return finished;
}

} // namespace snowmelt
