// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/perform.h"

#include "backend/deploy/steps/steps.h"
#include "backend/deploy/waiting.h"

namespace snowmelt {

Asking::Asking(CancelToken cancel, DeployControlPtr control, std::function<void()> acknowledge)
    : m_cancel(std::move(cancel)), m_rollBack(control->rollBackAsked()), m_abort(control->abortAsked()),
      m_lost(control->lost())
{
    const auto turn = [turned = m_turn, any = m_any, acknowledge = std::move(acknowledge)]() mutable {
        if (turned.token().isCancelled())
            return;
        acknowledge();
        turned.cancel();
        any.cancel();
    };
    m_cancelId = m_cancel.onCancel(turn);
    m_rollBackId = m_rollBack.onCancel(turn);
    m_abortId = m_abort.onCancel([any = m_any]() mutable { any.cancel(); });
    m_lostId = m_lost.onCancel([turned = m_turn, any = m_any]() mutable {
        turned.cancel();
        any.cancel();
    });
}

Asking::~Asking()
{
    m_cancel.forget(m_cancelId);
    m_rollBack.forget(m_rollBackId);
    m_abort.forget(m_abortId);
    m_lost.forget(m_lostId);
}

ActEnd Asking::asked() const
{
    if (m_lost.isCancelled())
        return ActEnd::Lost;
    if (m_abort.isCancelled())
        return ActEnd::Aborted;
    return m_cancel.isCancelled() ? ActEnd::Cancelled : ActEnd::Asked;
}

namespace {

Task<Done> nothing()
{
    co_return Done{};
}

Task<Done> act(StepKind kind, DeploymentPtr d, CallContext context)
{
    switch (kind) {
    case StepKind::Check:
        return nothing();
    case StepKind::CreateNodes:
        return createGreen(d, context);
    case StepKind::AwaitHealthy:
        return awaitGreenHealthy(d, context);
    case StepKind::MoveTraffic:
        return moveTraffic(d, context);
    case StepKind::DrainBlue:
        return drainBlue(d, context);
    case StepKind::Bake:
        return bake(d, context);
    case StepKind::RetireBlue:
        return retireBlue(d, context);
    case StepKind::DestroyBlue:
        return destroyBlue(d, context);
    }
    Q_UNREACHABLE();
}

Task<QStringList> observe(StepKind kind, DeploymentPtr d, CallContext context)
{
    switch (kind) {
    case StepKind::Check:
        return observeFit(d, context);
    case StepKind::CreateNodes:
        return observeGreenAdmitted(d, context);
    case StepKind::AwaitHealthy:
        return observeGreenChecked(d, context);
    case StepKind::MoveTraffic:
    case StepKind::RetireBlue:
        return observeGreenServes(d, context);
    case StepKind::DrainBlue:
    case StepKind::Bake:
        return observeBothSides(d, context);
    case StepKind::DestroyBlue:
        return observeBlueGone(d, context);
    }
    Q_UNREACHABLE();
}

Task<Done> wayBack(Act back, DeploymentPtr d)
{
    switch (back) {
    case Act::ReviveBlue:
        return reviveBlue(d);
    case Act::DrainGreen:
        return drainGreen(d);
    case Act::RemoveGreen:
        return removeGreen(d);
    case Act::Step:
    case Act::Stop:
        break;
    }
    return nothing();
}

Performed failed(const Error& error)
{
    return {error.code == ErrorCode::DrainTimedOut ? ActEnd::DrainTimedOut : ActEnd::Failed, error};
}

/// Acts after the point of no return are not cancellable; their parts have deadlines of their own.
CallContext contextOf(const DeploymentPtr& d, int step, const Asking& asking, QDeadlineTimer deadline)
{
    if (isPastNoReturn(d->plan, step))
        return d->unhurried();
    const bool whole = d->plan.steps.at(step).kind == StepKind::MoveTraffic;
    return {whole ? asking.turnToken() : asking.token(), deadline};
}

/// Steps that do nothing but look and wait: a pause takes hold in them.
bool onlyWaits(StepKind kind)
{
    return kind == StepKind::AwaitHealthy || kind == StepKind::DrainBlue || kind == StepKind::Bake;
}

Performed tellFailure(const DeploymentPtr& d, const Move& move, const Asking& asking, const Error& error)
{
    if (d->control->loss())
        return {ActEnd::Lost, {}}; // whose failure it is cannot be told any more
    d->emit(StepFailed{move.step, d->plan.steps.at(move.step).kind, error});
    // A person wants nothing more to be done: not the way back of this failure either.
    const bool aborted = asking.any() && asking.asked() == ActEnd::Aborted;
    return aborted ? Performed{ActEnd::Aborted, error} : failed(error);
}

Task<QStringList> actAndObserve(DeploymentPtr d, int step, CallContext context)
{
    const StepKind kind = d->plan.steps.at(step).kind;
    if (onlyWaits(kind))
        d->control->mayStandAt(step);
    const Result<Done> acted = co_await act(kind, d, context);
    d->control->mayNotStand();
    if (!acted)
        co_return acted.as<QStringList>();
    const Result<QStringList> observed = co_await observe(kind, d, context);
    co_return observed;
}

/// Between two steps, as long as the deployment is paused. Where green serves it is watched.
Task<Done> standStill(DeploymentPtr d, int done, CallContext context)
{
    const StepKind kind = d->plan.steps.at(done).kind;
    const bool greenServes = kind == StepKind::MoveTraffic || kind == StepKind::DrainBlue || kind == StepKind::Bake;
    d->control->mayStandAt(done + 1);
    Result<Done> still = Done{};
    while (still && d->control->state().paused) {
        if (greenServes)
            still = co_await keepWatch(d, context);
        if (still)
            still = co_await idle(d, d->timing.poll, context);
    }
    d->control->mayNotStand();
    co_return still;
}

Task<Performed> performStep(DeploymentPtr d, Move move, const Asking* asking, QDeadlineTimer deadline)
{
    // Also a record of this step that could not be written cancels, and the step from which there is no way back would
    // not hear it any more: what cannot be undone is not done unrecorded.
    const bool hears = !isPastNoReturn(d->plan, move.step - 1);
    if (hears && asking->any())
        co_return Performed{asking->asked(), {}};
    d->sinceStep.start();
    d->stage = d->plan.steps.at(move.step).kind;
    d->greenWell |= d->stage >= StepKind::MoveTraffic;
    const CallContext before = hears ? CallContext{asking->token(), deadline} : d->unhurried();
    const EventBody begun = StepBegun{move.step, d->stage};
    const Result<Done> noted = co_await d->control->noteAhead(begun, before.within(d->timing.patience));
    if (noted.failed())
        co_return tellFailure(d, move, *asking, noted.error());
    if (noted.cancelled() || (hears && asking->any()))
        co_return Performed{asking->asked(), {}};
    const CallContext context = contextOf(d, move.step, *asking, deadline);
    const Result<QStringList> observed = co_await actAndObserve(d, move.step, context);
    if (observed.cancelled())
        co_return Performed{asking->asked(), {}};
    if (!observed)
        co_return tellFailure(d, move, *asking, observed.error());
    d->emit(StepDone{move.step, d->plan.steps.at(move.step).kind, d->sinceStep.elapsed(), *observed});
    if (isPastNoReturn(d->plan, move.step))
        co_return Performed{};
    // Asked while a part ran that is not cut in the middle.
    if (asking->any())
        co_return Performed{asking->asked(), {}};
    const CallContext standing{asking->token(), deadline};
    const Result<Done> stood = co_await standStill(d, move.step, standing);
    if (stood.cancelled())
        co_return Performed{asking->asked(), {}};
    co_return stood ? Performed{} : tellFailure(d, move, *asking, stood.error());
}

} // namespace

Task<Performed> perform(DeploymentPtr d, Move move, const Asking* asking, QDeadlineTimer deadline)
{
    if (d->control->loss())
        co_return Performed{ActEnd::Lost, {}};
    if (move.act == Act::Step) {
        const Result<Performed> performed = co_await performStep(d, move, asking, deadline);
        co_return performed;
    }
    // Traffic goes back whether others can read of it or not.
    const EventBody turned = RollingBack{move.step, turnReason(move.turn)};
    (void)co_await d->control->noteAhead(turned, d->brief());
    const Result<Done> back = co_await wayBack(move.act, d);
    if (!back && d->control->loss())
        co_return Performed{ActEnd::Lost, {}};
    co_return back.failed() ? failed(back.error()) : Performed{};
}

} // namespace snowmelt
