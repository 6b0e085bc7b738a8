// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/looking.h"

#include "backend/deploy/heartbeat.h"
#include "backend/deploy/orders.h"
#include "backend/deploy/patience.h"
#include "backend/deploy/sides.h"

namespace snowmelt {

Task<QList<NodeFacts>> listNodes(DeploymentPtr d, CallContext context)
{
    const std::function<Task<QList<NodeFacts>>()> question = [d, context] {
        return d->fleet->platform->observe()->list(d->fleet->key(), context.within(d->timing.callLimit));
    };
    const Result<QList<NodeFacts>> nodes = co_await patiently(d, question, context);
    if (nodes)
        d->nodes = *nodes;
    co_return nodes;
}

Task<BackendState> readBackend(DeploymentPtr d, NodeFacts balancer, CallContext context)
{
    const std::function<Task<BalancerReading>()> question = [d, balancer, context] {
        return d->driver->read(balancer, context.within(d->timing.callLimit));
    };
    const Result<BalancerReading> reading = co_await patiently(d, question, context);
    if (!reading)
        co_return reading.as<BackendState>();
    const BackendState* backend = reading->find(d->plan.group);
    if (!backend)
        co_return Error{ErrorCode::BalancerDisagrees, {balancer.name, d->plan.group}, {}};
    d->balancerPid = reading->pid;
    d->count(*backend);
    if (d->conducted) {
        (void)co_await beat(d);
    }
    co_return *backend;
}

namespace {

/// One that restarts is asked for again, as one that does not answer.
Task<Sight> findBalancer(DeploymentPtr d, CallContext context)
{
    WaitClock clock = d->patienceClock();
    while (true) {
        const Result<QList<NodeFacts>> nodes = co_await listNodes(d, context);
        if (!nodes)
            co_return nodes.as<Sight>();
        const NodeFacts* balancer = findNode(*nodes, d->plan.balancer);
        if (balancer && balancer->lifecycle == Lifecycle::Running)
            co_return Sight{*nodes, *balancer, {}};
        d->tick(clock);
        if (!balancer || clock.expired())
            co_return Error{ErrorCode::NodeNotRunning, {d->plan.balancer, QString()}, {}};
        const Result<Done> waited = co_await idle(d, d->timing.poll, context);
        if (!waited)
            co_return waited.as<Sight>();
    }
}

} // namespace

Task<Sight> look(DeploymentPtr d, CallContext context)
{
    Result<Sight> found = co_await findBalancer(d, context);
    if (!found)
        co_return found;
    Sight sight = found.take();
    const Result<BackendState> backend = co_await readBackend(d, sight.balancer, context);
    if (!backend)
        co_return backend.as<Sight>();
    sight.backend = *backend;
    co_return sight;
}

Task<Done> writeSides(DeploymentPtr d, Sight sight, SlotMode blue, SlotMode green, CallContext context)
{
    const std::function<BalancerConfig(BalancerConfig)> change = [d, nodes = sight.nodes, blue,
                                                                  green](BalancerConfig config) {
        return withSides(std::move(config), d->plan, nodes, d->group.port, blue, green);
    };
    return changeConfig(d, sight.balancer, change, context);
}

Task<QStringList> verifyServing(DeploymentPtr d, bool greenServes)
{
    const Result<Sight> sight = co_await look(d, d->unhurried());
    if (!sight)
        co_return sight.as<QStringList>();
    const Result<BalancerConfig> config = co_await readConfig(d, sight->balancer, d->unhurried());
    if (!config)
        co_return config.as<QStringList>();
    const Serving serving = greenServes ? Serving::Green : Serving::Blue;
    const QStringList wrong = disagreements(*config, sight->backend, d->plan, serving);
    if (!wrong.isEmpty())
        co_return Error{ErrorCode::BalancerDisagrees, {d->plan.balancer, wrong.first()}, wrong.join(u'\n')};
    co_return slotLines(sight->backend, d->plan.green) + slotLines(sight->backend, d->plan.blue);
}

} // namespace snowmelt
