// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/conduct.h"

#include "backend/deploy/looking.h"
#include "backend/deploy/perform.h"
#include "backend/deploy/sides.h"

namespace snowmelt {

DeployEnd lostEnd(const Error& loss)
{
    return {OutcomeKind::Failed, Safety::Uncertain, loss};
}

Task<Safety> seenSafety(DeploymentPtr d)
{
    const Result<Sight> sight = co_await look(d, d->unhurried());
    if (!sight)
        co_return Safety::Uncertain;
    co_return safetySeen(sight->backend, d->plan, sight->nodes);
}

namespace {

void announce(const DeploymentPtr& d, const Move& move, const Move& before)
{
    if (move.act == Act::Step) {
        d->control->begin(move.step);
        d->emit(StepBegun{move.step, d->plan.steps.at(move.step).kind});
    } else if (move.act != Act::Stop && before.turn == Turn::None) {
        d->control->goBack();
        d->emit(RollingBack{move.step, turnReason(move.turn)});
    }
}

void attachControl(const DeploymentPtr& d)
{
    const std::weak_ptr<Deployment> weak = d;
    d->control->attach(d->plan, [weak](EventBody body) {
        const DeploymentPtr held = weak.lock();
        if (!held)
            return;
        if (const auto* now = std::get_if<Progress>(&body))
            held->lastTold = *now;
        held->emit(std::move(body));
    });
}

/// A cancel is not told through the control's door, but commands have to know of it.
void turnsRound(const DeploymentPtr& d)
{
    if (!isPastNoReturn(d->plan, d->control->state().step))
        d->control->goBack();
    d->tell(Phase::CleaningUp, {});
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
    if (!last.touched && !d->control->loss())
        co_return DeployEnd{last.outcome, Safety::NothingTouched, failure};
    const Result<Safety> safety = co_await seenSafety(d);
    if (d->control->loss())
        co_return lostEnd(*d->control->loss());
    co_return withLeftover({last.outcome, *safety, failure}, d->leftover);
}

} // namespace

Task<DeployEnd> conduct(DeploymentPtr d, Move move, CallContext context)
{
    attachControl(d);
    const Asking asking(context.cancel, d->control, [d] { turnsRound(d); });
    d->conducted = true;
    std::optional<Error> failure;
    Move before;
    while (move.act != Act::Stop) {
        announce(d, move, before);
        const Result<Performed> performed = co_await perform(d, move, &asking, context.deadline);
        // The failure of the way back says more about where things stand than the one that caused it, which was told
        // by StepFailed already.
        if (performed->error)
            failure = performed->error;
        before = move;
        move = nextMove(d->plan, before, performed->end);
    }
    const Result<DeployEnd> end = co_await conclude(d, move, failure);
    d->conducted = false;
    (void)co_await d->prober.end();
    d->control->detach();
    d->emit(d->traffic());
    co_return *end;
}

} // namespace snowmelt
