// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool asBlueprintSays(const GroupState& group)
{
    const auto good = [&](const NodeState& node) {
        return node.health == Health::Healthy && node.image == group.blueprintImage;
    };
    return group.nodes.size() == group.wanted && std::all_of(group.nodes.begin(), group.nodes.end(), good);
}

OutcomeKind judge(const FleetState& fleet)
{
    if (!fleet.complete())
        return OutcomeKind::Incomplete;
    const bool groups = std::all_of(fleet.groups.begin(), fleet.groups.end(), asBlueprintSays);
    const auto healthy = [](const auto& part) { return part.node.health == Health::Healthy; };
    const bool others = std::all_of(fleet.balancers.begin(), fleet.balancers.end(), healthy) &&
                        std::all_of(fleet.databases.begin(), fleet.databases.end(), healthy);
    return groups && others ? OutcomeKind::Done : OutcomeKind::Differences;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, StatusIntent)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (fleet.failed() && fleet.error().code == ErrorCode::FleetNotUp) {
        operation->say(FleetObserved{absentFleet(operation->blueprint())});
        co_return Finished{OutcomeKind::Differences, Safety::Unchanged, std::nullopt, 0};
    }
    if (!fleet)
        co_return endedBy(fleet, Safety::Unchanged);
    const Result<FleetState> seen = co_await lookAtFleet(operation, *fleet);
    if (!seen)
        co_return endedBy(seen, Safety::Unchanged);
    operation->say(FleetObserved{*seen});
    co_return Finished{judge(*seen), Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
