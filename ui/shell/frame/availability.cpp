// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/availability.h"

#include "models/document/fleet_document.h"
#include "models/domain/platform_verbs.h"
#include "models/wording/wording.h"
#include "ui/shell/inspector/consequences.h"

#include <QCoreApplication>

namespace snowmelt {

namespace {

class Why
{
    Q_DECLARE_TR_FUNCTIONS(Why)

public:
    static QString notOpen() { return tr("Open a blueprint first."); }
    static QString notUp() { return tr("The fleet is not running. Bring it up first."); }
    static QString notLooked() { return tr("Nobody has looked at these machines yet."); }
    static QString noParts() { return tr("The blueprint has no parts yet. The Edit menu adds one."); }
    static QString given()
    {
        return tr("These machines exist already. Snowmelt looks at them and changes nothing on them.");
    }
    static QString busy(const QString& title) { return tr("“%1” is under way.").arg(title); }
    static QString scanning() { return tr("A scan is under way."); }
    static QString edited() { return tr("The blueprint has changes that are not saved. Save or undo them first."); }
    static QString noNode() { return tr("Select a node of a group first."); }
    static QString noDeployment() { return tr("No deployment is under way."); }
};

bool changesTheWorld(const QString& verb)
{
    static const QStringList verbs{QStringLiteral("up"),      QStringLiteral("down"),  QStringLiteral("swap"),
                                   QStringLiteral("rebirth"), QStringLiteral("build"), QStringLiteral("rollback")};
    return verbs.contains(verb);
}

bool isBuild(const OperationState& operation)
{
    return operation.verb == QStringLiteral("build");
}

bool makesOrEndsFleets(const QString& verb)
{
    return verb == QStringLiteral("up") || verb == QStringLiteral("down");
}

std::optional<Command> commandOf(WindowAct act)
{
    switch (act) {
    case WindowAct::RollBack:
        return Command::RollBack;
    case WindowAct::Pause:
        return Command::Pause;
    case WindowAct::Continue:
        return Command::Continue;
    case WindowAct::ExtendDrain:
        return Command::ExtendDrain;
    case WindowAct::Abort:
        return Command::Abort;
    default:
        return {};
    }
}

QHash<Command, QString> refusalsOf(const DeploymentState& deployment)
{
    QHash<Command, QString> refusals;
    for (const Command command :
         {Command::RollBack, Command::Pause, Command::Continue, Command::ExtendDrain, Command::Abort}) {
        if (const QString why = whyNotTold(command, deployment); !why.isEmpty())
            refusals.insert(command, why);
    }
    return refusals;
}

/// The group a swap or a rebirth would be of.
QString groupMeant(const FleetDocument& document)
{
    const QString selected = document.selection();
    const NodeState* node = document.fleet().findNode(selected);
    const QString group = node ? node->group : selected;
    const QList<Group>& groups = document.blueprint().groups;
    return document.blueprint().findGroup(group) || groups.isEmpty() ? group : groups.first().name;
}

/// Two groups may be deployed at once.
bool isElsewhere(const FleetDocument& document, const OperationState& operation, const QString& group)
{
    for (const DeploymentState& deployment : document.deployments()) {
        if (deployment.operation == operation.id)
            return deployment.plan.group != group;
    }
    return operation.verb == verbOf(Command::RollBack) && operation.subject != group;
}

/// What is under way that this would meet.
QString busyFor(WindowAct act, const Situation& now)
{
    if (act == WindowAct::Build)
        return now.busyToBuild;
    return act == WindowAct::Swap || act == WindowAct::Rebirth ? now.busyHere : now.busy;
}

QString whyNotLook(const Situation& now)
{
    if (!now.makingOrEnding.isEmpty())
        return Why::busy(now.makingOrEnding);
    if (now.up)
        return {};
    return now.given ? Why::notLooked() : Why::notUp();
}

} // namespace

Situation situationOf(const FleetDocument& document)
{
    Situation now;
    now.open = document.isOpen();
    now.up = document.fleet().isUp();
    now.hasParts = document.blueprint().hasParts();
    now.given = !makesNodes(document.blueprint());
    now.edited = document.isEdited();
    const QString group = groupMeant(document);
    for (const OperationState& operation : document.operations()) {
        if (!operation.running())
            continue;
        const QString title = operationTitle(operation.verb, operation.subject);
        if (changesTheWorld(operation.verb) && now.busy.isEmpty())
            now.busy = title;
        if (changesTheWorld(operation.verb) && !isBuild(operation) && now.busyToBuild.isEmpty())
            now.busyToBuild = title;
        if (changesTheWorld(operation.verb) && now.busyHere.isEmpty() && !isElsewhere(document, operation, group))
            now.busyHere = title;
        if (makesOrEndsFleets(operation.verb))
            now.makingOrEnding = title;
        now.scanning = now.scanning || operation.verb == QStringLiteral("scan");
    }
    if (const DeploymentState* deployment = document.deployment(); deployment && deployment->running()) {
        now.deploying = true;
        now.refusals = refusalsOf(*deployment);
    }
    const NodeState* node = document.fleet().findNode(document.selection());
    now.nodeSelected = node && node->role == Role::Node;
    return now;
}

bool isOffered(WindowAct act, const Situation& now)
{
    if (!now.open || !now.given)
        return true;
    switch (act) {
    case WindowAct::Scan:
    case WindowAct::Differences:
    case WindowAct::Export:
    case WindowAct::Reload:
    case WindowAct::Look:
        return true;
    case WindowAct::Build:
    case WindowAct::Swap:
    case WindowAct::Rebirth:
    case WindowAct::Up:
    case WindowAct::Down:
    case WindowAct::RollBack:
    case WindowAct::Pause:
    case WindowAct::Continue:
    case WindowAct::ExtendDrain:
    case WindowAct::Abort:
    case WindowAct::Orphans:
    case WindowAct::ByImage:
        break;
    }
    return false;
}

QString whyNot(WindowAct act, const Situation& now)
{
    if (!now.open)
        return Why::notOpen();
    if (act == WindowAct::Export)
        return {};
    if (const std::optional<Command> command = commandOf(act); command && !now.given)
        return now.deploying ? now.refusals.value(*command) : Why::noDeployment();
    if (!isOffered(act, now))
        return Why::given();
    if (act == WindowAct::Orphans || act == WindowAct::Look || act == WindowAct::ByImage)
        return {};
    if (act == WindowAct::Differences)
        return whyNotLook(now);
    if (act == WindowAct::Scan)
        return whyNotLook(now).isEmpty() && now.scanning ? Why::scanning() : whyNotLook(now);
    if (const QString busy = busyFor(act, now); !busy.isEmpty())
        return Why::busy(busy);
    if (act == WindowAct::Reload)
        return now.scanning ? Why::scanning() : QString();
    // Taking down needs no more than the name; everything else would be by a blueprint that nobody else can read.
    if (now.edited && act != WindowAct::Down)
        return Why::edited();
    const bool needsFleet = act == WindowAct::Swap || act == WindowAct::Rebirth || act == WindowAct::Down;
    if (needsFleet && !now.up)
        return Why::notUp();
    if (act == WindowAct::Up && !now.hasParts)
        return Why::noParts();
    return act == WindowAct::Rebirth && !now.nodeSelected ? Why::noNode() : QString();
}

} // namespace snowmelt
