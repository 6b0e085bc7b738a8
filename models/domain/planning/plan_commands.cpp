// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/plan_commands.h"

namespace snowmelt {

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
    return commands;
}

static QStringList awaitHealthy(const Plan& plan, const CommandContext& context)
{
    QStringList commands{u"show stat"_qs};
    for (const PlannedNode& node : plan.green)
        commands.append(u"GET http://{"_qs + node.name + u"}:"_qs + QString::number(context.port) + context.healthPath);
    return commands;
}

static QStringList retireBlue(const Plan& plan)
{
    return QStringList{u"write /etc/haproxy/haproxy.cfg"_qs} + setState(plan, plan.blue, u"maint"_qs) +
           QStringList{u"show stat"_qs};
}

static QStringList destroyBlue(const Plan& plan, const CommandContext& context)
{
    QStringList commands;
    for (const PlannedNode& node : plan.blue) {
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
        return setState(plan, plan.green, u"ready"_qs) + QStringList{u"write /etc/haproxy/haproxy.cfg"_qs} +
               setState(plan, plan.blue, u"drain"_qs);
    case StepKind::DrainBlue:
    case StepKind::Bake:
        return {u"show stat"_qs};
    case StepKind::RetireBlue:
        return retireBlue(plan);
    case StepKind::DestroyBlue:
        return destroyBlue(plan, context);
    }
    return {};
}

} // namespace snowmelt
