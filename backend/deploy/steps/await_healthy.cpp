// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/health_tally.h"
#include "backend/deploy/heartbeat.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"
#include "backend/deploy/waiting.h"

#include <algorithm>

namespace snowmelt {

/// What a green was asked: its health, and what the gates ask of it.
struct GreenQuestion
{
    QString node;
    HttpCheck check;
    Task<HttpAnswer> answer;
};

struct GreenAnswer
{
    HttpAnswer answer;
    QString path;
};

namespace {

std::vector<GreenQuestion> askGreen(const DeploymentPtr& d, const QList<NodeFacts>& nodes, const CallContext& context)
{
    QList<HttpCheck> checks{{d->group.health.path, {}}};
    for (const QString& check : d->plan.gates.checks)
        checks.append(parseCheck(check));
    HttpProbe* probe = d->fleet->platform->httpProbe();
    std::vector<GreenQuestion> asked;
    for (const PlannedNode& green : d->plan.green) {
        const NodeFacts* node = findNode(nodes, green.name);
        for (const HttpCheck& check : node ? checks : QList<HttpCheck>()) {
            const Endpoint service = probeTargetOf(*node, d->group.port);
            asked.push_back({green.name, check, probe->get(service, check.path, context.within(d->timing.probeLimit))});
        }
    }
    return asked;
}

/// Asks all greens at once: one that is silent must not make the others wait. Of each the first answer that is not
/// well, or that to its health.
Task<QMap<QString, GreenAnswer>> probeGreen(DeploymentPtr d, QList<NodeFacts> nodes, CallContext context)
{
    std::vector<GreenQuestion> asked = askGreen(d, nodes, context);
    QMap<QString, GreenAnswer> answers;
    bool cancelled = false;
    for (GreenQuestion& one : asked) {
        const Result<HttpAnswer> answer = co_await one.answer;
        cancelled |= answer.cancelled();
        const HttpAnswer said = answer ? held(one.check, *answer) : HttpAnswer{};
        const auto before = answers.constFind(one.node);
        if (before == answers.cend() || (before->answer.status == 200 && said.status != 200))
            answers.insert(one.node, {said, one.check.path});
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
        const Result<QMap<QString, GreenAnswer>> answers = co_await probeGreen(d, sight.nodes, context);
        if (!answers)
            co_return answers.as<Done>();
        for (const PlannedNode& green : d->plan.green) {
            const GreenAnswer said = answers->value(green.name);
            tally.note(green.name, sight.backend.find(green.slot), said.answer, said.path);
        }
        const int healthy = tally.healthyOf(d->plan.green);
        const qsizetype all = d->plan.green.size();
        d->tell(Phase::AwaitingHealth, {d->plan.group, QString::number(healthy), QString::number(all)}, healthy,
                int(all));
        d->tick(clock);
        const bool stands = d->control->stands();
        d->greenWell = healthy == all;
        if (!stands && d->greenWell)
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
