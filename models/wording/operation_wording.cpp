// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QHash>

namespace snowmelt {
namespace {

class OperationWording
{
    Q_DECLARE_TR_FUNCTIONS(OperationWording)

public:
    static QString safety(Safety safety);
    static QString safety(Safety safety, const Plan& plan);
    static QString outcome(OutcomeKind outcome);
    static QString progress(const Progress& progress);
    static QString draining(const Progress& progress);
    static QString awaitingHealth(const Progress& progress);
    static QString baking(qint64 secondsLeft);
    static QString rollingBack(const QString& reason);
    static QString round(const Plan& plan);
    static QString roundEnd(const Plan& plan, Safety safety);
    static QString verb(const QString& verb);
    static QString title(const QString& verb, const QString& subject);
};

QString OperationWording::safety(Safety safety)
{
    switch (safety) {
    case Safety::NothingTouched:
        return tr("Nothing was touched.");
    case Safety::Unchanged:
        return tr("Snowmelt only looked; nothing was changed.");
    case Safety::AsWanted:
        return tr("Everything is as you asked.");
    case Safety::BlueServes:
        return tr("The old nodes (blue) serve all traffic; the new ones (green) were removed.");
    case Safety::BlueServesGreenKept:
        return tr("The old nodes (blue) serve all traffic; the new ones (green) still exist and get none.");
    case Safety::GreenServes:
        return tr("The new nodes (green) serve all traffic; the old ones (blue) still exist.");
    case Safety::GreenServesAlone:
        return tr("The new nodes serve all traffic; the old ones are gone.");
    case Safety::PartlyUp:
        return tr("Part of the fleet exists. “up” continues, “down” removes it.");
    case Safety::PartlyDown:
        return tr("Part of the fleet is gone. “down” continues.");
    case Safety::StoreAsBefore:
        return tr("The image store is as it was before.");
    case Safety::Uncertain:
        return tr("How things stand could not be asked. Look with “status” before you act.");
    }
    return {};
}

/// After a rebirth it matters which nodes these are; after a swap only that the old ones are gone.
QString OperationWording::safety(Safety safety, const Plan& plan)
{
    if (safety != Safety::AsWanted && safety != Safety::GreenServesAlone)
        return OperationWording::safety(safety);
    if (plan.strategy != Strategy::Rebirth || plan.blue.isEmpty() || plan.green.isEmpty())
        return OperationWording::safety(Safety::GreenServesAlone);
    const int replaced = int(plan.rebornBefore.size() + plan.blue.size());
    if (replaced > 1)
        return tr("%n fresh node(s) serve; those they replace are gone.", nullptr, replaced);
    return tr("%1 serves in place of %2, which is gone.").arg(plan.green.first().name, plan.blue.first().name);
}

QString OperationWording::roundEnd(const Plan& plan, Safety safety)
{
    if (plan.rebornBefore.isEmpty() && plan.toFollow.isEmpty())
        return {};
    QStringList batch;
    for (const PlannedNode& node : plan.blue)
        batch.append(node.name);
    const bool batchDone = safety == Safety::AsWanted || safety == Safety::GreenServesAlone;
    const QStringList reborn = batchDone ? plan.rebornBefore + batch : plan.rebornBefore;
    const QString comma = QStringLiteral(", ");
    QStringList said;
    if (!reborn.isEmpty())
        said += tr("Reborn: %1.").arg(reborn.join(comma));
    if (!batchDone)
        said += tr("Stopped at: %1.").arg(batch.join(comma));
    if (!plan.toFollow.isEmpty())
        said += tr("Not begun: %1.").arg(plan.toFollow.join(comma));
    return said.join(u' ');
}

QString OperationWording::round(const Plan& plan)
{
    QStringList said;
    if (!plan.rebornBefore.isEmpty())
        said += tr("Reborn before: %1.").arg(plan.rebornBefore.join(QStringLiteral(", ")));
    if (!plan.toFollow.isEmpty())
        said += tr("Not begun: %1.").arg(plan.toFollow.join(QStringLiteral(", ")));
    return said.join(u' ');
}

QString OperationWording::outcome(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Done:
        return tr("Done");
    case OutcomeKind::Failed:
        return tr("Failed");
    case OutcomeKind::Differences:
        return tr("Differences found");
    case OutcomeKind::Incomplete:
        return tr("Incomplete");
    case OutcomeKind::Cancelled:
        return tr("Cancelled");
    case OutcomeKind::Refused:
        return tr("Refused");
    }
    return {};
}

QString OperationWording::draining(const Progress& progress)
{
    const int sessions = progress.args.value(0).toInt();
    const QString node = progress.args.value(1);
    if (sessions == 0)
        return tr("No session is open any more; looking again to be sure");
    if (node.isEmpty())
        return tr("Waiting because %n session(s) are still open", nullptr, sessions);
    return tr("Waiting because %n session(s) are still open, most of them on %1", nullptr, sessions).arg(node);
}

QString OperationWording::awaitingHealth(const Progress& progress)
{
    const QStringList& args = progress.args;
    if (args.size() < 3)
        return tr("Waiting until %1 is healthy").arg(args.value(0));
    return tr("Waiting until %1 is healthy (%2 of %3)").arg(args[0], args[1], args[2]);
}

QString OperationWording::baking(qint64 secondsLeft)
{
    return secondsLeft > 0 ? tr("Watching green, %1 to go").arg(durationText(secondsLeft * 1000))
                           : tr("Watching green, one last look");
}

QString OperationWording::progress(const Progress& progress)
{
    const QString what = progress.args.value(0);
    switch (progress.phase) {
    case Phase::StartingPlatform:
        return tr("Starting the platform");
    case Phase::LeasingAddresses:
        return tr("Reserving addresses");
    case Phase::BuildingImage:
        return tr("Building %1").arg(imageText(what));
    case Phase::InstallingPackages:
        return tr("Installing the packages of %1").arg(imageText(what));
    case Phase::RunningCommands:
        return tr("Running the commands of %1").arg(imageText(what));
    case Phase::RecordingInventory:
        return tr("Recording the inventory of %1").arg(imageText(what));
    case Phase::PackingLayer:
        return tr("Packing the layer of %1").arg(imageText(what));
    case Phase::ImportingImage:
        return tr("Giving %1 to the platform").arg(imageText(what));
    case Phase::CreatingNode:
        return tr("Creating %1").arg(what);
    case Phase::AwaitingHealth:
        return awaitingHealth(progress);
    case Phase::ConfiguringBalancer:
        return tr("Configuring the balancer %1").arg(what);
    case Phase::ScanningNode:
        return tr("Scanning %1").arg(what);
    case Phase::RemovingNode:
        return tr("Removing %1").arg(what);
    case Phase::RemovingNetwork:
        return tr("Removing the network");
    case Phase::RemovingVolumes:
        return tr("Removing the volumes");
    case Phase::Looking:
        return tr("Looking");
    case Phase::CleaningUp:
        return tr("Cleaning up");
    case Phase::Draining:
        return draining(progress);
    case Phase::Baking:
        return baking(what.toLongLong());
    case Phase::Paused:
        return tr("Paused until someone says “continue”");
    case Phase::TakingLease:
        return tr("Taking the lease");
    case Phase::AwaitingTurn:
        return tr("Waiting for %n other build(s)", nullptr, what.toInt());
    case Phase::BootingImage:
        return tr("Booting %1 to try it").arg(imageText(what));
    case Phase::TestingImage:
        return tr("Testing %1: %2").arg(imageText(what), progress.args.value(1));
    case Phase::RunningPacker:
        return tr("Packer builds %1").arg(imageText(what));
    case Phase::CopyingToHost:
        return tr("Copying what %1 is built from to %2").arg(imageText(what), progress.args.value(1));
    case Phase::FetchingLayer:
        return tr("Fetching the layer of %1 from %2").arg(imageText(what), progress.args.value(1));
    }
    return {};
}

QString OperationWording::rollingBack(const QString& reason)
{
    if (reason == u"asked")
        return tr("The traffic goes back to blue, as asked.");
    if (reason == u"cancelled")
        return tr("The traffic goes back to blue because the deployment was cancelled.");
    return tr("The traffic goes back to blue because a step failed.");
}

QString OperationWording::verb(const QString& verb)
{
    static const QHash<QString, const char*> titles = {
        {QStringLiteral("check"), QT_TR_NOOP("Check")},
        {QStringLiteral("up"), QT_TR_NOOP("Up")},
        {QStringLiteral("down"), QT_TR_NOOP("Down")},
        {QStringLiteral("status"), QT_TR_NOOP("Status")},
        {QStringLiteral("watch"), QT_TR_NOOP("Watch")},
        {QStringLiteral("scan"), QT_TR_NOOP("Scan")},
        {QStringLiteral("images"), QT_TR_NOOP("Images")},
        {QStringLiteral("build"), QT_TR_NOOP("Build")},
        {QStringLiteral("plan"), QT_TR_NOOP("Plan")},
        {QStringLiteral("swap"), QT_TR_NOOP("Swap")},
        {QStringLiteral("rollback"), QT_TR_NOOP("Roll back")},
        {QStringLiteral("rebirth"), QT_TR_NOOP("Rebirth")},
        {QStringLiteral("history"), QT_TR_NOOP("History")},
        {QStringLiteral("drift-history"), QT_TR_NOOP("Drift over time")},
        {QStringLiteral("export"), QT_TR_NOOP("Export")},
        {QStringLiteral("diff"), QT_TR_NOOP("Compare")},
        {QStringLiteral("resume"), QT_TR_NOOP("Resume")},
        {QStringLiteral("pause"), QT_TR_NOOP("Pause")},
        {QStringLiteral("continue"), QT_TR_NOOP("Continue")},
        {QStringLiteral("abort"), QT_TR_NOOP("Abort")},
        {QStringLiteral("extend-drain"), QT_TR_NOOP("Extend drain")},
        {QStringLiteral("orphans"), QT_TR_NOOP("Orphans")},
        {QStringLiteral("report"), QT_TR_NOOP("Report")},
        {QStringLiteral("replay"), QT_TR_NOOP("Replay")},
        {QStringLiteral("update"), QT_TR_NOOP("Update")},
        {QStringLiteral("image-diff"), QT_TR_NOOP("Compare images")},
        {QStringLiteral("verify-images"), QT_TR_NOOP("Verify images")},
        {QStringLiteral("prune-images"), QT_TR_NOOP("Prune images")},
        {QStringLiteral("export-image"), QT_TR_NOOP("Export image")},
        {QStringLiteral("import-image"), QT_TR_NOOP("Import image")},
        {QStringLiteral("papers"), QT_TR_NOOP("Papers")},
        {QStringLiteral("sign-image"), QT_TR_NOOP("Sign image")},
    };
    const char* title = titles.value(verb);
    return title ? tr(title) : verb;
}

/// As subjectOf() writes a swap's: "web → shop@1.1.0".
const QString arrow = QStringLiteral(" → ");

/// One pattern a verb: where the verb stands in its sentence differs between languages.
QString OperationWording::title(const QString& verb, const QString& subject)
{
    static const QHash<QString, const char*> ofOne = {
        {QStringLiteral("scan"), QT_TR_NOOP("Scan %1")},
        {QStringLiteral("diff"), QT_TR_NOOP("Compare %1")},
        {QStringLiteral("build"), QT_TR_NOOP("Build %1")},
        {QStringLiteral("rebirth"), QT_TR_NOOP("Rebirth of %1")},
        {QStringLiteral("swap"), QT_TR_NOOP("Swap %1")},
        {QStringLiteral("rollback"), QT_TR_NOOP("Roll back %1")},
        {QStringLiteral("plan"), QT_TR_NOOP("Plan %1")},
        {QStringLiteral("resume"), QT_TR_NOOP("Resume %1")},
        {QStringLiteral("pause"), QT_TR_NOOP("Pause %1")},
        {QStringLiteral("continue"), QT_TR_NOOP("Continue %1")},
        {QStringLiteral("abort"), QT_TR_NOOP("Abort %1")},
        {QStringLiteral("extend-drain"), QT_TR_NOOP("Extend the drain of %1")},
        {QStringLiteral("orphans"), QT_TR_NOOP("Remove %1")},
        {QStringLiteral("update"), QT_TR_NOOP("Update the lock of %1")},
        {QStringLiteral("export-image"), QT_TR_NOOP("Export %1")},
        {QStringLiteral("import-image"), QT_TR_NOOP("Import %1")},
        {QStringLiteral("papers"), QT_TR_NOOP("Papers of %1")},
        {QStringLiteral("sign-image"), QT_TR_NOOP("Sign %1")},
        {QStringLiteral("prune-images"), QT_TR_NOOP("Prune images, keep the last %1")},
    };
    static const QHash<QString, const char*> ofTwo = {
        {QStringLiteral("swap"), QT_TR_NOOP("Swap %1 to %2")},
        {QStringLiteral("plan"), QT_TR_NOOP("Plan to swap %1 to %2")},
    };
    if (subject.isEmpty())
        return OperationWording::verb(verb);
    const QString target = subject.section(arrow, 1);
    if (!target.isEmpty() && ofTwo.contains(verb))
        return tr(ofTwo.value(verb)).arg(subject.section(arrow, 0, 0), imageText(target));
    if (ofOne.contains(verb))
        return tr(ofOne.value(verb)).arg(imageText(subject));
    return OperationWording::verb(verb) + u' ' + subject;
}

} // namespace

