// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document_state.h"

#include "models/document/fold_deployment.h"
#include "models/document/fold_operation.h"
#include "models/domain/event_json.h"

#include <algorithm>

namespace snowmelt {

namespace {

template <typename List>
auto findOperation(List& list, const OperationId& id) -> decltype(list.data())
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const auto& operation) { return operation.id == id; });
    return it == list.end() ? nullptr : &*it;
}

bool isPart(const Blueprint& blueprint, const FleetState& fleet, const QString& id)
{
    const auto named = [&](const auto& part) { return part.name == id; };
    return id == QStringLiteral("clients") || blueprint.findGroup(id) || blueprint.findDatabase(id) ||
           blueprint.findCache(id) || fleet.findNode(id) ||
           std::any_of(blueprint.balancers.begin(), blueprint.balancers.end(), named);
}

} // namespace

OperationState* FleetDocument::Private::find(const OperationId& id)
{
    OperationState* loud = findOperation(operations, id);
    return loud ? loud : findOperation(quiet, id);
}

void FleetDocument::Private::begin(const Event& event, const Started& started)
{
    if (find(event.operation))
        return;
    const bool hidden = isQuiet(started.verb, started.subject);
    (hidden ? quiet : operations).append(beganOperation(event, started));
    if (!hidden)
        Q_EMIT q->operationAdded(event.operation);
}

void FleetDocument::Private::foldIntoOperation(const Event& event)
{
    if (const auto* started = std::get_if<Started>(&event.body))
        return begin(event, *started);
    OperationState* operation = find(event.operation);
    if (operation && foldOperation(*operation, event.body) && findOperation(operations, event.operation))
        Q_EMIT q->operationChanged(event.operation);
}

void FleetDocument::Private::settleQuiet(const OperationId& id, const Finished&)
{
    const OperationState* operation = findOperation(quiet, id);
    if (!operation)
        return;
    const OperationState ended = *operation;
    quiet.removeIf([&](const OperationState& state) { return state.id == id; });
    if (!endedBadly(ended))
        return;
    operations.append(ended);
    Q_EMIT q->operationAdded(id);
}

void FleetDocument::Private::foldIntoDeployment(const Event& event)
{
    const auto ofThis = [&event](const DeploymentState& one) { return one.operation == event.operation; };
    const auto deployment = std::find_if(deployments.begin(), deployments.end(), ofThis);
    if (deployment == deployments.end() || !foldDeployment(*deployment, event))
        return;
    if (deployment->finished)
        annotate();
    Q_EMIT q->deploymentChanged();
}

bool FleetDocument::Private::isComingUp() const
{
    return std::any_of(operations.begin(), operations.end(), [](const OperationState& operation) {
        return operation.running() && operation.verb == QStringLiteral("up");
    });
}

void FleetDocument::Private::annotate()
{
    FleetState next = annotated(observed, deployments, openDeployments, notes);
    if (isComingUp())
        next = whileComingUp(std::move(next));
    if (next == fleet)
        return;
    fleet = std::move(next);
    Q_EMIT q->fleetChanged();
    dropDeadSelection();
}

void FleetDocument::Private::dropDeadSelection()
{
    if (!selection.isEmpty() && !isPart(blueprint, fleet, selection))
        q->setSelection(QString());
}

void FleetDocument::Private::take(const Event&, const FleetObserved& body)
{
    FleetState next = body.fleet;
    keepUtilisation(next, observed);
    observed = std::move(next);
    forgetGone(notes, observed);
    annotate();
}

void FleetDocument::Private::take(const Event&, const NodeScanned& body)
{
    const QString node = body.report.node;
    notes.reports.insert(node, body.report);
    notes.unscanned.remove(node);
    annotate();
    Q_EMIT q->driftChanged(node);
}

void FleetDocument::Private::take(const Event&, const NodeUnseen& body)
{
    notes.unscanned.insert(body.node, body.error);
    annotate();
    Q_EMIT q->driftChanged(body.node);
}

void FleetDocument::Private::take(const Event&, const ScansDue& body)
{
    if (scans == body.scans)
        return;
    scans = body.scans;
    Q_EMIT q->scansDueChanged();
}

void FleetDocument::Private::take(const Event& event, const NodesCompared& body)
{
    const QString subject = find(event.operation)->subject;
    compared.insert(subject, body.drift);
    Q_EMIT q->groupDriftChanged(subject);
}

void FleetDocument::Private::take(const Event& event, const DriftHistoryRead& body)
{
    Q_EMIT q->driftHistoryRead(event.operation, body.history);
}

void FleetDocument::Private::take(const Event& event, const ImagesCompared& body)
{
    Q_EMIT q->imagesCompared(event.operation, body.diff);
}

void FleetDocument::Private::take(const Event& event, const StoreVerified& body)
{
    Q_EMIT q->storeVerified(event.operation, body.check);
}

void FleetDocument::Private::take(const Event& event, const ImagesPruned& body)
{
    Q_EMIT q->imagesPruned(event.operation, body.pruning);
}

void FleetDocument::Private::take(const Event&, const ImagesListed& body)
{
    if (images == body.images)
        return;
    images = body.images;
    Q_EMIT q->imagesChanged();
}

void FleetDocument::Private::take(const Event&, const ImageBuilt& body)
{
    foldImage(images, body.image);
    Q_EMIT q->imagesChanged();
}

void FleetDocument::Private::take(const Event&, const HistoryListed& body)
{
    if (history == body.entries)
        return;
    history = body.entries;
    Q_EMIT q->historyChanged();
}

void FleetDocument::Private::take(const Event&, const OpenDeploymentsSeen& body)
{
    if (openDeployments == body.open)
        return;
    openDeployments = body.open;
    annotate();
    Q_EMIT q->openDeploymentsChanged();
}

void FleetDocument::Private::take(const Event&, const OrphansSeen& body)
{
    orphans = body.orphans;
}

void FleetDocument::Private::take(const Event& event, const ReportMade& body)
{
    Q_EMIT q->reportMade(event.operation, body.report);
}

void FleetDocument::Private::take(const Event& event, const Recorded& body)
{
    const Result<Event> past = eventFromJson(body.event);
    if (past.ok())
        Q_EMIT q->recorded(event.operation, *past);
    else
        Q_EMIT q->recordUnreadable(event.operation);
}

void FleetDocument::Private::take(const Event& event, const PlanMade& body)
{
    const OperationState* operation = find(event.operation);
    if (operation && executesPlan(operation->verb)) {
        deployments.removeIf([&](const DeploymentState& one) { return one.plan.group == body.plan.group; });
        deployments.append(beganDeployment(*operation, body.plan));
        annotate();
        Q_EMIT q->deploymentChanged();
    }
    Q_EMIT q->planMade(event.operation, body.plan);
}

void FleetDocument::Private::take(const Event& event, const Finished& body)
{
    settleQuiet(event.operation, body);
    annotate(); // what was on its way and did not come is down now
    Q_EMIT q->operationFinished(event.operation, body);
}

} // namespace snowmelt
