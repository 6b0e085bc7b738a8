// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/config_edits.h"
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace snowmelt {
namespace {

/// What is said of a deployment while it runs and of one that is open.
class DeploymentWording
{
    Q_DECLARE_TR_FUNCTIONS(DeploymentWording)

public:
    static QString command(Command command);
    static QString way(Way way);
    static QString wayConsequence(Way way, const OpenDeployment& open);
    static QString controlled(const Controlled& told);
    static QString stepEnd(StepEnd end);
    static QString stands(const OpenDeployment& open);
    static QString drain(const DrainSeen& drain);
    static QString node(const DrainingNode& node);
    static QString gate(const GateReading& reading);
    static QString orphanReason(const QString& reason);
};

QString DeploymentWording::command(Command command)
{
    switch (command) {
    case Command::RollBack:
        return tr("Roll back");
    case Command::Pause:
        return tr("Pause");
    case Command::Continue:
        return tr("Continue");
    case Command::Abort:
        return tr("Abort");
    case Command::ExtendDrain:
        return tr("Extend drain");
    }
    return {};
}

QString DeploymentWording::way(Way way)
{
    switch (way) {
    case Way::Continue:
        return tr("Continue");
    case Way::RollBack:
        return tr("Roll back");
    case Way::Adopt:
        return tr("Adopt");
    }
    return {};
}

QString DeploymentWording::wayConsequence(Way way, const OpenDeployment& open)
{
    const QString step = open.step >= 0 && open.step < open.plan.steps.size()
                             ? stepName(open.plan.steps.at(open.step).kind)
                             : stepName(StepKind::Check);
    switch (way) {
    case Way::Continue:
        return tr("Goes on with “%1” and does the rest of the plan.").arg(step);
    case Way::RollBack:
        return open.serving == ServingSide::Blue ? tr("Blue goes on serving; green is removed.")
                                                 : tr("Blue takes the traffic back, then green is removed.");
    case Way::Adopt:
        return tr("What runs is right as it is: the configuration is brought to it and the plan is forgotten. Nodes "
                  "that get no traffic are listed as orphans.");
    }
    return {};
}

QString DeploymentWording::controlled(const Controlled& told)
{
    if (told.refused)
        return tr("%1 asked for “%2”, which was refused.").arg(told.person, command(told.command));
    if (told.command == Command::ExtendDrain)
        return tr("%1 gave blue’s sessions %2 more.").arg(told.person, durationText(told.seconds * 1000LL));
    return tr("%1 asked for “%2”.").arg(told.person, command(told.command));
}

QString DeploymentWording::stepEnd(StepEnd end)
{
    switch (end) {
    case StepEnd::NotBegun:
        return tr("not begun");
    case StepEnd::Done:
        return tr("done");
    case StepEnd::Failed:
        return tr("failed");
    case StepEnd::Interrupted:
        return tr("interrupted");
    }
    return {};
}

QString DeploymentWording::stands(const OpenDeployment& open)
{
    const QString blue = open.blueThere.join(QStringLiteral(", "));
    const QString green = open.greenThere.join(QStringLiteral(", "));
    switch (open.serving) {
    case ServingSide::Unknown:
        return tr("Which side serves could not be seen.");
    case ServingSide::Blue:
        return green.isEmpty() ? tr("Blue (%1) serves; green does not exist.").arg(blue)
                               : tr("Blue (%1) serves; green (%2) exists and gets no traffic.").arg(blue, green);
    case ServingSide::Green:
        return blue.isEmpty() ? tr("Green (%1) serves; blue is gone.").arg(green)
                              : tr("Green (%1) serves; blue (%2) exists and gets no new traffic.").arg(green, blue);
    case ServingSide::Both:
        return tr("Blue (%1) and green (%2) both serve.").arg(blue, green);
    }
    return {};
}

QString DeploymentWording::node(const DrainingNode& node)
{
    const QString oldest = durationText(node.oldestSeconds * 1000LL);
    const QString what = tr("%1 has %n open session(s), the oldest %2", nullptr, node.sessions).arg(node.node, oldest);
    return node.webSockets == 0 ? what : tr("%1, %n of them a WebSocket", nullptr, node.webSockets).arg(what);
}

QString DeploymentWording::drain(const DrainSeen& drain)
{
    QStringList waiting;
    for (const DrainingNode& one : drain.nodes) {
        if (one.sessions > 0)
            waiting.append(node(one));
    }
    if (waiting.isEmpty())
        return tr("No session is open any more; looking again to be sure");
    return tr("Waiting because %1").arg(waiting.join(QStringLiteral("; ")));
}

QString DeploymentWording::gate(const GateReading& reading)
{
    const QLocale locale;
    const QString measured = locale.toString(reading.measured, 'g', 3);
    const QString limit = locale.toString(reading.limit, 'g', 3);
    if (reading.gate == u"health")
        return tr("%1 of %2 green healthy").arg(measured, limit);
    if (!reading.known)
        return reading.gate == u"latency" ? tr("latency: too few requests to say")
                                          : tr("failures: too few requests to say");
    if (reading.gate == u"failed")
        return tr("failed %1 % (allowed %2 %)").arg(measured, limit);
    if (reading.gate == u"latency")
        return tr("p95 %1 ms (allowed %2 ms)").arg(measured, limit);
    return reading.passes ? tr("own checks pass") : tr("own checks fail");
}

QString DeploymentWording::orphanReason(const QString& reason)
{
    if (reason == u"partGone")
        return tr("the blueprint has no such part any more");
    if (reason == u"noTraffic")
        return tr("gets no traffic and no deployment refers to it");
    if (reason == u"fleetGone")
        return tr("its fleet is not there any more");
    if (reason == u"imageUnused")
        return tr("no node is made of it, and the image store has another one of that name or none");
    if (reason == u"blueprintGone")
        return tr("its blueprint is gone, and nothing of the fleet exists");
    return reason;
}

} // namespace

QString commandText(Command command)
{
    return DeploymentWording::command(command);
}

QString wayText(Way way)
{
    return DeploymentWording::way(way);
}

QString wayConsequence(Way way, const OpenDeployment& open)
{
    return DeploymentWording::wayConsequence(way, open);
}

QString sentence(const Controlled& told)
{
    return DeploymentWording::controlled(told);
}

QString sentence(const ConfigEdited& edited)
{
    QStringList said;
    for (const ConfigEdit& edit : edited.edits)
        said.append(sentence(checkOf(edited.balancer, edit)));
    return said.join(u'\n');
}

QString stepEndText(StepEnd end)
{
    return DeploymentWording::stepEnd(end);
}

QString howItStands(const OpenDeployment& open)
{
    const QString round = roundText(open.plan);
    const QString stands = DeploymentWording::stands(open);
    return round.isEmpty() ? stands : QString(stands + u' ' + round);
}

QString sentence(const DrainSeen& drain)
{
    return DeploymentWording::drain(drain);
}

QString sentence(const GateReading& reading)
{
    return DeploymentWording::gate(reading);
}

QString orphanReasonText(const QString& reason)
{
    return DeploymentWording::orphanReason(reason);
}

QString moneyText(const Prices& prices, double amount)
{
    const int decimals = amount < 10 ? 2 : 0;
    return prices.currency + u' ' + QLocale().toString(amount, 'f', decimals);
}

} // namespace snowmelt
