// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/orders.h"
#include "backend/deploy/patience.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"

namespace snowmelt {

namespace {

/// A reused idle connection to a node that stops is a 502. In maint no request takes one, so a pool that empties
/// slowly is no reason to fail: freeing the slot closes what is left.
Task<Done> awaitNoIdle(DeploymentPtr d, NodeFacts balancer, QList<PlannedNode> side, CallContext context)
{
    WaitClock clock = d->clock(d->timing.idleLimit);
    while (!clock.expired()) {
        const Result<BackendState> backend = co_await readBackend(d, balancer, context);
        if (!backend)
            co_return backend.as<Done>();
        if (idleOf(*backend, side) == 0)
            co_return Done{};
        d->tick(clock);
        const Result<Done> waited = co_await idle(d, d->timing.poll, context);
        if (!waited)
            co_return waited;
    }
    co_return Done{};
}

Task<Done> removeNode(DeploymentPtr d, QString node)
{
    const std::function<Task<Done>()> stop = [d, node] {
        const CallContext bounded = d->bounded(d->timing.stopGrace + d->timing.callLimit);
        return d->fleet->platform->provision()->stop(d->fleet->key(), node, d->timing.stopGrace, bounded);
    };
    const Result<Done> stopped = co_await patiently(d, stop, d->unhurried());
    if (!stopped)
        co_return stopped;
    const std::function<Task<Done>()> destroy = [d, node] {
        return d->fleet->platform->provision()->destroy(d->fleet->key(), node, d->brief());
    };
    const Result<Done> destroyed = co_await patiently(d, destroy, d->unhurried());
    co_return destroyed;
}

} // namespace

QList<PlannedNode> inSlots(const QList<PlannedNode>& side)
{
    QList<PlannedNode> kept = side;
    kept.removeIf([](const PlannedNode& node) { return node.slot.isEmpty(); });
    return kept;
}

Task<Done> freeSide(DeploymentPtr d, NodeFacts balancer, QList<PlannedNode> side, CallContext context)
{
    if (inSlots(side).isEmpty())
        co_return Done{};
    const Result<Done> maint = co_await orderModes(d, balancer, placements(side, SlotMode::Maint), context);
    if (!maint)
        co_return maint;
    const Result<Done> idle = co_await awaitNoIdle(d, balancer, side, context);
    if (!idle)
        co_return idle;
    const Result<Done> freed = co_await orderModes(d, balancer, placements(side, SlotMode::Free), context);
    co_return freed;
}

Task<Done> removeNodes(DeploymentPtr d, QList<PlannedNode> side)
{
    const Result<QList<NodeFacts>> nodes = co_await listNodes(d, d->unhurried());
    if (!nodes)
        co_return nodes.as<Done>();
    std::vector<Task<Done>> removals;
    for (const PlannedNode& planned : side) {
        if (!findNode(*nodes, planned.name))
            continue;
        d->tell(Phase::RemovingNode, {planned.name});
        removals.push_back(removeNode(d, planned.name));
    }
    Result<Done> all = Done{};
    for (Task<Done>& removal : removals) {
        const Result<Done> removed = co_await removal;
        if (all && !removed)
            all = removed;
    }
    co_return all;
}

/// The config first: HAProxy that restarts between both forgets the runtime state, and a blue that is still in the
/// config would be checked and counted on though it is about to go.
Task<Done> retireBlue(DeploymentPtr d, CallContext context)
{
    d->tell(Phase::ConfiguringBalancer, {d->plan.balancer});
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<Done>();
    const Result<Done> written = co_await writeSides(d, *sight, SlotMode::Free, SlotMode::Ready, context);
    if (!written)
        co_return written;
    const Result<Done> freed = co_await freeSide(d, sight->balancer, d->plan.blue, context);
    co_return freed;
}

Task<Done> destroyBlue(DeploymentPtr d, CallContext)
{
    const Result<Done> removed = co_await removeNodes(d, d->plan.blue);
    co_return removed;
}

Task<QStringList> observeBlueGone(DeploymentPtr d, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<QStringList>();
    for (const PlannedNode& blue : d->plan.blue) {
        if (findNode(sight->nodes, blue.name))
            co_return Error{ErrorCode::Unexpected, {blue.name}, {}};
    }
    co_return slotLines(sight->backend, d->plan.green);
}

} // namespace snowmelt
