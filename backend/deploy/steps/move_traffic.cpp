// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/orders.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"
#include "backend/deploy/waiting.h"

namespace snowmelt {

Task<Done> awaitGreenUp(DeploymentPtr d, NodeFacts balancer, CallContext context)
{
    WaitClock clock = d->clock(d->timing.settleLimit);
    while (true) {
        const Result<BackendState> backend = co_await readBackend(d, balancer, context);
        if (!backend)
            co_return backend.as<Done>();
        const PlannedNode* notUp = firstNotUp(*backend, d->plan.green);
        if (!notUp && backend->queued == 0)
            co_return Done{};
        d->tick(clock);
        if (clock.expired())
            co_return notUp ? greenStillUp(d, *backend, d->timing.settleLimit / d->timing.second)
                            : Error{ErrorCode::TimedOut, {u"qcur"_qs, QString::number(backend->queued)}, {}};
        const Result<Done> waited = co_await idle(d, d->timing.poll, context);
        if (!waited)
            co_return waited;
    }
}

/// The order is the safety of it. Until green is seen up at full capacity the config says blue, so a restart gives the
/// traffic to blue, which still takes it. Then the config says green; only after it green is seen up once more (a
/// restart just before the config was written would have taken green's traffic away), and blue is drained last. At no
/// moment does a restart or reload lead to a side that does not serve.
Task<Done> moveTraffic(DeploymentPtr d, CallContext context)
{
    d->tell(Phase::ConfiguringBalancer, {d->plan.balancer});
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<Done>();
    if (const std::optional<Error> wrong = notAdmitted(d, *sight))
        co_return *wrong;
    const NodeFacts balancer = sight->balancer;
    const Result<Done> ready = co_await orderModes(d, balancer, placements(d->plan.green, SlotMode::Ready), context);
    if (!ready)
        co_return ready;
    const Result<Done> up = co_await awaitGreenUp(d, balancer, context);
    if (!up)
        co_return up;
    const Result<Done> written = co_await writeSides(d, *sight, SlotMode::Drain, SlotMode::Ready, context);
    if (!written)
        co_return written;
    const Result<Done> stillUp = co_await awaitGreenUp(d, balancer, context);
    if (!stillUp)
        co_return stillUp;
    d->switchedPid = d->balancerPid;
    const Result<Done> drained = co_await orderModes(d, balancer, placements(d->plan.blue, SlotMode::Drain), context);
    co_return drained;
}

Task<QStringList> observeGreenServes(DeploymentPtr d, CallContext)
{
    const Result<QStringList> seen = co_await verifyServing(d, true);
    co_return seen;
}

} // namespace snowmelt
