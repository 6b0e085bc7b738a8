// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report_page.h"

#include "app/cli/cli_text.h"
#include "app/cli/event_lines.h"
#include "app/cli/values.h"
#include "models/domain/code_names.h"
#include "models/domain/event.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

using enum Table::Align;

QString clockText(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t")) : QString();
}

QString msText(int ms)
{
    return ms < 0 ? QString() : durationText(ms);
}

/// "web-1 (a1, shop@1.0.0, sha256:…)": enough to know it again.
QString nodesText(const QList<PlannedNode>& nodes)
{
    QStringList all;
    for (const PlannedNode& node : nodes) {
        QStringList about{node.slot, refText(node.image), node.digest.text()};
        about.removeAll(QString());
        all.append(node.name + QStringLiteral(" (") + about.join(QStringLiteral(", ")) + u')');
    }
    return all.join(QStringLiteral("; "));
}

QString gatesText(const Gates& gates)
{
    QStringList all;
    if (gates.failedPercent >= 0)
        all.append(CliText::tr("failed at most %1 %").arg(gates.failedPercent));
    if (gates.latencyFactor > 0)
        all.append(CliText::tr("p95 at most %1 times blue’s").arg(gates.latencyFactor));
    all += gates.checks;
    return all.isEmpty() ? CliText::tr("health alone") : all.join(QStringLiteral(", "));
}

QString endText(const DeploymentReport& report)
{
    if (!report.outcome)
        return CliText::tr("no end recorded");
    const QString round = roundEndText(report.plan, report.safety);
    const QString end = outcomeText(*report.outcome) + QStringLiteral(". ") + sentence(report.safety, report.plan) +
                        (round.isEmpty() ? QString() : QString(u' ' + round));
    return report.error ? QString(end + u' ' + sentence(*report.error).what) : end;
}

QString leaseText(const DeploymentReport& report)
{
    return report.leaseFrom.isEmpty() ? QString()
                                      : CliText::tr("taken over from %1: %2").arg(report.leaseFrom, report.leaseReason);
}

QString backText(const DeploymentReport& report)
{
    return report.rolledBack.isEmpty()
               ? QString()
               : QString(sentence(RollingBack{0, report.rolledBack}) + u' ' + clockText(report.rolledBackAt)).trimmed();
}

PageSection summary(const DeploymentReport& report)
{
    Table table({{}, {}});
    const auto row = [&table](const QString& label, const QString& text) {
        if (!text.isEmpty())
            table.row({{label, TerminalInk::Faint}, {text}});
    };
    const bool ended = report.endedAt.isValid();
    const QString took = ended ? durationText(report.startedAt.msecsTo(report.endedAt)) : QString();
    row(CliText::tr("Id"), report.operation);
    row(CliText::tr("By"), report.person);
    row(CliText::tr("Started"), clockText(report.startedAt));
    row(CliText::tr("Ended"),
        ended ? QString(clockText(report.endedAt) + QStringLiteral(" (") + took + u')') : QString());
    row(CliText::tr("Outcome"), endText(report));
    row(CliText::tr("From"), fromText(report.plan));
    row(CliText::tr("To"), QString(refText(report.plan.to) + u' ' + report.plan.toDigest.text()).trimmed());
    row(CliText::tr("Blue"), nodesText(report.plan.blue));
    row(CliText::tr("Green"), nodesText(report.plan.green));
    row(CliText::tr("Gates"), gatesText(report.plan.gates));
    row(CliText::tr("Accepted"), report.accepted.join(QStringLiteral(", ")));
    row(CliText::tr("Lease"), leaseText(report));
    row(CliText::tr("Went back"), backText(report));
    row(CliText::tr("Switch"), report.switchMs < 0 ? QString() : durationText(report.switchMs));
    return {{}, table, {}, {}};
}

