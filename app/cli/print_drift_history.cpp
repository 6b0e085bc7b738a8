// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_drift_history.h"

#include "app/cli/cli_text.h"
#include "app/cli/table.h"
#include "app/cli/values.h"
#include "models/wording/drift_history_wording.h"
#include "models/wording/wording.h"

#include <algorithm>

namespace snowmelt {
namespace {

constexpr int barColumns = 24;

QString causeCell(const DatedDifference& difference)
{
    QStringList causes;
    for (const LikelyCause& cause : difference.causes)
        causes.append(likelyText(cause));
    return causes.join(QStringLiteral("; "));
}

Line rowOf(const DatedDifference& one)
{
    const QString what = sectionText(one.difference.section) + u' ' + displayText(one.difference.key);
    return {{what, TerminalInk::Strong},
            {kindText(one.difference.kind)},
            {one.node},
            {sinceText(one)},
            {momentText(one.lastSeen), TerminalInk::Faint},
            {goneText(one), one.goneAt.isValid() ? TerminalInk::Faint : TerminalInk::Violet},
            {causeCell(one)}};
}

void printDifferences(Console& console, const QList<DatedDifference>& differences)
{
    if (differences.isEmpty())
        return console.out(CliText::tr("No scan found a difference that is still there."));
    Table table({{CliText::tr("DIFFERENCE")},
                 {CliText::tr("KIND")},
                 {CliText::tr("NODE")},
                 {CliText::tr("SINCE")},
                 {CliText::tr("LAST SEEN")},
                 {CliText::tr("GONE")},
                 {CliText::tr("LIKELY CAUSE")}});
    for (const DatedDifference& one : differences)
        table.row(rowOf(one));
    table.print(console);
}

/// In proportion, and never nothing where there is something.
QString bar(int value, int most)
{
    if (value == 0)
        return QStringLiteral("·");
    return QString(std::max(1, value * barColumns / std::max(1, most)), u'▇');
}

void printCounts(Console& console, const QList<DriftCount>& counts)
{
    int most = 0;
    for (const DriftCount& count : counts)
        most = std::max(most, count.differences);
    Table table({{CliText::tr("GROUP")},
                 {CliText::tr("DAY")},
                 {CliText::tr("DIFFERENCES"), Table::Align::Right},
                 {QString()},
                 {CliText::tr("NODES DIFFERING"), Table::Align::Right},
                 {CliText::tr("HIDDEN"), Table::Align::Right},
                 {CliText::tr("NOT ALL SEEN"), Table::Align::Right}});
    for (const DriftCount& count : counts) {
        const QString differing = CliText::tr("%1 of %2").arg(grouped(count.differing), grouped(count.nodes));
        table.row({{count.group, TerminalInk::Strong},
                   {count.at.toLocalTime().date().toString(Qt::ISODate)},
                   {grouped(count.differences)},
                   {bar(count.differences, most), TerminalInk::Violet},
                   {differing},
                   {grouped(count.hidden)},
                   {grouped(count.incomplete), count.incomplete > 0 ? TerminalInk::Amber : TerminalInk::Plain}});
    }
    table.print(console);
}

} // namespace

QList<DriftCount> countPerDay(const QList<DriftCount>& counts)
{
    QList<DriftCount> days;
    for (const DriftCount& count : counts) {
        const bool sameDay = !days.isEmpty() && days.last().group == count.group &&
                             days.last().at.toLocalTime().date() == count.at.toLocalTime().date();
        if (sameDay)
            days.last() = count;
        else
            days.append(count);
    }
    return days;
}

void printDriftHistory(Console& console, const DriftHistory& history)
{
    if (history.counts.isEmpty() && history.differences.isEmpty())
        return console.out(CliText::tr("No scan has been kept yet. Scan, and scan again later."));
    printDifferences(console, history.differences);
    if (history.counts.isEmpty())
        return;
    console.out(QString());
    printCounts(console, countPerDay(history.counts));
}

} // namespace snowmelt
