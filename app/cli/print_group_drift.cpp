// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_group_drift.h"

#include "app/cli/cli_text.h"
#include "app/cli/print_drift.h"
#include "app/cli/print_hidden.h"
#include "models/domain/code_names.h"
#include "models/domain/drift/group_outcome.h"
#include "models/domain/drift/judge/severity.h"
#include "models/wording/wording.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace snowmelt {
namespace {

QString baselineWords(const GroupDrift& drift)
{
    return drift.baseline.isEmpty() ? CliText::tr("compared with what most of them have")
                                    : CliText::tr("compared with %1").arg(displayText(drift.baseline.toUtf8()));
}

Span foundWords(const GroupDrift& drift)
{
    const int count = int(drift.differences.size());
    if (count > 0)
        return {differenceCount(count), TerminalInk::Violet};
    if (drift.nodes.size() < 2)
        return {CliText::tr("nothing to compare with"), TerminalInk::Amber};
    if (!drift.complete())
        return {CliText::tr("no difference in what could be seen"), TerminalInk::Amber};
    return {drift.hidden.isEmpty() ? CliText::tr("all the same") : differenceCount(0)};
}

void printTitle(Console& console, const GroupDrift& drift)
{
    const QString nodes = CliText::tr("%n node(s)", nullptr, int(drift.nodes.size()));
    const QString group = displayText(drift.group.toUtf8());
    console.out(Line{{group.isEmpty() ? nodes : group, TerminalInk::Strong},
                     {(group.isEmpty() ? QString() : QString(QStringLiteral("  ") + nodes)) + QStringLiteral(", ") +
                          baselineWords(drift) + QStringLiteral("  "),
                      TerminalInk::Faint},
                     foundWords(drift),
                     {drift.hidden.isEmpty() ? QString() : QStringLiteral(" · ") + hiddenCount(hiddenByRule(drift)),
                      TerminalInk::Plain}});
}

QString clock(const QDateTime& at)
{
    return at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// The oldest says how old all of it may be.
void printWhen(Console& console, const GroupDrift& drift, const QDateTime& now)
{
    QDateTime oldest;
    QDateTime newest;
    for (const ComparedNode& node : drift.nodes) {
        if (!node.seenAt.isValid())
            continue;
        oldest = oldest.isValid() ? std::min(oldest, node.seenAt) : node.seenAt;
        newest = newest.isValid() ? std::max(newest, node.seenAt) : node.seenAt;
    }
    if (!oldest.isValid())
        return;
    const QString when =
        clock(oldest) == clock(newest) ? clock(oldest) : QString(clock(oldest) + QStringLiteral(" – ") + clock(newest));
    console.out(
        Line{{QStringLiteral("  ") + CliText::tr("seen %1, %2").arg(when, ageText(oldest, now)), TerminalInk::Faint}});
}

void printCauses(Console& console, const GroupDrift& drift)
{
    if (drift.causes.isEmpty())
        return;
    console.out(QStringLiteral("  ") + CliText::tr("What it may come from, inferred from which nodes differ how:"));
    for (const SharedCause& cause : drift.causes) {
        console.out(Line{{QStringLiteral("    ≈ "), TerminalInk::Violet},
                         {causeText(cause, drift), TerminalInk::Strong},
                         {QStringLiteral("  ") + nodesText(drift, cause.nodes), TerminalInk::Faint}});
    }
}

/// What a difference in text is on one node of each way.
void printTextsOf(Console& console, const GroupDrift& drift, const GroupDifference& row)
{
    for (const WayToDiffer& way : waysToDiffer(row)) {
        if (way.difference.baselineText == way.difference.actualText)
            continue;
        const QString node = nodesText(drift, way.nodes.mid(0, 1));
        console.out(Line{{QStringLiteral("      ") + node + u':', TerminalInk::Faint}});
        printTexts(console, way.difference);
    }
}

/// When those that have it otherwise were changed: the first to look at in their logs.
void printChanges(Console& console, const GroupDrift& drift, const GroupDifference& row)
{
    constexpr int mostTold = 3;
    int told = 0;
    for (const NodeDifference& one : row.differs) {
        if (!one.changedAt.isValid() || ++told > mostTold)
            continue;
        console.out(Line{
            {QStringLiteral("      ") +
                 CliText::tr("changed %1, by the clock of %2").arg(clock(one.changedAt), nodesText(drift, {one.node})),
             TerminalInk::Faint}});
    }
}

void printRow(Console& console, const GroupDrift& drift, const GroupDifference& row)
{
    Line line{{QStringLiteral("    "), TerminalInk::Plain},
              {displayText(row.key), TerminalInk::Strong},
              {QStringLiteral("  "), TerminalInk::Plain},
              severitySpan(severityOf(row)),
              {QStringLiteral("  ") + waysText(drift, row), TerminalInk::Plain}};
    if (row.noMajority)
        line.append({QStringLiteral("  ") + CliText::tr("(no majority)"), TerminalInk::Amber});
    console.out(line);
    printChanges(console, drift, row);
    printTextsOf(console, drift, row);
}

/// The gravest first.
QList<int> rowsOf(const GroupDrift& drift, DriftSection section)
{
    QList<int> rows;
    for (int row = 0; row < drift.differences.size(); ++row) {
        if (drift.differences.at(row).section == section)
            rows.append(row);
    }
    return bySeverity(rows, drift.differences);
}

void printRows(Console& console, const GroupDrift& drift)
{
    for (const DriftSection section : allCodes<DriftSection>()) {
        const QList<int> rows = rowsOf(drift, section);
        if (!rows.isEmpty())
            console.out(QStringLiteral("  ") + sectionText(section));
        for (const int row : rows)
            printRow(console, drift, drift.differences.at(row));
    }
}

void printHiddenRows(Console& console, const GroupDrift& drift)
{
    if (drift.hidden.isEmpty())
        return;
    console.out(QStringLiteral("  ") + CliText::tr("Hidden by rules of the blueprint"));
    for (const HiddenGroupDifference& hidden : drift.hidden) {
        printRow(console, drift, hidden.difference);
        printHidingRule(console, hidden.rule);
    }
}

void printBlind(Console& console, const QString& what, const QString& nodes, const QString& why)
{
    const QString where = nodes.isEmpty() ? what : CliText::tr("%1 on %2").arg(what, nodes);
    console.out(Line{{QStringLiteral("  ? ") + CliText::tr("could not see "), TerminalInk::Amber},
                     {where + QStringLiteral(": ") + why, TerminalInk::Plain}});
}

/// One thing that several nodes could not see for one reason is one line.
void printUnseenThings(Console& console, const GroupDrift& drift)
{
    std::map<std::tuple<DriftSection, QByteArray, QString>, QList<int>> nodes;
    for (int node = 0; node < drift.nodes.size(); ++node) {
        for (const Unseen& unseen : drift.nodes[node].unseen)
            nodes[{unseen.section, unseen.what, unseen.reason}].append(node);
    }
    for (const auto& [unseen, where] : nodes) {
        const auto& [section, what, reason] = unseen;
        printBlind(console, what.isEmpty() ? sectionText(section) : displayText(what), nodesText(drift, where),
                   unseenReasonText(reason));
    }
}

void printUnseenNodes(Console& console, const GroupDrift& drift)
{
    for (const ComparedNode& node : drift.nodes) {
        const QString name = displayText(node.name.toUtf8());
        if (node.error) {
            const Sentence said = sentence(*node.error);
            printBlind(console, name, {}, said.what + u' ' + said.next);
        } else if (!node.seenAt.isValid()) {
            printBlind(console, name, {}, unseenReasonText(QStringLiteral("notLookedAt")));
        }
    }
}

} // namespace

void printGroupDrift(Console& console, const GroupDrift& drift, const QDateTime& now, HiddenRows hidden)
{
    printTitle(console, drift);
    printWhen(console, drift, now);
    printCauses(console, drift);
    printRows(console, drift);
    printUnseenNodes(console, drift);
    printUnseenThings(console, drift);
    if (hidden == HiddenRows::Listed)
        printHiddenRows(console, drift);
    printRules(console, int(drift.nodes.size()), hiddenByRule(drift), drift.expired);
}

} // namespace snowmelt
