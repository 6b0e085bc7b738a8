// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, PlanIntent intent)
{
    const Result<PlannedSwap> planned = co_await plannedSwap(operation, intent.group, intent.to, intent.bakeSeconds);
    if (!planned)
        co_return endedBy(planned, Safety::Unchanged);
    operation->say(PlanMade{planned->plan});
    co_return Finished{OutcomeKind::Differences, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