PageSection steps(const DeploymentReport& report)
{
    PageSection section{CliText::tr("Steps"),
                        Table({{QStringLiteral("#"), Right},
                               {CliText::tr("STEP")},
                               {CliText::tr("END")},
                               {CliText::tr("BEGUN")},
                               {CliText::tr("TOOK"), Right},
                               {CliText::tr("WHY")}}),
                        {},
                        {}};
    int number = 0;
    for (const StepReport& step : report.steps) {
        const bool isBad = step.end == StepEnd::Failed || step.end == StepEnd::Interrupted;
        const bool ended = step.end == StepEnd::Done || step.end == StepEnd::Failed;
        section.table.row({{QString::number(++number), TerminalInk::Faint},
                           {stepTitle(step.kind, report.plan)},
                           {stepEndText(step.end), isBad ? TerminalInk::Amber : TerminalInk::Plain},
                           {clockText(step.begunAt), TerminalInk::Faint},
                           {ended ? durationText(step.ms) : QString()},
                           {step.error ? sentence(*step.error).what : QString()}});
    }
    return section;
}

/// The commands of the steps that were begun, and what the world said to them.
PageSection evidence(const DeploymentReport& report)
{
    PageSection section{CliText::tr("Commands, and what was seen after them"), Table({}), {}, {}};
    for (const StepReport& step : report.steps) {
        if (step.end == StepEnd::NotBegun || step.commands.size() + step.observed.size() == 0)
            continue;
        section.verbatim.append(stepTitle(step.kind, report.plan));
        for (const QString& command : step.commands)
            section.verbatim.append(QStringLiteral("  $ ") + command);
        for (const QString& seen : step.observed)
            section.verbatim.append(QStringLiteral("  = ") + seen);
    }
    return section;
}

PageSection asked(const DeploymentReport& report)
{
    PageSection section{CliText::tr("What people told it"),
                        Table({{CliText::tr("WHEN")}, {CliText::tr("WHAT")}, {CliText::tr("WHY NOT")}}),
                        {},
                        {}};
    for (const AskedReport& told : report.asked) {
        section.table.row({{clockText(told.at), TerminalInk::Faint},
                           {sentence(Controlled{told.command, told.person, told.seconds, told.refused})},
                           {told.refused ? sentence(*told.refused).next : QString()}});
    }
    return section;
}

PageSection edited(const DeploymentReport& report)
{
    PageSection section{
        CliText::tr("Edited by hand while it ran"), Table({{CliText::tr("NOTICED")}, {CliText::tr("WHAT")}}), {}, {}};
    for (const EditReport& one : report.edited) {
        for (const ConfigEdit& edit : one.edits)
            section.table.row(
                {{clockText(one.at), TerminalInk::Faint}, {sentence(ConfigEdited{one.balancer, {edit}})}});
    }
    return section;
}

Line sideRow(const QString& name, TerminalInk ink, const SideTraffic& side)
{
    return {{name, ink},
            {grouped(side.requests)},
            {grouped(side.failed)},
            {msText(side.meanMs)},
            {grouped(side.probes)},
            {grouped(side.probesFailed)},
            {msText(side.probeP50)},
            {msText(side.probeP95)}};
}

PageSection traffic(const DeploymentReport& report)
{
    PageSection section{CliText::tr("Traffic"),
                        Table({{CliText::tr("SIDE")},
                               {CliText::tr("REQUESTS"), Right},
                               {CliText::tr("FAILED"), Right},
                               {CliText::tr("MEAN"), Right},
                               {CliText::tr("OWN PROBES"), Right},
                               {CliText::tr("FAILED"), Right},
                               {CliText::tr("P50"), Right},
                               {CliText::tr("P95"), Right}}),
                        {},
                        {}};
    section.table.row(sideRow(CliText::tr("blue"), TerminalInk::Blue, report.traffic.blue));
    section.table.row(sideRow(CliText::tr("green"), TerminalInk::Green, report.traffic.green));
    section.note =
        trafficText(report.traffic) + QStringLiteral(". ") +
        CliText::tr("Requests and failures are the balancer’s count. It cannot see clients that never reached "
                    "it, nor answers that are wrong but have status 200.");
    return section;
}

} // namespace

Page reportPage(const DeploymentReport& report)
{
    Page page{deploymentTitle(report.verb, report.plan), {summary(report)}};
    for (const PageSection& section :
         {steps(report), asked(report), edited(report), traffic(report), evidence(report)}) {
        if (!section.table.rows().isEmpty() || !section.verbatim.isEmpty())
            page.sections.append(section);
    }
    return page;
}

} // namespace snowmelt
