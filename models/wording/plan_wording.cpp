// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QHash>

namespace snowmelt {
namespace {

/// More names than this are shown as the first, the last and how many.
constexpr int namesShown = 4;

class PlanWording
{
    Q_DECLARE_TR_FUNCTIONS(PlanWording)

public:
    static QString names(const QList<PlannedNode>& nodes);
    static QString title(StepKind kind, const Plan& plan);
    static QString name(StepKind kind);
    static QString strategy(Strategy strategy);
    static QString rebirthRound();
    static QString verdict(Verdict verdict);
    static QString check(const PlanCheck& check);

private:
    static QString driftLost(const PlanCheck& check);
    static QString driftUnknown(const PlanCheck& check);
    static QString imageBuilt(const PlanCheck& check);
    static QString imageNotBuilt(const PlanCheck& check);
    static QString healthyNow(const PlanCheck& check);
    static QString servingBeside(const PlanCheck& check);
    static QString slotsFree(const PlanCheck& check);
    static QString sameImage(const PlanCheck& check);
    static QString balancerAnswers(const PlanCheck& check);
    static QString groupSizeOne(const PlanCheck& check);
    static QString manyMachines(const PlanCheck& check);
    static QString openDeployment(const PlanCheck& check);
    static QString balancerTooOld(const PlanCheck& check);
    static QString balancerLacks(const PlanCheck& check);
    static QString balancerAgrees(const PlanCheck& check);
    static QString balancerUnread(const PlanCheck& check);
    static QString balancerDisagrees(const PlanCheck& check);
    static QString stateFileDisagrees(const PlanCheck& check);
    static QString blueprintDisagrees(const PlanCheck& check);
    static QString stateFileNamed(const PlanCheck& check);
    static QString configEdited(const PlanCheck& check);
    static QString configLineGone(const PlanCheck& check);
    static QString addressesFree(const PlanCheck& check);
    static QString portTaken(const PlanCheck& check);
    static QString memoryFree(const PlanCheck& check);
    static QString diskFree(const PlanCheck& check);
    static QString headroomUnknown(const PlanCheck& check);
    static QString schemaFits(const PlanCheck& check);
    static QString schemaOutside(const PlanCheck& check);
    static QString schemaUnknown(const PlanCheck& check);
    static QString schemaNotSaid(const PlanCheck& check);
    static QString schemaNoWayBack(const PlanCheck& check);
    static QString schemaWayBackUnknown(const PlanCheck& check);
    static QString schemas(const PlanCheck& check);
    static QString placeOf(const QString& address);
};

QString PlanWording::names(const QList<PlannedNode>& nodes)
{
    QStringList all;
    for (const PlannedNode& node : nodes)
        all.append(node.name);
    if (all.size() <= namesShown)
        return all.join(QStringLiteral(", "));
    return tr("%1 … %2 (%n node(s))", nullptr, static_cast<int>(all.size())).arg(all.first(), all.last());
}

QString PlanWording::title(StepKind kind, const Plan& plan)
{
    const QString blue = names(plan.blue);
    const QString green = names(plan.green);
    switch (kind) {
    case StepKind::Check:
        return tr("Check that the plan still holds");
    case StepKind::CreateNodes:
        return tr("Create %1 from %2").arg(green, imageText(plan.to));
    case StepKind::AwaitHealthy:
        return tr("Wait until %1 are healthy", nullptr, static_cast<int>(plan.green.size())).arg(green);
    case StepKind::MoveTraffic:
        return tr("Move the traffic from %1 to %2").arg(blue, green);
    case StepKind::DrainBlue:
        return tr("Let the open sessions on %1 end").arg(blue);
    case StepKind::Bake:
        return tr("Watch %1 for %2, with %3 kept ready").arg(green, durationText(plan.bakeSeconds * 1000LL), blue);
    case StepKind::RetireBlue:
        return tr("Take %1 out of the balancer").arg(blue);
    case StepKind::DestroyBlue:
        return tr("Remove %1").arg(blue);
    }
    return {};
}

QString PlanWording::name(StepKind kind)
{
    switch (kind) {
    case StepKind::Check:
        return tr("Check");
    case StepKind::CreateNodes:
        return tr("Create green");
    case StepKind::AwaitHealthy:
        return tr("Await health");
    case StepKind::MoveTraffic:
        return tr("Move traffic");
    case StepKind::DrainBlue:
        return tr("Drain blue");
    case StepKind::Bake:
        return tr("Watch green");
    case StepKind::RetireBlue:
        return tr("Retire blue");
    case StepKind::DestroyBlue:
        return tr("Remove blue");
    }
    return {};
}

QString PlanWording::rebirthRound()
{
    return tr("Rebirth in batches");
}

QString PlanWording::strategy(Strategy strategy)
{
    switch (strategy) {
    case Strategy::BlueGreen:
        return tr("Blue-green swap");
    case Strategy::Rebirth:
        return tr("Rebirth of one node");
    }
    return {};
}

QString PlanWording::verdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pass:
        return tr("fine");
    case Verdict::Warn:
        return tr("take care");
    case Verdict::Block:
        return tr("not possible");
    }
    return {};
}

