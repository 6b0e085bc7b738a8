// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/perform.h"

#include "backend/deploy/steps/steps.h"

#include <QElapsedTimer>

namespace snowmelt {

Asking::Asking(CancelToken cancel, CancelToken rollBack, std::function<void()> acknowledge)
    : m_cancel(std::move(cancel)), m_rollBack(std::move(rollBack))
{
    m_eitherId = m_either.token().onCancel(std::move(acknowledge));
    m_cancelId = m_cancel.onCancel([either = m_either]() mutable { either.cancel(); });
    m_rollBackId = m_rollBack.onCancel([either = m_either]() mutable { either.cancel(); });
}

Asking::~Asking()
{
    m_cancel.forget(m_cancelId);
    m_rollBack.forget(m_rollBackId);
    m_either.token().forget(m_eitherId);
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
        return CallContext::cleanup(d->timing.importLimit);
    return {asking.token(), deadline};
}

Performed tellFailure(const DeploymentPtr& d, const Move& move, const Error& error)
{
    d->emit(StepFailed{move.step, d->plan.steps.at(move.step).kind, error});
    return failed(error);
}

Task<Performed> performStep(DeploymentPtr d, Move move, const Asking* asking, QDeadlineTimer deadline)
{
    // Also a record of this step that could not be written cancels, and the step from which there is no way back would
    // not hear it any more: what cannot be undone is not done unrecorded.
    if (asking->any() && !isPastNoReturn(d->plan, move.step - 1))
        co_return Performed{asking->asked(), {}};
    const StepKind kind = d->plan.steps.at(move.step).kind;
    const CallContext context = contextOf(d, move.step, *asking, deadline);
    QElapsedTimer took;
    took.start();
    const Result<Done> acted = co_await act(kind, d, context);
    if (acted.cancelled())
        co_return Performed{asking->asked(), {}};
    if (!acted)
        co_return tellFailure(d, move, acted.error());
    const Result<QStringList> observed = co_await observe(kind, d, context);
    if (observed.cancelled())
        co_return Performed{asking->asked(), {}};
    if (!observed)
        co_return tellFailure(d, move, observed.error());
    d->emit(StepDone{move.step, kind, took.elapsed(), *observed});
    // Asked while a part ran that is not cut in the middle.
    if (asking->any() && !isPastNoReturn(d->plan, move.step))
        co_return Performed{asking->asked(), {}};
    co_return Performed{};
}

} // namespace

Task<Performed> perform(DeploymentPtr d, Move move, const Asking* asking, QDeadlineTimer deadline)
{
    if (move.act == Act::Step) {
        const Result<Performed> performed = co_await performStep(d, move, asking, deadline);
        co_return performed;
    }
    const Result<Done> back = co_await wayBack(move.act, d);
    co_return back.failed() ? failed(back.error()) : Performed{};
}

} // namespace snowmelt
