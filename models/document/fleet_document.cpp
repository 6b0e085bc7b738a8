// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"

#include "models/document/fleet_document_state.h"

#include <algorithm>

namespace snowmelt {

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
