// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/heartbeat.h"
#include "backend/deploy/orders.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"

namespace snowmelt {

static QString reasonOf(const BackendState& backend, const PlannedNode& node)
{
    const SlotState* slot = backend.find(node.slot);
    return slot ? slot->checkReason : QString();
}

Result<Done> greenStillUp(const DeploymentPtr& d, const BackendState& backend, qint64 seconds)
{
    const PlannedNode* down = firstNotUp(backend, d->plan.green);
    if (!down)
        return Done{};
    const QString reason = reasonOf(backend, *down);
    return Error{ErrorCode::NeverHealthy, {down->name, QString::number(seconds), reason}, reason};
}

/// What the balancer was told is not so any more. One that restarted forgot it, or read a config somebody wrote: it is
/// told once more. The same one was told something else, by a hand that wants something else: that hand has green for a
/// failure, and the deployment takes the traffic back to blue in order.
static Task<Done> sayAgain(DeploymentPtr d, QString forgotten, CallContext context)
{
    if (d->balancerPid == d->switchedPid)
        co_return Error{ErrorCode::BalancerDisagrees, {d->plan.balancer, forgotten}, {}};
    const Result<Done> told = co_await moveTraffic(d, context);
    co_return told;
}

Task<BackendState> watchGreen(DeploymentPtr d, NodeFacts balancer, CallContext context)
{
    Result<BackendState> backend = co_await readBackend(d, balancer, context);
    if (!backend)
        co_return backend;
    const QStringList forgotten = runtimeDisagreements(*backend, d->plan, Serving::Green);
    if (!forgotten.isEmpty()) {
        const Result<Done> told = co_await sayAgain(d, forgotten.first(), context);
        if (!told)
            co_return told.as<BackendState>();
        backend = co_await readBackend(d, balancer, context);
        if (!backend)
            co_return backend;
    }
    const Result<Done> up = greenStillUp(d, *backend, d->sinceStep.elapsed() / d->timing.second.count());
    if (!up)
        co_return up.as<BackendState>();
    const Result<Done> passed = passGates(d, *backend);
    if (!passed)
        co_return passed.as<BackendState>();
    (void)co_await lookForEdits(d, balancer, context);
    co_return backend;
}

Task<Done> keepWatch(DeploymentPtr d, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<Done>();
    const Result<BackendState> backend = co_await watchGreen(d, sight->balancer, context);
    co_return backend ? Result<Done>(Done{}) : backend.as<Done>();
}

} // namespace snowmelt
