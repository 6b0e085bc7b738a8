// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/execute_plan.h"
#include "backend/services/plan_input.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

/// What is left of the round after this plan.
RebirthIntent rest(const RebirthIntent& intent, const Plan& plan)
{
    return {
        plan.toFollow.first(), intent.options, {plan.toFollow.mid(1), intent.round.atOnce, intent.round.leastServing}};
}

QStringList reborn(const Plan& plan)
{
    QStringList names = plan.rebornBefore;
    for (const PlannedNode& node : plan.blue)
        names.append(node.name);
    return names;
}

/// Before a later batch is begun nothing of it was touched, but of the round there was: the fresh nodes serve.
Finished beforeBatch(Finished finished)
{
    finished.safety = Safety::GreenServesAlone;
    return finished;
}

/// A later batch that turned round before it made anything leaves its nodes as they were.
Finished ofBatch(Finished finished)
{
    if (finished.safety == Safety::NothingTouched)
        finished.safety = Safety::BlueServes;
    return finished;
}

} // namespace

/// Each batch is a deployment of its own in the operation's journal: what is open when the process dies is the batch
/// under way, and its plan names what is not begun.
QCoro::Task<Finished> runVerb(OperationPtr operation, RebirthIntent intent)
{
    if (const auto open = stillOpen(*operation))
        co_return failedWith(*open, Safety::NothingTouched);
    QStringList before;
    while (true) {
        const bool later = !before.isEmpty();
        const Result<PlannedDeployment> planned = co_await plannedRebirth(operation, intent, before);
        if (!planned)
            co_return endedBy(planned, later ? Safety::GreenServesAlone : Safety::NothingTouched);
        if (later && operation->context().cancel.isCancelled())
            co_return beforeBatch({OutcomeKind::Cancelled, Safety::NothingTouched, std::nullopt, 0});
        const auto refused = whyNot(*operation, planned->plan, intent.options.accepted);
        if (later && refused)
            co_return beforeBatch(failedWith(*refused, Safety::NothingTouched));
        const Finished finished = co_await executePlan(operation, planned->fleet, planned->seen, planned->plan,
                                                       planned->image, intent.options.accepted);
        if (finished.outcome != OutcomeKind::Done)
            co_return later ? ofBatch(finished) : finished;
        if (planned->plan.toFollow.isEmpty())
            co_return finished;
        before = reborn(planned->plan);
        intent = rest(intent, planned->plan);
    }
}

} // namespace snowmelt
