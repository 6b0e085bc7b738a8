// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, SwapIntent intent)
{
    const Result<PlannedSwap> planned = co_await plannedSwap(operation, intent.group, intent.to, intent.bakeSeconds);
    if (!planned)
        co_return endedBy(planned, Safety::NothingTouched);
    const Finished finished = co_await executePlan(operation, planned->fleet, planned->plan, planned->image);
    co_return finished;
}

} // namespace snowmelt
