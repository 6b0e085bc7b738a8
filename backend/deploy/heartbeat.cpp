// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/heartbeat.h"

#include "backend/deploy/sides.h"

#include <algorithm>

namespace snowmelt {

namespace {

void addQuestions(QList<Prober::Question>& questions, const DeploymentPtr& d, const QList<PlannedNode>& side,
                  bool green)
{
    for (const PlannedNode& planned : side) {
        const NodeFacts* node = findNode(d->nodes, planned.name);
        if (!node)
            continue;
        const Endpoint service = probeTargetOf(*node, d->group.port);
        questions.append({green, planned.name, service, {}, d->group.health.path});
        if (!green)
            continue;
        for (const QString& check : d->plan.gates.checks)
            questions.append({green, planned.name, service, check, parseCheck(check).path});
    }
}

QList<Prober::Question> questionsNow(const DeploymentPtr& d)
{
    const bool goingBack = d->control->state().goingBack;
    QList<Prober::Question> questions;
    if (goingBack || d->stage <= StepKind::MoveTraffic)
        addQuestions(questions, d, d->plan.blue, false);
    if (!goingBack && d->greenWell)
        addQuestions(questions, d, d->plan.green, true);
    return questions;
}

GateFacts factsOf(const DeploymentPtr& d, const BackendState& backend)
{
    const TrafficCounted counted = d->traffic();
    GateFacts facts;
    facts.greens = int(d->plan.green.size());
    facts.greensUp = countUp(backend, d->plan.green);
    facts.healthPath = d->group.health.path;
    facts.unwell = d->prober.green().unwell();
    facts.blue = counted.blue;
    facts.green = counted.green;
    facts.blueAnswers = d->prober.blue().answers();
    facts.greenAnswers = d->prober.green().answers();
    facts.failedCheck = d->prober.failedCheck();
    return facts;
}

} // namespace

Endpoint probeTargetOf(const NodeFacts& node, int port)
{
    const auto it = std::ranges::find(node.ports, port, &PublishedPort::inside);
    return it == node.ports.cend() ? Endpoint{node.address, port} : it->outside;
}

Task<Done> beat(DeploymentPtr d)
{
    const Result<Done> collected = co_await d->prober.collect(d->networkAway);
    if (d->control->loss())
        co_return collected;
    if (d->prober.idle() && isDue(d->sinceAsked, d->timing.second)) {
        d->networkAway = false;
        const CallContext context = d->bounded(d->timing.probeLimit);
        d->prober.ask(d->fleet->platform->httpProbe(), questionsNow(d), context);
    }
    co_return collected;
}

Result<Done> passGates(const DeploymentPtr& d, const BackendState& backend)
{
    const GateVerdict verdict = judge(d->plan.gates, factsOf(d, backend));
    const bool changed = verdict.readings != d->lastGates;
    if (changed && (verdict.tripped || isDue(d->sinceGates, d->timing.second))) {
        d->lastGates = verdict.readings;
        d->emit(GatesSeen{verdict.readings});
    }
    return verdict.tripped ? Result<Done>(*verdict.tripped) : Done{};
}

} // namespace snowmelt