QString sentence(Safety safety)
{
    return OperationWording::safety(safety);
}

QString sentence(Safety safety, const Plan& plan)
{
    return OperationWording::safety(safety, plan);
}

QString sentence(const Progress& progress)
{
    return OperationWording::progress(progress);
}

QString sentence(const RollingBack& rollingBack)
{
    return OperationWording::rollingBack(rollingBack.reason);
}

QString outcomeText(OutcomeKind outcome)
{
    return OperationWording::outcome(outcome);
}

QString roundText(const Plan& plan)
{
    return OperationWording::round(plan);
}

QString roundEndText(const Plan& plan, Safety safety)
{
    return OperationWording::roundEnd(plan, safety);
}

QString verbText(const QString& verb)
{
    return OperationWording::verb(verb);
}

QString operationTitle(const QString& verb, const QString& subject)
{
    return OperationWording::title(verb, subject);
}

static QString namesOf(const QList<PlannedNode>& nodes)
{
    QStringList names;
    for (const PlannedNode& node : nodes)
        names.append(node.name);
    return names.join(QStringLiteral(", "));
}

/// A rebirth's batch by its nodes; what came before it and what follows is roundText()'s.
QString deploymentTitle(const QString& verb, const Plan& plan)
{
    if (plan.strategy == Strategy::Rebirth && !plan.blue.isEmpty() && verb != u"resume")
        return operationTitle(verb, namesOf(plan.blue));
    const bool groupAlone = verb == u"resume" || plan.to.isNull();
    return operationTitle(verb, groupAlone ? plan.group : QString(plan.group + arrow + plan.to.text()));
}

} // namespace snowmelt
