// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/execute_plan.h"
#include "backend/services/leasing.h"
#include "backend/services/plan_input.h"
#include "backend/services/verbs.h"

namespace snowmelt {

/// Both sides of a group that somebody deploys hold its slots: who it is, or what was left open, says more than that
/// none is free.
QCoro::Task<Finished> runVerb(OperationPtr operation, PlanIntent intent)
{
    // One await in each branch: GCC 12 takes no conditional with two awaited operands.
    Result<PlannedDeployment> planned = Cancelled{};
    const RebirthIntent rebirth{intent.node, intent.options, intent.round};
    const QStringList none;
    if (intent.node.isEmpty())
        planned = co_await plannedSwap(operation, intent.group, intent.to, intent.bakeSeconds, intent.options);
    else
        planned = co_await plannedRebirth(operation, rebirth, none);
    if (planned.failed() && planned.error().code == ErrorCode::NoFreeSlot) {
        const std::optional<Error> held = co_await whoHolds(operation, operation->group());
        if (held)
            co_return failedWith(*held, Safety::Unchanged);
        if (const auto open = stillOpen(*operation))
            co_return failedWith(*open, Safety::Unchanged);
    }
    if (!planned)
        co_return endedBy(planned, Safety::Unchanged);
    operation->say(PlanMade{planned->plan});
    co_return Finished{OutcomeKind::Differences, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
