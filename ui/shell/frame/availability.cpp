// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/availability.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class Why
{
    Q_DECLARE_TR_FUNCTIONS(Why)

public:
    static QString notOpen() { return tr("Open a blueprint first."); }
    static QString notUp() { return tr("The fleet is not running. Bring it up first."); }
    static QString busy(const QString& title) { return tr("“%1” is under way.").arg(title); }
    static QString scanning() { return tr("A scan is under way."); }
    static QString noNode() { return tr("Select a node of a group first."); }
    static QString noDeployment() { return tr("No deployment is under way."); }
    static QString turning() { return tr("The traffic is going back to blue already."); }
    static QString pastNoReturn() { return tr("Blue is retired: going back means a new deployment."); }
};

bool changesTheWorld(const QString& verb)
{
    static const QStringList verbs{QStringLiteral("up"),      QStringLiteral("down"),  QStringLiteral("swap"),
                                   QStringLiteral("rebirth"), QStringLiteral("build"), QStringLiteral("rollback")};
    return verbs.contains(verb);
}

bool makesOrEndsFleets(const QString& verb)
{
    return verb == QStringLiteral("up") || verb == QStringLiteral("down");
}

QString whyNotTurn(const Situation& now)
{
    if (!now.deploying)
        return Why::noDeployment();
    if (now.turningRound)
        return Why::turning();
    return now.pastNoReturn ? Why::pastNoReturn() : QString();
}

QString whyNotScan(const Situation& now)
{
    if (!now.makingOrEnding.isEmpty())
        return Why::busy(now.makingOrEnding);
    if (!now.up)
        return Why::notUp();
    return now.scanning ? Why::scanning() : QString();
}

} // namespace

Situation situationOf(const FleetDocument& document)
{
    Situation now;
    now.open = document.isOpen();
    now.up = document.fleet().isUp();
    for (const OperationState& operation : document.operations()) {
        if (!operation.running())
            continue;
        const QString title = operationTitle(operation.verb, operation.subject);
        if (changesTheWorld(operation.verb) && now.busy.isEmpty())
            now.busy = title;
        if (makesOrEndsFleets(operation.verb))
            now.makingOrEnding = title;
        now.scanning = now.scanning || operation.verb == QStringLiteral("scan");
    }
    if (const DeploymentState* deployment = document.deployment(); deployment && deployment->running()) {
        now.deploying = true;
        now.turningRound = deployment->rollingBack.has_value();
        now.pastNoReturn = !now.turningRound && !deployment->canRollBack();
    }
    const NodeState* node = document.fleet().findNode(document.selection());
    now.nodeSelected = node && node->role == Role::Node;
    return now;
}

QString whyNot(WindowAct act, const Situation& now)
{
    if (!now.open)
        return Why::notOpen();
    if (act == WindowAct::Export)
        return {};
    if (act == WindowAct::RollBack || act == WindowAct::CancelDeployment)
        return whyNotTurn(now);
    if (act == WindowAct::Scan)
        return whyNotScan(now);
    if (!now.busy.isEmpty())
        return Why::busy(now.busy);
    if (act == WindowAct::Reload)
        return now.scanning ? Why::scanning() : QString();
    const bool needsFleet = act == WindowAct::Swap || act == WindowAct::Rebirth || act == WindowAct::Down;
    if (needsFleet && !now.up)
        return Why::notUp();
    return act == WindowAct::Rebirth && !now.nodeSelected ? Why::noNode() : QString();
}

} // namespace snowmelt
