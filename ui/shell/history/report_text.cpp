// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/report_text.h"

#include "models/items/item_text.h"
#include "models/wording/wording.h"
#include "ui/shell/history/report_traffic.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

class ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)

public:
    static QList<Fact> facts(const DeploymentReport& report);
    static QList<Fact> nodes(const Plan& plan);
    static QStringList trouble(const DeploymentReport& report);
    static QString wayBack(const DeploymentReport& report);
    static QString lease(const DeploymentReport& report);
    static QString from(const Plan& plan);
    static QString noEnd() { return tr("Has no end in the journal"); }
};

QString clock(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("HH:mm:ss")) : QString();
}

QString dayAndClock(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

QString imageWithDigest(const ImageRef& image, const Digest& digest)
{
    const QString name = imageText(image);
    return digest.isNull() ? name : QString(name + u" · " + digest.text());
}

QString nodesText(const QList<PlannedNode>& side)
{
    QStringList names;
    for (const PlannedNode& node : side)
        names << (node.slot.isEmpty() ? node.name : QString(node.name + u" (" + node.slot + u')'));
    return names.join(QStringLiteral(", "));
}

QString ReportWords::from(const Plan& plan)
{
    if (plan.from.isNull())
        return tr("several images");
    return imageWithDigest(plan.from, plan.blue.isEmpty() ? Digest() : plan.blue.first().digest);
}

QString ReportWords::wayBack(const DeploymentReport& report)
{
    if (report.rolledBack.isEmpty())
        return {};
    RollingBack back;
    back.reason = report.rolledBack;
    return QString(clock(report.rolledBackAt) + u' ' + sentence(back));
}

QString ReportWords::lease(const DeploymentReport& report)
{
    if (report.leaseFrom.isEmpty())
        return {};
    return report.leaseReason.isEmpty() ? tr("taken over from %1").arg(report.leaseFrom)
                                        : tr("taken over from %1: %2").arg(report.leaseFrom, report.leaseReason);
}

QList<Fact> ReportWords::facts(const DeploymentReport& report)
{
    const bool ended = report.endedAt.isValid();
    return {{tr("Who"), report.person},
            {tr("Began"), dayAndClock(report.startedAt)},
            {tr("Ended"), dayAndClock(report.endedAt)},
            {tr("Took"), ended ? durationText(report.startedAt.msecsTo(report.endedAt)) : QString()},
            {tr("From"), from(report.plan), !report.plan.from.isNull()},
            {tr("To"), imageWithDigest(report.plan.to, report.plan.toDigest), !report.plan.toDigest.isNull()},
            {tr("Way back"), wayBack(report)},
            {tr("Lease"), lease(report)},
            {tr("Operation"), report.operation, true}};
}

QList<Fact> ReportWords::nodes(const Plan& plan)
{
    return {{tr("Blue, the old nodes"), nodesText(plan.blue)}, {tr("Green, the new ones"), nodesText(plan.green)}};
}

QStringList ReportWords::trouble(const DeploymentReport& report)
{
    if (!report.error)
        return {};
    const Sentence said = sentence(*report.error);
    QStringList lines{said.what, report.error->detail, said.next}; // what to do comes after why
    lines.removeAll(QString());
    return lines;
}

ReportStepText stepText(const StepReport& step, const Plan& plan)
{
    ReportStepText text;
    text.end = step.end;
    text.title = stepTitle(step.kind, plan);
    text.state = stepEndText(step.end);
    text.began = clock(step.begunAt);
    const bool timed = step.end == StepEnd::Done || step.end == StepEnd::Failed;
    text.took = timed ? durationText(step.ms) : QString();
    text.observed = step.observed;
    text.commands = step.commands;
    if (step.error) {
        text.trouble = sentence(*step.error).what;
        if (!step.error->detail.isEmpty())
            text.trouble += u'\n' + step.error->detail;
    }
    return text;
}

ReportAskedText askedText(const AskedReport& asked)
{
    Controlled told;
    told.command = asked.command;
    told.person = asked.person;
    told.seconds = asked.seconds;
    told.refused = asked.refused;
    ReportAskedText text{clock(asked.at), sentence(told), {}};
    if (asked.refused) {
        const Sentence why = sentence(*asked.refused);
        text.refused = sentences({why.what, why.next});
    }
    return text;
}

QString editedText(const QDateTime& at, const QString& balancer, const ConfigEdit& edit)
{
    return clock(at) + u"  " + sentence(ConfigEdited{balancer, {edit}});
}

/// As the check said it when it was accepted; one the plan does not have any more is named by its code.
QString acceptedText(const QString& code, const Plan& plan)
{
    const auto check = std::ranges::find(plan.checks, code, &PlanCheck::code);
    return check == plan.checks.cend() ? code : sentence(*check);
}

} // namespace

ReportText reportText(const DeploymentReport& report)
{
    ReportText text;
    text.title = deploymentTitle(report.verb, report.plan);
    text.outcome = report.outcome;
    text.outcomeLine = report.outcome ? outcomeText(*report.outcome) : ReportWords::noEnd();
    const QString round = report.outcome ? roundEndText(report.plan, report.safety) : QString();
    text.safety = report.outcome ? sentence(report.safety, report.plan) : QString();
    if (!round.isEmpty())
        text.safety = sentences({text.safety, round});
    text.trouble = ReportWords::trouble(report);
    text.facts = ReportWords::facts(report);
    text.nodes = ReportWords::nodes(report.plan);
    for (const StepReport& step : report.steps)
        text.steps.append(stepText(step, report.plan));
    for (const AskedReport& asked : report.asked)
        text.asked.append(askedText(asked));
    for (const EditReport& edited : report.edited) {
        for (const ConfigEdit& edit : edited.edits)
            text.edited.append(editedText(edited.at, edited.balancer, edit));
    }
    for (const QString& code : report.accepted)
        text.accepted.append(acceptedText(code, report.plan));
    tellTraffic(text, report);
    return text;
}

} // namespace snowmelt
