// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/orders.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"
#include "backend/deploy/waiting.h"

#include <algorithm>

namespace snowmelt {

namespace {

qsizetype runningOf(const QList<PlannedNode>& side, const QList<NodeFacts>& nodes)
{
    return std::ranges::count_if(inSlots(side), [&](const PlannedNode& planned) {
        const NodeFacts* node = findNode(nodes, planned.name);
        return node && node->lifecycle == Lifecycle::Running;
    });
}

/// One slot at a time: the driver refuses the whole order when one node of it is down, and a sick blue node must not
/// keep the others from serving.
Task<Done> readyBlue(DeploymentPtr d, NodeFacts balancer)
{
    for (const SlotPlacement& placement : placements(d->plan.blue, SlotMode::Ready)) {
        const QList<SlotPlacement> one(1, placement);
        const Result<Done> ready = co_await orderModes(d, balancer, one, d->unhurried());
        if (!ready && (ready.cancelled() || ready.error().code != ErrorCode::BalancerRefused))
            co_return ready;
    }
    co_return Done{};
}

/// The balancer restarted and its config still says green: what it was told is forgotten.
bool isForgotten(const BackendState& backend, const QList<PlannedNode>& side)
{
    return std::ranges::any_of(inSlots(side), [&backend](const PlannedNode& node) {
        const SlotState* slot = backend.find(node.slot);
        return slot && slot->mode == SlotMode::Drain;
    });
}

/// All of blue that runs. At the deadline less will do as long as it is no worse than green: a blue node that was sick
/// before the deployment must not forbid the way back, a blue side that is gone must.
Task<Done> awaitBlueUp(DeploymentPtr d, Sight sight)
{
    const qsizetype wanted = runningOf(d->plan.blue, sight.nodes);
    WaitClock clock = d->clock(d->timing.settleLimit);
    while (true) {
        const Result<BackendState> backend = co_await readBackend(d, sight.balancer, d->unhurried());
        if (!backend)
            co_return backend.as<Done>();
        if (isForgotten(*backend, d->plan.blue)) {
            const Result<Done> again = co_await readyBlue(d, sight.balancer);
            if (!again)
                co_return again;
        }
        const int up = countUp(*backend, d->plan.blue);
        const int green = countUp(*backend, d->plan.green);
        d->tick(clock);
        if (wanted > 0 && up >= wanted)
            co_return Done{};
        if (clock.expired() && up > 0 && up >= green)
            co_return Done{};
        if (clock.expired() || wanted == 0) {
            const PlannedNode* down = firstNotUp(*backend, d->plan.blue);
            const SlotState* slot = down ? backend->find(down->slot) : nullptr;
            const QString name = down ? down->name : d->plan.group;
            co_return Error{ErrorCode::NodeNotRunning, {name, slot ? slot->checkReason : QString()}, {}};
        }
        d->tell(Phase::AwaitingHealth, {d->plan.group, QString::number(up), QString::number(wanted)}, up, int(wanted));
        const Result<Done> waited = co_await idle(d, d->timing.poll, d->unhurried());
        if (!waited)
            co_return waited;
    }
}

/// Slots and config as they were before the deployment.
Task<Done> tidyBalancer(DeploymentPtr d)
{
    const Result<Sight> sight = co_await look(d, d->unhurried());
    if (!sight)
        co_return sight.as<Done>();
    const Result<Done> written = co_await writeSides(d, *sight, SlotMode::Ready, SlotMode::Free, d->unhurried());
    if (!written)
        co_return written;
    const Result<Done> freed = co_await freeSide(d, sight->balancer, d->plan.green, d->unhurried());
    co_return freed;
}

} // namespace

/// The mirror of moveTraffic(): blue is seen up while green still takes traffic; the config says blue; blue is seen up
/// once more, since a reload just before the config was written has drained it again; green is drained by the next act.
Task<Done> reviveBlue(DeploymentPtr d)
{
    d->tell(Phase::ConfiguringBalancer, {d->plan.balancer});
    const Result<Sight> sight = co_await look(d, d->unhurried());
    if (!sight)
        co_return sight.as<Done>();
    const Result<Done> ready = co_await readyBlue(d, sight->balancer);
    if (!ready)
        co_return ready;
    const Result<Done> up = co_await awaitBlueUp(d, *sight);
    if (!up)
        co_return up;
    const Result<Done> written = co_await writeSides(d, *sight, SlotMode::Ready, SlotMode::Drain, d->unhurried());
    if (!written)
        co_return written;
    const Result<Done> stillUp = co_await awaitBlueUp(d, *sight);
    co_return stillUp;
}

Task<Done> drainGreen(DeploymentPtr d)
{
    const Result<Sight> sight = co_await look(d, d->unhurried());
    if (!sight)
        co_return sight.as<Done>();
    const QList<SlotPlacement> drained = placements(d->plan.green, SlotMode::Drain);
    const Result<Done> set = co_await orderModes(d, sight->balancer, drained, d->unhurried());
    if (!set)
        co_return set;
    const Result<Done> quiet = co_await awaitQuiet(d, d->plan.green, false, d->bounded(std::chrono::hours(24)));
    if (!quiet)
        co_return quiet;
    const Result<QStringList> verified = co_await verifyServing(d, false);
    co_return verified ? Result<Done>(Done{}) : verified.as<Done>();
}

/// Green takes no traffic by now, so its nodes go even when the balancer cannot be asked: slots that point nowhere, in
/// drain, serve nobody. What could not be tidied is told at the end.
Task<Done> removeGreen(DeploymentPtr d)
{
    d->tell(Phase::CleaningUp, {});
    const Result<Done> tidied = co_await tidyBalancer(d);
    if (tidied.failed())
        d->leftover = tidied.error();
    const Result<Done> removed = co_await removeNodes(d, d->plan.green);
    co_return removed;
}

} // namespace snowmelt
