// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/execute_plan.h"
#include "backend/services/plan_input.h"
#include "backend/services/verbs.h"

namespace snowmelt {

QCoro::Task<Finished> runVerb(OperationPtr operation, RebirthIntent intent)
{
    if (const auto open = stillOpen(*operation))
        co_return failedWith(*open, Safety::NothingTouched);
    const Result<PlannedDeployment> planned = co_await plannedRebirth(operation, intent.node, intent.options);
    if (!planned)
        co_return endedBy(planned, Safety::NothingTouched);
    const Finished finished = co_await executePlan(operation, planned->fleet, planned->seen, planned->plan,
                                                   planned->image, intent.options.accepted);
    co_return finished;
}

} // namespace snowmelt
