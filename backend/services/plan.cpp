// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, PlanIntent intent)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return endedBy(fleet, Safety::Unchanged);
    const Result<PlanInput> input = co_await planInput(operation, *fleet, intent.group, intent.to);
    if (!input)
        co_return endedBy(input, Safety::Unchanged);
    const Result<Plan> plan = planSwap(*input, intent.group, intent.to, intent.bakeSeconds);
    if (!plan)
        co_return endedBy(plan, Safety::Unchanged);
    operation->say(PlanMade{*plan});
    co_return Finished{OutcomeKind::Differences, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
