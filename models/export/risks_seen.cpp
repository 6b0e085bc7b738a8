// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/risks_seen.h"

#include "models/domain/host_standing.h"

#include <algorithm>

namespace snowmelt {

namespace {

using Nodes = QList<const NodeState*>;

template <typename Test>
int count(const Nodes& nodes, Test test)
{
    return int(std::count_if(nodes.begin(), nodes.end(), [&](const NodeState* node) { return test(*node); }));
}

QStringList imagesOf(const Nodes& nodes)
{
    QStringList images;
    for (const NodeState* node : nodes)
        if (!node->image.isNull() && !images.contains(node->image.text()))
            images << node->image.text();
    return images;
}

void judgeHealth(const QString& part, const Nodes& nodes, QList<Risk>& risks)
{
    const int ill =
        count(nodes, [](const NodeState& n) { return n.health == Health::Down || n.health == Health::Degraded; });
    const int unseen = count(nodes, [](const NodeState& n) { return n.health == Health::Unknown && !isReached(n); });
    if (ill > 0)
        risks << Risk{RiskKind::NotHealthy, Severity::High, part, {QString::number(ill)}};
    if (unseen > 0)
        risks << Risk{RiskKind::Unseen, Severity::Medium, part, {QString::number(unseen)}};
}

void judgeDrift(const QString& part, const Nodes& nodes, QList<Risk>& risks)
{
    int differences = 0;
    for (const NodeState* node : nodes)
        differences += node->driftCount.value_or(0);
    const int drifted = count(nodes, [](const NodeState& n) { return n.driftCount.value_or(0) > 0; });
    const int never = count(nodes, [](const NodeState& n) { return !n.driftCount; });
    const int partly = count(nodes, [](const NodeState& n) { return n.driftCount && !n.driftComplete; });
    if (drifted > 0)
        risks << Risk{
            RiskKind::Drifted, Severity::Medium, part, {QString::number(drifted), QString::number(differences)}};
    if (partly > 0)
        risks << Risk{RiskKind::NotAllScanned, Severity::Low, part, {QString::number(partly)}};
    if (never > 0)
        risks << Risk{RiskKind::NeverScanned, Severity::Low, part, {QString::number(never)}};
}

void judgeImages(const GroupState& group, const Nodes& nodes, QList<Risk>& risks)
{
    const bool deploying = count(nodes, [](const NodeState& n) { return n.side != Side::None; }) > 0;
    const QStringList images = imagesOf(nodes);
    if (deploying || images.isEmpty())
        return;
    if (images.size() > 1)
        risks << Risk{RiskKind::MixedVersions, Severity::Medium, group.name, {images.join(QStringLiteral(", "))}};
    else if (!group.blueprintImage.isNull() && images.first() != group.blueprintImage.text())
        risks << Risk{RiskKind::OtherImage, Severity::Low, group.name, {images.first(), group.blueprintImage.text()}};
}

void judgeGroup(const GroupState& group, QList<Risk>& risks)
{
    Nodes nodes;
    for (const NodeState& node : group.nodes)
        if (node.exists())
            nodes << &node;
    if (nodes.size() < group.wanted)
        risks << Risk{RiskKind::Missing,
                      nodes.isEmpty() ? Severity::High : Severity::Medium,
                      group.name,
                      {QString::number(nodes.size()), QString::number(group.wanted)}};
    judgeHealth(group.name, nodes, risks);
    judgeImages(group, nodes, risks);
    judgeDrift(group.name, nodes, risks);
}

void judgeMachine(const NodeState& machine, QList<Risk>& risks)
{
    if (!machine.exists()) {
        risks << Risk{RiskKind::Missing, Severity::High, machine.name, {QStringLiteral("0"), QStringLiteral("1")}};
        return;
    }
    judgeHealth(machine.name, {&machine}, risks);
    judgeDrift(machine.name, {&machine}, risks);
}

} // namespace

QList<Risk> risksSeen(const FleetState& fleet)
{
    QList<Risk> risks;
    for (const BalancerState& balancer : fleet.balancers)
        judgeMachine(balancer.node, risks);
    for (const GroupState& group : fleet.groups)
        judgeGroup(group, risks);
    for (const DatabaseState& database : fleet.databases)
        judgeMachine(database.node, risks);
    return risks;
}

} // namespace snowmelt
