// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"

#include "models/document/fold_deployment.h"
#include "models/document/fold_fleet.h"
#include "models/document/fold_operation.h"
#include "models/domain/event_json.h"

#include <algorithm>

namespace snowmelt {

struct FleetDocument::Private
{
    explicit Private(FleetDocument* document) : q(document) {}

    FleetDocument* q;
    bool open = false;
    bool edited = false;
    Blueprint blueprint;
    FleetState observed; ///< as the world said
    FleetState fleet;    ///< with sides and drift
    DriftNotes notes;
    QList<ScanDue> scans;
    int scanSeconds = 0;
    QMap<QString, GroupDrift> compared; ///< by what was asked for
    QList<ImageRecord> images;
    QList<HistoryEntry> history;
    QList<OpenDeployment> openDeployments;
    QList<Orphan> orphans;
    QList<OpenQuestion> questions;
    QList<OperationState> operations;
    QList<OperationState> quiet;        ///< running reads of the window's own
    QList<DeploymentState> deployments; ///< one a group
    QString selection;

    OperationState* find(const OperationId& id);
    void begin(const Event& event, const Started& started);
    void foldIntoOperation(const Event& event);
    void settleQuiet(const OperationId& id, const Finished& finished);
    void foldIntoDeployment(const Event& event);
    bool isComingUp() const;
    void annotate();
    void dropDeadSelection();

    void take(const Event& event, const FleetObserved& body);
    void take(const Event& event, const NodeScanned& body);
    void take(const Event& event, const NodeUnseen& body);
    void take(const Event& event, const ScansDue& body);
    void take(const Event& event, const NodesCompared& body);
    void take(const Event& event, const DriftHistoryRead& body);
    void take(const Event& event, const ImagesListed& body);
    void take(const Event& event, const ImageBuilt& body);
    void take(const Event& event, const HistoryListed& body);
    void take(const Event& event, const OpenDeploymentsSeen& body);
    void take(const Event& event, const OrphansSeen& body);
    void take(const Event& event, const ReportMade& body);
    void take(const Event& event, const Recorded& body);
    void take(const Event& event, const PlanMade& body);
    void take(const Event& event, const Finished& body);
    template <typename Other>
    void take(const Event&, const Other&)
    {
    }
};

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

FleetDocument::FleetDocument(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

FleetDocument::~FleetDocument() = default;

bool FleetDocument::isOpen() const
{
    return d->open;
}

const Blueprint& FleetDocument::blueprint() const
{
    return d->blueprint;
}

bool FleetDocument::isEdited() const
{
    return d->edited;
}

const FleetState& FleetDocument::fleet() const
{
    return d->fleet;
}

const DriftReport* FleetDocument::drift(const QString& node) const
{
    const auto it = d->notes.reports.constFind(node);
    return it == d->notes.reports.constEnd() ? nullptr : &*it;
}

const QMap<QString, DriftReport>& FleetDocument::driftReports() const
{
    return d->notes.reports;
}

const Error* FleetDocument::unscanned(const QString& node) const
{
    const auto it = d->notes.unscanned.constFind(node);
    return it == d->notes.unscanned.constEnd() ? nullptr : &*it;
}

const QList<ScanDue>& FleetDocument::scansDue() const
{
    return d->scans;
}

const GroupDrift* FleetDocument::groupDrift(const QString& subject) const
{
    const auto it = d->compared.constFind(subject);
    return it == d->compared.constEnd() ? nullptr : &*it;
}

const QList<ImageRecord>& FleetDocument::images() const
{
    return d->images;
}

const QList<HistoryEntry>& FleetDocument::history() const
{
    return d->history;
}

const QList<OperationState>& FleetDocument::operations() const
{
    return d->operations;
}

const QList<OpenDeployment>& FleetDocument::openDeployments() const
{
    return d->openDeployments;
}

const QList<Orphan>& FleetDocument::orphans() const
{
    return d->orphans;
}

const QList<OpenQuestion>& FleetDocument::questions() const
{
    return d->questions;
}

const OperationState* FleetDocument::operation(const OperationId& id) const
{
    return d->find(id);
}

const DeploymentState* FleetDocument::deployment() const
{
    const NodeState* node = d->fleet.findNode(d->selection);
    const DeploymentState* selected = deploymentOf(node ? node->group : d->selection);
    if (selected || d->deployments.isEmpty())
        return selected;
    return &d->deployments.last();
}

const DeploymentState* FleetDocument::deploymentOf(const QString& group) const
{
    const auto ofGroup = [&group](const DeploymentState& one) { return one.plan.group == group; };
    const auto found = std::find_if(d->deployments.cbegin(), d->deployments.cend(), ofGroup);
    return found == d->deployments.cend() ? nullptr : &*found;
}

const QList<DeploymentState>& FleetDocument::deployments() const
{
    return d->deployments;
}

QString FleetDocument::selection() const
{
    return d->selection;
}

int FleetDocument::scanSeconds() const
{
    return d->scanSeconds;
}

void FleetDocument::setScanSeconds(int seconds)
{
    if (d->scanSeconds == seconds)
        return;
    d->scanSeconds = seconds;
    d->scans.clear(); // whoever scans from now on tells when
    Q_EMIT scansDueChanged();
}

void FleetDocument::open(const Blueprint& blueprint)
{
    *d = Private(this);
    d->open = true;
    d->blueprint = blueprint;
    Q_EMIT opened();
    Q_EMIT selectionChanged(QString());
}

void FleetDocument::setBlueprint(const Blueprint& blueprint, bool edited)
{
    if (d->blueprint == blueprint && d->edited == edited)
        return;
    d->blueprint = blueprint;
    d->edited = edited;
    Q_EMIT fleetChanged();
    d->dropDeadSelection();
}

void FleetDocument::apply(const Event& event)
{
    d->foldIntoOperation(event);
    // Events of operations begun for a fleet that was open before this one say nothing about this one.
    if (!d->find(event.operation))
        return;
    d->foldIntoDeployment(event);
    if (foldQuestions(d->questions, event))
        Q_EMIT questionsChanged();
    std::visit([&](const auto& body) { d->take(event, body); }, event.body);
}

void FleetDocument::noteCancelAsked(const OperationId& id)
{
    OperationState* operation = d->find(id);
    if (!operation || !operation->running() || operation->cancelAsked)
        return;
    operation->cancelAsked = true;
    Q_EMIT operationChanged(id);
}

void FleetDocument::setSelection(const QString& part)
{
    if (d->selection == part)
        return;
    const DeploymentState* shown = deployment();
    d->selection = part;
    Q_EMIT selectionChanged(part);
    if (deployment() != shown)
        Q_EMIT deploymentChanged();
}

} // namespace snowmelt
