// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/deployer.h"

#include "backend/deploy/engine.h"
#include "backend/deploy/looking.h"
#include "backend/deploy/next_move.h"
#include "backend/deploy/perform.h"
#include "backend/deploy/sides.h"

#include <algorithm>

namespace snowmelt {

namespace {

void announce(const DeploymentPtr& d, const Move& move, const Move& before)
{
    if (move.act == Act::Step)
        d->emit(StepBegun{move.step, d->plan.steps.at(move.step).kind});
    else if (move.act != Act::Stop && before.turn == Turn::None)
        d->emit(RollingBack{move.step, turnReason(move.turn)});
}

/// Believed is what is seen now, not what the steps remember.
Task<Safety> seenSafety(DeploymentPtr d)
{
    const Result<Sight> sight = co_await look(d, d->brief());
    if (!sight)
        co_return Safety::Uncertain;
    co_return safetySeen(sight->backend, d->plan, sight->nodes);
}

/// A way back that left something behind did not end as asked, though traffic is where it belongs.
DeployEnd withLeftover(DeployEnd end, const std::optional<Error>& leftover)
{
    if (!leftover || end.outcome == OutcomeKind::Done)
        return end;
    end.outcome = OutcomeKind::Failed;
    if (!end.error)
        end.error = leftover;
    return end;
}

Task<DeployEnd> conclude(DeploymentPtr d, Move last, std::optional<Error> failure)
{
    if (last.outcome == OutcomeKind::Done)
        co_return DeployEnd{OutcomeKind::Done, Safety::AsWanted, {}};
    if (!last.touched)
        co_return DeployEnd{last.outcome, Safety::NothingTouched, failure};
    const Result<Safety> safety = co_await seenSafety(d);
    co_return withLeftover({last.outcome, *safety, failure}, d->leftover);
}

/// `asking` outlives the task.
Task<DeployEnd> runFrom(DeploymentPtr d, Move move, const Asking* asking, QDeadlineTimer deadline)
{
    std::optional<Error> failure;
    Move before;
    while (move.act != Act::Stop) {
        announce(d, move, before);
        const Result<Performed> performed = co_await perform(d, move, asking, deadline);
        // The failure of the way back says more about where things stand than the one that caused it, which was told
        // by StepFailed already.
        if (performed->error)
            failure = performed->error;
        before = move;
        move = nextMove(d->plan, before, performed->end);
    }
    const Result<DeployEnd> end = co_await conclude(d, move, failure);
    d->emit(d->meter.counted());
    co_return *end;
}

bool hasGreen(const Plan& plan, const QList<NodeFacts>& nodes)
{
    const auto ours = [&plan](const NodeFacts& node) { return node.deployment == plan.deployment; };
    return std::any_of(nodes.begin(), nodes.end(), ours);
}

} // namespace

Task<DeployEnd> runDeployment(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image,
                              QString storeLayout, Emit emit, CancelToken rollBackAsked, CallContext context,
                              DeployTiming timing)
{
    const Result<DeploymentPtr> made = makeDeployment(fleet, plan, image, storeLayout, emit, timing);
    if (!made)
        co_return DeployEnd{OutcomeKind::Failed, Safety::NothingTouched, made.error()};
    const DeploymentPtr d = *made;
    const Asking asking(context.cancel, rollBackAsked, [d] { d->tell(Phase::CleaningUp, {}); });
    const Result<DeployEnd> end = co_await runFrom(d, firstMove(), &asking, context.deadline);
    co_return *end;
}

Task<DeployEnd> finishAbandoned(std::shared_ptr<const FleetAccess> fleet, Plan plan, Reached reached, Emit emit,
                                DeployTiming timing)
{
    const Result<DeploymentPtr> made = makeDeployment(fleet, plan, {}, {}, emit, timing);
    if (!made)
        co_return made.as<DeployEnd>();
    const DeploymentPtr d = *made;
    const Result<QList<NodeFacts>> nodes = co_await listNodes(d, d->brief());
    if (!nodes)
        co_return nodes.as<DeployEnd>();
    if (!hasGreen(plan, *nodes))
        co_return DeployEnd{OutcomeKind::Cancelled, Safety::Unchanged, {}};
    const Asking nobody({}, {}, [] {});
    const Move last{Act::Step, reached.step};
    const bool forward = isPastNoReturn(plan, reached.step) && !reached.goingBack;
    const Move move = forward ? last : nextMove(plan, last, ActEnd::Cancelled);
    const Result<DeployEnd> end = co_await runFrom(d, move, &nobody, QDeadlineTimer(QDeadlineTimer::Forever));
    co_return *end;
}

Task<DeployEnd> finishAbandoned(std::shared_ptr<const FleetAccess> fleet, Plan plan, Reached reached, Emit emit)
{
    const Result<DeployEnd> end = co_await finishAbandoned(fleet, plan, reached, emit, DeployTiming{});
    co_return end;
}

Task<DeployEnd> deploy(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image, QString storeLayout,
                       Emit emit, CancelToken rollBackAsked, CallContext context)
{
    const Result<DeployEnd> end =
        co_await runDeployment(fleet, plan, image, storeLayout, emit, rollBackAsked, context, DeployTiming{});
    co_return end;
}

} // namespace snowmelt
