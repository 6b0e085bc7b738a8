// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/looking.h"

#include "backend/deploy/sides.h"
#include "backend/execution/timing.h"

namespace snowmelt {

namespace {

/// What may be over in a moment: HAProxy reloads, a connection breaks.
bool mayPass(const Error& error)
{
    switch (error.code) {
    case ErrorCode::BalancerSocketGone:
    case ErrorCode::SshUnreachable:
    case ErrorCode::SshSilent:
    case ErrorCode::SshBroken:
    case ErrorCode::RemoteCommandFailed:
    case ErrorCode::TimedOut:
        return true;
    default:
        return false;
    }
}

} // namespace

Task<QList<NodeFacts>> listNodes(DeploymentPtr d, CallContext context)
{
    const Result<QList<NodeFacts>> nodes =
        co_await d->fleet->platform->observe()->list(d->fleet->key(), context.within(d->timing.callLimit));
    co_return nodes;
}

Task<BackendState> readBackend(DeploymentPtr d, NodeFacts balancer, CallContext context)
{
    const QDeadlineTimer patience(d->timing.patience);
    while (true) {
        const Result<BalancerReading> reading = co_await d->driver->read(balancer, context.within(d->timing.callLimit));
        if (reading) {
            const BackendState* backend = reading->find(d->plan.group);
            if (!backend)
                co_return Error{ErrorCode::BalancerDisagrees, {balancer.name, d->plan.group}, {}};
            d->count(*backend);
            co_return *backend;
        }
        if (reading.cancelled() || !mayPass(reading.error()) || patience.hasExpired())
            co_return reading.as<BackendState>();
        const Result<Done> waited = co_await pause(d->timing.poll, context);
        if (!waited)
            co_return waited.as<BackendState>();
    }
}

Task<Sight> look(DeploymentPtr d, CallContext context)
{
    const Result<QList<NodeFacts>> nodes = co_await listNodes(d, context);
    if (!nodes)
        co_return nodes.as<Sight>();
    const NodeFacts* balancer = findNode(*nodes, d->plan.balancer);
    if (!balancer || balancer->lifecycle != Lifecycle::Running)
        co_return Error{ErrorCode::NodeNotRunning, {d->plan.balancer, QString()}, {}};
    Sight sight{*nodes, *balancer, {}};
    const Result<BackendState> backend = co_await readBackend(d, sight.balancer, context);
    if (!backend)
        co_return backend.as<Sight>();
    sight.backend = *backend;
    co_return sight;
}

Task<Done> writeSides(DeploymentPtr d, Sight sight, SlotMode blue, SlotMode green)
{
    const Result<BalancerConfig> config = co_await d->driver->readConfig(sight.balancer, d->brief());
    if (!config)
        co_return config.as<Done>();
    const BalancerConfig wanted = withSides(*config, d->plan, sight.nodes, d->group.port, blue, green);
    const Result<Done> written = co_await d->driver->writeConfig(sight.balancer, wanted, d->brief());
    co_return written;
}

Task<QStringList> verifyServing(DeploymentPtr d, bool greenServes)
{
    const Result<Sight> sight = co_await look(d, d->brief());
    if (!sight)
        co_return sight.as<QStringList>();
    const Result<BalancerConfig> config = co_await d->driver->readConfig(sight->balancer, d->brief());
    if (!config)
        co_return config.as<QStringList>();
    const Serving serving = greenServes ? Serving::Green : Serving::Blue;
    const QStringList wrong = disagreements(*config, sight->backend, d->plan, serving);
    if (!wrong.isEmpty())
        co_return Error{ErrorCode::BalancerDisagrees, {d->plan.balancer, wrong.first()}, wrong.join(u'\n')};
    co_return slotLines(sight->backend, d->plan.green) + slotLines(sight->backend, d->plan.blue);
}

} // namespace snowmelt
