// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/adopt.h"

#include "backend/deploy/looking.h"
#include "backend/deploy/orders.h"
#include "models/domain/planning/recovery.h"

#include <algorithm>

namespace snowmelt {

namespace {

void adoptSide(QList<SlotPlacement>& all, const BackendState& backend, const QList<PlannedNode>& side)
{
    for (const PlannedNode& node : side) {
        const SlotState* slot = backend.find(node.slot);
        if (!slot)
            continue;
        all.removeIf([slot](const SlotPlacement& one) { return one.slot == slot->name; });
        if (slot->mode != SlotMode::Free)
            all.append({slot->name, slot->address, slot->port, slot->mode});
    }
}

/// Slots of the side that is not to serve and would, were their nodes up.
QList<SlotPlacement> lurking(const BackendState& backend, const QList<PlannedNode>& side)
{
    QList<SlotPlacement> found = placements(side, SlotMode::Drain);
    found.removeIf([&backend](const SlotPlacement& one) {
        const SlotState* slot = backend.find(one.slot);
        return !slot || slot->mode != SlotMode::Ready;
    });
    return found;
}

Error notAlone(const Plan& plan, const BackendState& backend)
{
    const bool both = countUp(backend, plan.blue) > 0;
    return {ErrorCode::WayClosed, {optionOf(Way::Adopt), plan.group, both ? u"bothServe"_qs : u"unseen"_qs}, {}};
}

Task<Done> verifyAdopted(DeploymentPtr d, Serving serving)
{
    const Result<Sight> sight = co_await look(d, d->unhurried());
    if (!sight)
        co_return sight.as<Done>();
    const Result<BalancerConfig> config = co_await readConfig(d, sight->balancer, d->unhurried());
    if (!config)
        co_return config.as<Done>();
    const bool same = asRuntime(*config, d->plan, sight->backend) == *config;
    if (same && servingAlone(sight->backend, d->plan) == serving)
        co_return Done{};
    co_return Error{ErrorCode::BalancerDisagrees, {d->plan.balancer, d->plan.group}, {}};
}

} // namespace

std::optional<Serving> servingAlone(const BackendState& backend, const Plan& plan)
{
    const bool blue = countUp(backend, plan.blue) > 0;
    const bool green = countUp(backend, plan.green) > 0;
    if (blue == green)
        return {};
    return blue ? Serving::Blue : Serving::Green;
}

BalancerConfig asRuntime(BalancerConfig config, const Plan& plan, const BackendState& backend)
{
    for (BackendPlacement& group : config.backends) {
        if (group.group != plan.group)
            continue;
        adoptSide(group.placements, backend, plan.blue);
        adoptSide(group.placements, backend, plan.green);
        std::ranges::sort(group.placements, {}, &SlotPlacement::slot);
    }
    return config;
}

Task<Done> adoptWhatRuns(DeploymentPtr d)
{
    d->tell(Phase::ConfiguringBalancer, {d->plan.balancer});
    const Result<Sight> sight = co_await look(d, d->unhurried());
    if (!sight)
        co_return sight.as<Done>();
    const std::optional<Serving> serving = servingAlone(sight->backend, d->plan);
    if (!serving)
        co_return notAlone(d->plan, sight->backend);
    const QList<PlannedNode>& other = *serving == Serving::Blue ? d->plan.green : d->plan.blue;
    const Result<Done> drained =
        co_await orderModes(d, sight->balancer, lurking(sight->backend, other), d->unhurried());
    if (!drained)
        co_return drained;
    const Result<BackendState> runtime = co_await readBackend(d, sight->balancer, d->unhurried());
    if (!runtime)
        co_return runtime.as<Done>();
    const std::function<BalancerConfig(BalancerConfig)> change = [plan = d->plan,
                                                                  runtime = *runtime](BalancerConfig config) {
        return asRuntime(std::move(config), plan, runtime);
    };
    const Result<Done> written = co_await changeConfig(d, sight->balancer, change, d->unhurried());
    if (!written)
        co_return written;
    const Result<Done> verified = co_await verifyAdopted(d, *serving);
    co_return verified;
}

} // namespace snowmelt