QString PlanWording::driftLost(const PlanCheck& check)
{
    return tr("%1 differs from its image in %n place(s); that ends with the node.", nullptr,
              check.args.value(1).toInt())
        .arg(check.args.value(0));
}

QString PlanWording::driftUnknown(const PlanCheck&)
{
    return tr("Not every node that goes has been scanned, so what is lost with them is not known.");
}

QString PlanWording::imageBuilt(const PlanCheck& check)
{
    return check.args.isEmpty() ? tr("The image is built.") : tr("%1 is built.").arg(imageText(check.args[0]));
}

QString PlanWording::imageNotBuilt(const PlanCheck& check)
{
    return check.args.isEmpty() ? tr("The image is not built yet.")
                                : tr("%1 is not built yet.").arg(imageText(check.args[0]));
}

QString PlanWording::healthyNow(const PlanCheck& check)
{
    return tr("%1 of %n node(s) are healthy now.", nullptr, check.args.value(1).toInt()).arg(check.args.value(0));
}

QString PlanWording::servingBeside(const PlanCheck& check)
{
    return tr("%n node(s) take traffic and are not replaced with this batch; %1 at least are asked for.", nullptr,
              check.args.value(0).toInt())
        .arg(check.args.value(1));
}

QString PlanWording::slotsFree(const PlanCheck& check)
{
    return tr("Slots free in the balancer: %1, needed: %2.").arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::sameImage(const PlanCheck& check)
{
    return check.verdict == Verdict::Pass ? tr("The image is another one than the group runs.")
                                          : tr("The group runs this image already.");
}

QString PlanWording::balancerAnswers(const PlanCheck& check)
{
    return check.verdict == Verdict::Pass ? tr("The balancer answers.") : tr("The balancer does not answer.");
}

QString PlanWording::openDeployment(const PlanCheck& check)
{
    return tr("Another deployment of %1 has no end yet: %2. “resume” shows the ways out.")
        .arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::balancerTooOld(const PlanCheck& check)
{
    return tr("%1 is HAProxy %2; moving traffic safely needs %3 or newer.")
        .arg(check.args.value(0), check.args.value(1), check.args.value(2));
}

QString PlanWording::balancerLacks(const PlanCheck& check)
{
    return tr("The runtime socket of %1 does not take: %2. Its level must be admin.")
        .arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::balancerAgrees(const PlanCheck& check)
{
    return tr("What %1 serves is what its configuration says.").arg(check.args.value(0));
}

QString PlanWording::balancerUnread(const PlanCheck& check)
{
    return tr("What %1 serves could not be compared with its configuration: %2")
        .arg(check.args.value(0), check.args.value(1));
}

/// Where a slot leads.
QString PlanWording::placeOf(const QString& address)
{
    return address.isEmpty() ? tr("nowhere") : address;
}

QString PlanWording::balancerDisagrees(const PlanCheck& check)
{
    return tr("%1 would serve something else after a restart: slot %2 leads to %3 in its configuration and to %4 now.")
        .arg(check.args.value(0), check.args.value(1), placeOf(check.args.value(2)), placeOf(check.args.value(3)));
}

QString PlanWording::stateFileDisagrees(const PlanCheck& check)
{
    return tr("%1 would serve something else after a restart: slot %2 leads to %3 in its state file and to %4 now.")
        .arg(check.args.value(0), check.args.value(1), placeOf(check.args.value(2)), placeOf(check.args.value(3)));
}

QString PlanWording::blueprintDisagrees(const PlanCheck& check)
{
    const QString key = check.args.value(1);
    const QString what = key == u"listen" ? tr("port") : key == u"health" ? tr("health path") : key;
    return tr("%1: the %2 is %3 in the blueprint and %4 in the configuration; a swap leaves it as it is.")
        .arg(check.args.value(0), what, check.args.value(2), check.args.value(3));
}

QString PlanWording::stateFileNamed(const PlanCheck& check)
{
    return tr("The next start of %1 would load %2 over its configuration; the deployment takes out the lines that say "
              "so.")
        .arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::configEdited(const PlanCheck& check)
{
    return tr("Line %2 of the configuration of %1 was not written by Snowmelt, and stays: %3")
        .arg(check.args.value(0), check.args.value(1), check.args.value(2));
}

QString PlanWording::configLineGone(const PlanCheck& check)
{
    return tr("A line of Snowmelt's is missing in the configuration of %1: %2")
        .arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::addressesFree(const PlanCheck& check)
{
    return tr("Addresses free for new nodes: %1, needed: %2.").arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::portTaken(const PlanCheck& check)
{
    return tr("%1 is taken by another program.").arg(check.args.value(0));
}

QString PlanWording::memoryFree(const PlanCheck& check)
{
    return tr("Memory free: %1 MiB, needed for green: %2 MiB.").arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::diskFree(const PlanCheck& check)
{
    return tr("Disk free: %1 MiB, needed for green: %2 MiB.").arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::headroomUnknown(const PlanCheck&)
{
    return tr("Whether there is memory and disk for green beside blue could not be seen.");
}

/// "3" or "3 to 5".
QString PlanWording::schemas(const PlanCheck& check)
{
    const QString from = check.args.value(3);
    return from == check.args.value(4) ? from : tr("%1 to %2", "schemas").arg(from, check.args.value(4));
}

QString PlanWording::schemaFits(const PlanCheck& check)
{
    return tr("%1 works with schema %3 of the database %2.")
        .arg(imageText(check.args.value(0)), check.args.value(1), check.args.value(2));
}

QString PlanWording::schemaOutside(const PlanCheck& check)
{
    return tr("%1 works with schema %4 of the database %2, which has schema %3.")
        .arg(imageText(check.args.value(0)), check.args.value(1), check.args.value(2), schemas(check));
}

QString PlanWording::schemaUnknown(const PlanCheck& check)
{
    return tr("The database %2 has schema %3, and %1 does not say which it works with.")
        .arg(imageText(check.args.value(0)), check.args.value(1), check.args.value(2));
}

QString PlanWording::schemaNotSaid(const PlanCheck& check)
{
    return tr("%1 says which schemas it works with, and the blueprint does not say which the database %2 has.")
        .arg(imageText(check.args.value(0)), check.args.value(1));
}

QString PlanWording::schemaNoWayBack(const PlanCheck& check)
{
    return tr("No safe way back: %1, which serves now, works with schema %4 of the database %2, which has schema %3.")
        .arg(imageText(check.args.value(0)), check.args.value(1), check.args.value(2), schemas(check));
}

QString PlanWording::schemaWayBackUnknown(const PlanCheck& check)
{
    return tr("Whether there is a safe way back is not known: the database %2 has schema %3, and %1, which serves now, "
              "does not say which it works with.")
        .arg(imageText(check.args.value(0)), check.args.value(1), check.args.value(2));
}

QString PlanWording::groupSizeOne(const PlanCheck&)
{
    return tr("The group has a single node: should it fail, no other one takes over.");
}

QString PlanWording::manyMachines(const PlanCheck& check)
{
    return tr("Green has %1 nodes, and there are %2 now: is the group’s size in the blueprint what you mean?")
        .arg(check.args.value(0), check.args.value(1));
}

QString PlanWording::check(const PlanCheck& check)
{
    static const QHash<QString, QString (*)(const PlanCheck&)> sentences = {
        {QStringLiteral("driftLost"), driftLost},
        {QStringLiteral("driftUnknown"), driftUnknown},
        {QStringLiteral("imageBuilt"), imageBuilt},
        {QStringLiteral("imageNotBuilt"), imageNotBuilt},
        {QStringLiteral("healthyNow"), healthyNow},
        {QStringLiteral("servingBeside"), servingBeside},
        {QStringLiteral("slotsFree"), slotsFree},
        {QStringLiteral("sameImage"), sameImage},
        {QStringLiteral("balancerAnswers"), balancerAnswers},
        {QStringLiteral("groupSizeOne"), groupSizeOne},
        {QStringLiteral("manyMachines"), manyMachines},
        {QStringLiteral("openDeployment"), openDeployment},
        {QStringLiteral("balancerTooOld"), balancerTooOld},
        {QStringLiteral("balancerLacks"), balancerLacks},
        {QStringLiteral("balancerAgrees"), balancerAgrees},
        {QStringLiteral("balancerUnread"), balancerUnread},
        {QStringLiteral("balancerDisagrees"), balancerDisagrees},
        {QStringLiteral("stateFileDisagrees"), stateFileDisagrees},
        {QStringLiteral("blueprintDisagrees"), blueprintDisagrees},
        {QStringLiteral("stateFileNamed"), stateFileNamed},
        {QStringLiteral("configEdited"), configEdited},
        {QStringLiteral("configLineGone"), configLineGone},
        {QStringLiteral("addressesFree"), addressesFree},
        {QStringLiteral("portTaken"), portTaken},
        {QStringLiteral("memoryFree"), memoryFree},
        {QStringLiteral("diskFree"), diskFree},
        {QStringLiteral("headroomUnknown"), headroomUnknown},
        {QStringLiteral("schemaFits"), schemaFits},
        {QStringLiteral("schemaOutside"), schemaOutside},
        {QStringLiteral("schemaUnknown"), schemaUnknown},
        {QStringLiteral("schemaNotSaid"), schemaNotSaid},
        {QStringLiteral("schemaNoWayBack"), schemaNoWayBack},
        {QStringLiteral("schemaWayBackUnknown"), schemaWayBackUnknown},
    };
    const auto found = sentences.constFind(check.code);
    if (found != sentences.constEnd())
        return (*found)(check);
    return QString(check.code + u' ' + check.args.join(u' ')).trimmed();
}

} // namespace

QString stepTitle(StepKind kind, const Plan& plan)
{
    return PlanWording::title(kind, plan);
}

QString stepName(StepKind kind)
{
    return PlanWording::name(kind);
}

QString strategyText(Strategy strategy)
{
    return PlanWording::strategy(strategy);
}

QString strategyText(const Plan& plan)
{
    const bool round = plan.blue.size() > 1 || !plan.rebornBefore.isEmpty() || !plan.toFollow.isEmpty();
    return plan.strategy == Strategy::Rebirth && round ? PlanWording::rebirthRound() : strategyText(plan.strategy);
}

QString verdictText(Verdict verdict)
{
    return PlanWording::verdict(verdict);
}

QString sentence(const PlanCheck& check)
{
    return PlanWording::check(check);
}

} // namespace snowmelt
