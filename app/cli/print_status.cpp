// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_status.h"

#include "app/cli/cli_text.h"
#include "app/cli/print_failures.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "models/domain/host_standing.h"
#include "models/wording/usage_wording.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

Span healthCell(const NodeState& node)
{
    const QString text = healthText(node.health);
    switch (node.health) {
    case Health::Unknown:
        return {QStringLiteral("? ") + text, TerminalInk::Faint};
    case Health::Healthy:
        return {QStringLiteral("✓ ") + text, TerminalInk::Plain};
    case Health::Degraded:
        return {QStringLiteral("! ") + text, TerminalInk::Amber};
    case Health::Draining:
        return {QStringLiteral("↓ ") + text, TerminalInk::Plain};
    case Health::Down:
        return {QStringLiteral("× ") + text, TerminalInk::Red};
    }
    return {text};
}

Span sideCell(Side side)
{
    return {sideText(side), side == Side::Blue ? TerminalInk::Blue : TerminalInk::Green};
}

/// "Δ3", "Δ3?" when the scan could not see everything, "Δ3 (+2)" when rules of the blueprint hide two more, nothing
/// when it was never scanned.
Span driftCell(const NodeState& node)
{
    if (!node.driftCount)
        return {};
    const QString count = *node.driftCount > 0 || !node.driftComplete
                              ? QString(u'Δ' + QString::number(*node.driftCount))
                              : QStringLiteral("0");
    const QString hidden = node.driftHidden > 0 ? QStringLiteral(" (+%1)").arg(node.driftHidden) : QString();
    return {node.driftComplete ? QString(count + hidden) : QString(count + u'?' + hidden),
            *node.driftCount > 0 ? TerminalInk::Violet : TerminalInk::Plain};
}

Line row(const QString& name, const NodeState& node, const QString& about, const QDateTime& now)
{
    const bool serves = node.role == Role::Node && standingOf(node) == HostStanding::Judged; // else nobody asked
    return {{name, TerminalInk::Strong},
            healthCell(node),
            sideCell(node.side),
            {node.image.isNull() ? QString() : node.image.text()},
            {serves ? shareText(node.share) : QString()},
            {serves ? QString::number(node.sessions) : QString()},
            driftCell(node),
            {node.utilisation ? cpuText(*node.utilisation) : QString()},
            {node.utilisation ? memoryText(*node.utilisation) : QString()},
            {ageText(node.startedAt, now), TerminalInk::Faint},
            {node.healthReason.isEmpty() ? about : healthReasonText(node.healthReason),
             node.healthReason.isEmpty() ? TerminalInk::Faint : TerminalInk::Plain}};
}

QString aboutBalancer(const BalancerState& balancer)
{
    const QString entry =
        balancer.entry.isNull() ? QString() : QString(QStringLiteral("http://") + balancer.entry.text() + u'/');
    return QString(balancer.driver + u' ' + balancer.version + QStringLiteral("  ") + entry).simplified();
}

QString aboutDatabase(const DatabaseState& database)
{
    return QString(database.engine + u' ' + database.version).trimmed();
}

Table partsTable(const FleetState& fleet, const QDateTime& now)
{
    using enum Table::Align;
    Table table({{CliText::tr("PART")},
                 {CliText::tr("HEALTH")},
                 {CliText::tr("SIDE")},
                 {CliText::tr("IMAGE")},
                 {CliText::tr("TRAFFIC"), Right},
                 {CliText::tr("SESSIONS"), Right},
                 {CliText::tr("DRIFT"), Right},
                 {CliText::tr("CPU"), Right},
                 {CliText::tr("MEMORY"), Right},
                 {CliText::tr("STARTED")},
                 {CliText::tr("ABOUT")}});
    for (const BalancerState& balancer : fleet.balancers)
        table.row(row(balancer.node.name, balancer.node, aboutBalancer(balancer), now));
    for (const GroupState& group : fleet.groups) {
        for (const NodeState& node : group.nodes)
            table.row(row(group.name + u'/' + node.name, node, {}, now));
    }
    for (const DatabaseState& database : fleet.databases)
        table.row(row(database.node.name, database.node, aboutDatabase(database), now));
    return table;
}

void printGroupDifferences(Console& console, const GroupState& group)
{
    const int count = static_cast<int>(group.nodes.size());
    if (count != group.wanted)
        console.out(CliText::tr("%1 has %n node(s), the blueprint says %2.", nullptr, count)
                        .arg(group.name, QString::number(group.wanted)));
    QStringList others;
    for (const NodeState& node : group.nodes) {
        if (!node.image.isNull() && node.image != group.blueprintImage && !others.contains(node.image.text()))
            others.append(node.image.text());
    }
    if (!others.isEmpty())
        console.out(CliText::tr("%1 runs %2, the blueprint says %3.")
                        .arg(group.name, others.join(QStringLiteral(", ")), group.blueprintImage.text()));
}

} // namespace

void printStatus(Console& console, const FleetState& fleet, const QDateTime& now)
{
    console.out(Line{{fleet.name, TerminalInk::Strong}, {QStringLiteral(" · ") + fleet.platform, TerminalInk::Faint}});
    if (!fleet.isUp())
        console.out(CliText::tr("The fleet is not up. “snowmelt up” creates it."));
    else
        partsTable(fleet, now).print(console);
    printFailures(console, fleet, now);
    for (const GroupState& group : fleet.groups) {
        if (fleet.isUp())
            printGroupDifferences(console, group);
    }
    for (const Error& error : fleet.blind) {
        const Sentence said = sentence(error);
        console.out(Line{{CliText::tr("Could not see: "), TerminalInk::Amber},
                         {said.what + u' ' + said.next, TerminalInk::Plain}});
        for (const Line& line : detailLines(error))
            console.out(line);
    }
}

} // namespace snowmelt
