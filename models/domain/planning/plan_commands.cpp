// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/plan_commands.h"

namespace snowmelt {

static const QString writeConfig = QStringLiteral("write /etc/haproxy/haproxy.cfg");

static QString server(const Plan& plan, const PlannedNode& node)
{
    return plan.group + u'/' + node.slot;
}

/// A node that is in no slot gets no balancer command: a dead one may have lost its slot long ago.
static QStringList setState(const Plan& plan, const QList<PlannedNode>& nodes, const QString& state)
{
    QStringList commands;
    for (const PlannedNode& node : nodes) {
        if (!node.slot.isEmpty())
            commands.append(u"set server "_qs + server(plan, node) + u" state "_qs + state);
    }
    return commands;
}

/// A slot that was configured as drained has weight 0, so ready alone would give it nothing.
static QStringList makeReady(const Plan& plan, const QList<PlannedNode>& nodes)
{
    QStringList commands;
    for (const PlannedNode& node : nodes) {
        if (node.slot.isEmpty())
            continue;
        commands.append(u"set server "_qs + server(plan, node) + u" weight 100"_qs);
        commands.append(u"set server "_qs + server(plan, node) + u" state ready"_qs);
    }
    return commands;
}

/// Out of traffic, then pointing nowhere, which closes what is idle.
static QStringList leaveSlots(const Plan& plan, const QList<PlannedNode>& nodes)
{
    QStringList commands = setState(plan, nodes, u"maint"_qs) + QStringList{u"show stat"_qs};
    for (const PlannedNode& node : nodes) {
        if (!node.slot.isEmpty())
            commands.append(u"set server "_qs + server(plan, node) + u" addr 127.0.0.1 port 9"_qs);
    }
    return commands;
}

static QString container(const CommandContext& context, const PlannedNode& node)
{
    return context.fleet + u'-' + node.name;
}

static QStringList createNodes(const Plan& plan, const CommandContext& context)
{
    QStringList commands;
    for (const PlannedNode& node : plan.green) {
        commands.append(context.platform + u" create --name "_qs + container(context, node) + u" localhost/"_qs +
                        plan.to.name + u':' + plan.to.version);
        commands.append(context.platform + u" start "_qs + container(context, node));
    }
    for (const PlannedNode& node : plan.green) {
        const QString target = u"set server "_qs + server(plan, node);
        commands.append(target + u" state maint"_qs);
        commands.append(target + u" addr {"_qs + node.name + u"} port "_qs + QString::number(context.port));
        commands.append(target + u" state drain"_qs);
    }
    commands.append(writeConfig);
    return commands;
}

static QStringList awaitHealthy(const Plan& plan, const CommandContext& context)
{
    QStringList commands{u"show stat"_qs};
    for (const PlannedNode& node : plan.green)
        commands.append(u"GET http://{"_qs + node.name + u"}:"_qs + QString::number(context.port) + context.healthPath);
    return commands;
}

static QStringList removeNodes(const QList<PlannedNode>& nodes, const CommandContext& context)
{
    QStringList commands;
    for (const PlannedNode& node : nodes) {
        commands.append(context.platform + u" stop "_qs + container(context, node));
        commands.append(context.platform + u" rm "_qs + container(context, node));
    }
    return commands;
}

QStringList commandsOf(StepKind kind, const Plan& plan, const CommandContext& context)
{
    switch (kind) {
    case StepKind::Check:
        return {u"show stat"_qs, u"read /etc/haproxy/haproxy.cfg"_qs};
    case StepKind::CreateNodes:
        return createNodes(plan, context);
    case StepKind::AwaitHealthy:
        return awaitHealthy(plan, context);
    case StepKind::MoveTraffic:
        return makeReady(plan, plan.green) + QStringList{writeConfig} + setState(plan, plan.blue, u"drain"_qs);
    case StepKind::DrainBlue:
    case StepKind::Bake:
        return {u"show stat"_qs};
    case StepKind::RetireBlue:
        return QStringList{writeConfig} + leaveSlots(plan, plan.blue);
    case StepKind::DestroyBlue:
        return removeNodes(plan.blue, context);
    }
    return {};
}

static QStringList removeGreen(const Plan& plan, const CommandContext& context)
{
    return QStringList{writeConfig} + leaveSlots(plan, plan.green) + removeNodes(plan.green, context);
}

QStringList undoOf(StepKind kind, const Plan& plan, const CommandContext& context)
{
    switch (kind) {
    case StepKind::CreateNodes:
    case StepKind::AwaitHealthy:
        return removeGreen(plan, context);
    case StepKind::MoveTraffic:
    case StepKind::DrainBlue:
    case StepKind::Bake:
        return makeReady(plan, plan.blue) + QStringList{writeConfig} + setState(plan, plan.green, u"drain"_qs) +
               removeGreen(plan, context);
    case StepKind::Check:
    case StepKind::RetireBlue:
    case StepKind::DestroyBlue:
        break;
    }
    return {};
}

} // namespace snowmelt
