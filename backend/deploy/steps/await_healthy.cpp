// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/health_tally.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"
#include "backend/deploy/waiting.h"

#include <algorithm>

namespace snowmelt {

namespace {

Endpoint serviceOf(const NodeFacts& node, int port)
{
    const auto it = std::ranges::find(node.ports, port, &PublishedPort::inside);
    return it == node.ports.cend() ? Endpoint{node.address, port} : it->outside;
}

/// Asks all greens at once: one that is silent must not make the others wait.
Task<QMap<QString, HttpAnswer>> probeGreen(DeploymentPtr d, QList<NodeFacts> nodes, CallContext context)
{
    HttpProbe* probe = d->fleet->platform->httpProbe();
    QStringList names;
    std::vector<Task<HttpAnswer>> asked;
    for (const PlannedNode& green : d->plan.green) {
        const NodeFacts* node = findNode(nodes, green.name);
        if (!node)
            continue;
        names.append(green.name);
        asked.push_back(
            probe->get(serviceOf(*node, d->group.port), d->group.health.path, context.within(d->timing.probeLimit)));
    }
    QMap<QString, HttpAnswer> answers;
    bool cancelled = false;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const Result<HttpAnswer> answer = co_await asked[std::size_t(i)];
        cancelled |= answer.cancelled();
        answers.insert(names.at(i), answer ? *answer : HttpAnswer{});
    }
    if (cancelled)
        co_return Cancelled{};
    co_return answers;
}

Error neverHealthy(const DeploymentPtr& d, const HealthTally& tally)
{
    const auto sick =
        std::ranges::find_if(d->plan.green, [&](const PlannedNode& green) { return !tally.isHealthy(green.name); });
    const QString node = sick == d->plan.green.cend() ? d->plan.group : sick->name;
    const QString reason = tally.reason(node);
    return {ErrorCode::NeverHealthy, {node, QString::number(d->plan.healthSeconds), reason}, reason};
}

} // namespace

Task<Done> awaitGreenHealthy(DeploymentPtr d, CallContext context)
{
    const Result<Sight> first = co_await look(d, context);
    if (!first)
        co_return first.as<Done>();
    Sight sight = *first;
    HealthTally tally(d->timing.healthyProbes);
    WaitClock clock = d->clock(d->plan.healthSeconds);
    while (true) {
        // A balancer that restarted meanwhile may have lost the slots: they are given again.
        const Result<Done> admitted = co_await admitGreen(d, sight, context);
        if (!admitted)
            co_return admitted;
        const Result<QMap<QString, HttpAnswer>> answers = co_await probeGreen(d, sight.nodes, context);
        if (!answers)
            co_return answers.as<Done>();
        for (const PlannedNode& green : d->plan.green)
            tally.note(green.name, sight.backend.find(green.slot), answers->value(green.name), d->group.health.path);
        const int healthy = tally.healthyOf(d->plan.green);
        const qsizetype all = d->plan.green.size();
        d->tell(Phase::AwaitingHealth, {d->plan.group, QString::number(healthy), QString::number(all)}, healthy,
                int(all));
        d->tick(clock);
        const bool stands = d->control->stands();
        if (!stands && healthy == all)
            co_return Done{};
        if (!stands && clock.expired())
            co_return neverHealthy(d, tally);
        const Result<Done> waited = co_await idle(d, d->timing.poll, context);
        if (!waited)
            co_return waited;
        const Result<BackendState> backend = co_await readBackend(d, sight.balancer, context);
        if (!backend)
            co_return backend.as<Done>();
        sight.backend = *backend;
    }
}

Task<QStringList> observeGreenChecked(DeploymentPtr d, CallContext context)
{
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<QStringList>();
    for (const PlannedNode& green : d->plan.green) {
        const SlotState* slot = sight->backend.find(green.slot);
        const QString reason = slot ? slot->checkReason : QString();
        if (!slot || !slot->checkPassed)
            co_return Error{ErrorCode::NeverHealthy, {green.name, QString::number(d->plan.healthSeconds), reason}, {}};
    }
    co_return slotLines(sight->backend, d->plan.green);
}

} // namespace snowmelt
