// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"
#include "backend/execution/timing.h"

#include <QElapsedTimer>

#include <algorithm>

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

Task<Done> awaitQuiet(DeploymentPtr d, QList<PlannedNode> side, bool gate, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<Done>();
    const NodeFacts balancer = sight->balancer;
    const QDeadlineTimer deadline(d->timing.second * d->plan.drainSeconds);
    QElapsedTimer since;
    since.start();
    int quiet = 0;
    while (true) {
        const Result<BackendState> backend = co_await readBackend(d, balancer, context);
        if (!backend)
            co_return backend.as<Done>();
        const Result<Done> up = gate ? greenStillUp(d, *backend, since.elapsed() / d->timing.second.count()) : Done{};
        if (!up)
            co_return up;
        const SideLoad load = loadOf(*backend, side);
        quiet = load.quiet() ? quiet + 1 : 0;
        d->tell(Phase::Draining, {QString::number(load.sessions), load.busiest});
        if (quiet >= d->timing.quietPolls)
            co_return Done{};
        if (!load.quiet() && deadline.hasExpired())
            co_return Error{ErrorCode::DrainTimedOut,
                            {load.busiest, QString::number(load.most), QString::number(d->plan.drainSeconds)},
                            {}};
        const Result<Done> waited = co_await pause(d->timing.poll, context);
        if (!waited)
            co_return waited;
    }
}

Task<Done> drainBlue(DeploymentPtr d, CallContext context)
{
    const Result<Done> quiet = co_await awaitQuiet(d, d->plan.blue, true, context);
    co_return quiet;
}

Task<Done> bake(DeploymentPtr d, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<Done>();
    const NodeFacts balancer = sight->balancer;
    QElapsedTimer since;
    since.start();
    while (true) {
        const Result<BackendState> backend = co_await readBackend(d, balancer, context);
        if (!backend)
            co_return backend.as<Done>();
        const qint64 passed = since.elapsed() / d->timing.second.count();
        const Result<Done> up = greenStillUp(d, *backend, passed);
        if (!up)
            co_return up;
        const qint64 left = std::max<qint64>(0, d->plan.bakeSeconds - passed);
        d->tell(Phase::Baking, {QString::number(left)}, int(d->plan.bakeSeconds - left), d->plan.bakeSeconds);
        if (left == 0)
            co_return Done{};
        const Result<Done> waited = co_await pause(d->timing.second, context);
        if (!waited)
            co_return waited;
    }
}

Task<QStringList> observeBothSides(DeploymentPtr d, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<QStringList>();
    co_return slotLines(sight->backend, d->plan.green) + slotLines(sight->backend, d->plan.blue);
}

} // namespace snowmelt
