// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/drain_lens.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"
#include "backend/deploy/waiting.h"

#include <algorithm>

namespace snowmelt {

/// What blue's sessions look like, for people. That it cannot be seen hinders nothing.
static Task<Done> showDrain(DeploymentPtr d, NodeFacts balancer, BackendState backend, int secondsLeft,
                            CallContext context)
{
    if (!isDue(d->sinceLens, d->timing.second))
        co_return Done{};
    QList<OpenSession> open;
    if (!loadOf(backend, d->plan.blue).quiet()) {
        const CallContext bounded = context.within(d->timing.callLimit);
        const Result<QList<OpenSession>> asked = co_await d->driver->sessions(balancer, d->plan.group, bounded);
        if (asked)
            open = *asked;
    }
    const DrainSeen seen{drainingNodes(backend, d->plan.blue, open), secondsLeft};
    if (seen.nodes.isEmpty() && d->lastLens.nodes.isEmpty())
        co_return Done{};
    if (seen != d->lastLens) {
        d->lastLens = seen;
        d->emit(seen);
    }
    co_return Done{};
}

/// A node of blue that dies while it drains took its sessions along; the deployment goes on without it.
static void noteDead(const DeploymentPtr& d, const BackendState& backend)
{
    for (const PlannedNode& node : d->plan.blue) {
        const SlotState* slot = backend.find(node.slot);
        const bool dead = slot && !slot->checkPassed && slot->checkReason.startsWith(u'L');
        if (!dead || d->deadBlue.contains(node.name))
            continue;
        d->deadBlue.append(node.name);
        d->emit(LogLine{node.name, slot->checkReason});
    }
}

static Error drainTimedOut(const DeploymentPtr& d, const SideLoad& load, const WaitClock& clock)
{
    const QString seconds = QString::number(d->seconds(clock.limit()));
    return {ErrorCode::DrainTimedOut, {load.busiest, QString::number(load.most), seconds}, {}};
}

Task<Done> awaitQuiet(DeploymentPtr d, QList<PlannedNode> side, bool gate, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<Done>();
    const NodeFacts balancer = sight->balancer;
    WaitClock clock = d->clock(d->plan.drainSeconds);
    int quiet = 0;
    while (true) {
        Task<BackendState> looking = gate ? watchGreen(d, balancer, context) : readBackend(d, balancer, context);
        const Result<BackendState> backend = co_await looking;
        if (!backend)
            co_return backend.as<Done>();
        const SideLoad load = loadOf(*backend, side);
        quiet = load.quiet() ? quiet + 1 : 0;
        d->tell(Phase::Draining, {QString::number(load.sessions), load.busiest});
        d->tick(clock);
        clock.extend(d->timing.second * d->control->takeExtension());
        const bool stands = d->control->stands();
        if (gate) {
            noteDead(d, *backend);
            (void)co_await showDrain(d, balancer, *backend, d->seconds(clock.left()), context);
        }
        if (!stands && quiet >= d->timing.quietPolls)
            co_return Done{};
        if (!stands && !load.quiet() && clock.expired())
            co_return drainTimedOut(d, load, clock);
        const Result<Done> waited = co_await idle(d, d->timing.poll, context);
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
    WaitClock clock = d->clock(d->plan.bakeSeconds);
    while (true) {
        const Result<BackendState> backend = co_await watchGreen(d, balancer, context);
        if (!backend)
            co_return backend.as<Done>();
        d->tick(clock);
        const int passed = d->seconds(clock.passed());
        const int left = std::max(0, d->plan.bakeSeconds - passed);
        d->tell(Phase::Baking, {QString::number(left)}, d->plan.bakeSeconds - left, d->plan.bakeSeconds);
        if (left == 0 && !d->control->stands())
            co_return Done{};
        const Result<Done> waited = co_await idle(d, d->timing.poll, context);
        if (!waited)
            co_return waited;
    }
}

/// Config and runtime still say what the switch said. A config that somebody wrote meanwhile is told once more.
Task<QStringList> observeBothSides(DeploymentPtr d, CallContext context)
{
    const Result<QStringList> seen = co_await verifyServing(d, true);
    if (!seen.failed() || seen.error().code != ErrorCode::BalancerDisagrees)
        co_return seen;
    const Result<Done> again = co_await moveTraffic(d, context);
    if (!again)
        co_return again.as<QStringList>();
    const Result<QStringList> now = co_await verifyServing(d, true);
    co_return now;
}

} // namespace snowmelt
