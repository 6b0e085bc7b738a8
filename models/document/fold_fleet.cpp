// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fold_fleet.h"

#include "models/document/fold_deployment.h"
#include "models/domain/each_node.h"

#include <QHash>

#include <algorithm>

namespace snowmelt {

namespace {

bool isGone(const QString& name, const FleetState& fleet)
{
    return fleet.complete() && !fleet.findNode(name);
}

bool wasReborn(const DriftReport& report, const NodeState* node)
{
    return node && node->bornAt.isValid() && report.scannedAt < node->bornAt;
}

template <typename Map, typename Predicate>
void eraseIf(Map& map, Predicate&& predicate)
{
    for (auto it = map.begin(); it != map.end();)
        it = predicate(it.key(), it.value()) ? map.erase(it) : std::next(it);
}

bool contains(const QList<PlannedNode>& nodes, const QString& name)
{
    return std::any_of(nodes.begin(), nodes.end(), [&](const PlannedNode& node) { return node.name == name; });
}

/// On its way is not down: it has not been started yet.
void awaitStart(NodeState& node)
{
    node.health = Health::Unknown;
    node.healthReason = QStringLiteral("starting");
}

/// A slot in drain is one that traffic leaves, except before the move: there green waits for its first request.
bool awaitsTraffic(const NodeState& node, const DeploymentState& deployment)
{
    return node.side == Side::Green && node.health == Health::Draining && !deployment.rollingBack;
}

/// Until its health was awaited, a green that does not answer is one that boots.
bool boots(const NodeState& node, const DeploymentState& deployment)
{
    if (node.side != Side::Green || deployment.rollingBack || deployment.failed)
        return false;
    const StepKind current = deployment.plan.steps.value(deployment.current).kind;
    const bool early = current == StepKind::CreateNodes || current == StepKind::AwaitHealthy;
    return node.lifecycle == Lifecycle::Created || (early && node.health == Health::Down);
}

void annotateSide(NodeState& node, const Plan& plan)
{
    if (contains(plan.blue, node.name))
        node.side = Side::Blue;
    else if (contains(plan.green, node.name))
        node.side = Side::Green;
}

void annotateSide(NodeState& node, const DeploymentState& deployment)
{
    annotateSide(node, deployment.plan);
    // Another group's deployment says nothing about this node.
    if (!deployment.running() || node.group != deployment.plan.group)
        return;
    if (boots(node, deployment))
        awaitStart(node);
    else if (awaitsTraffic(node, deployment))
        node.health = Health::Healthy;
}

void annotateDrift(NodeState& node, const DriftNotes& notes)
{
    const auto report = notes.reports.constFind(node.name);
    if (report != notes.reports.constEnd()) {
        node.driftCount = int(report->differences.size());
        node.driftComplete = report->complete();
        node.driftHidden = int(report->hidden.size());
    }
    if (notes.unscanned.contains(node.name))
        node.driftComplete = false;
}

} // namespace

void forgetGone(DriftNotes& notes, const FleetState& fleet)
{
    eraseIf(notes.reports, [&](const QString& name, const DriftReport& report) {
        return isGone(name, fleet) || wasReborn(report, fleet.findNode(name));
    });
    eraseIf(notes.unscanned, [&](const QString& name, const Error&) { return isGone(name, fleet); });
}

FleetState annotated(FleetState observed, const QList<DeploymentState>& deployments, const QList<OpenDeployment>& open,
                     const DriftNotes& notes)
{
    eachNode(observed, [&](NodeState& node) {
        for (const OpenDeployment& one : open)
            annotateSide(node, one.plan);
        for (const DeploymentState& deployment : deployments) {
            if (bothSidesStand(deployment))
                annotateSide(node, deployment);
        }
        annotateDrift(node, notes);
    });
    return observed;
}

void keepUtilisation(FleetState& next, const FleetState& last)
{
    QHash<QString, const NodeState*> known;
    for (const NodeState* node : last.allNodes())
        if (node->utilisation)
            known.insert(node->name, node);
    if (known.isEmpty())
        return;
    eachNode(next, [&known](NodeState& node) {
        const NodeState* before = known.value(node.name);
        if (!node.utilisation && before && before->bornAt == node.bornAt && node.lifecycle == Lifecycle::Running)
            node.utilisation = before->utilisation;
    });
}

FleetState whileComingUp(FleetState fleet)
{
    eachNode(fleet, [](NodeState& node) {
        if (node.lifecycle != Lifecycle::Running && node.health == Health::Down)
            awaitStart(node);
    });
    return fleet;
}

void foldImage(QList<ImageRecord>& images, const ImageRecord& built)
{
    const auto same =
        std::find_if(images.begin(), images.end(), [&](const ImageRecord& image) { return image.ref == built.ref; });
    if (same == images.end())
        images.append(built);
    else
        *same = built;
}

} // namespace snowmelt
