// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/print_drift.h"

#include "app/cli/changed_lines.h"
#include "app/cli/cli_text.h"
#include "app/cli/print_hidden.h"
#include "app/cli/print_left_out.h"
#include "app/cli/tell.h"
#include "models/domain/code_names.h"
#include "models/domain/drift/compare_looks.h"
#include "models/domain/drift/judge/judged.h"
#include "models/domain/drift/judge/severity.h"
#include "models/domain/drift/withheld_text.h"
#include "models/wording/drift_history_wording.h"
#include "models/wording/withheld_wording.h"
#include "models/wording/wording.h"

#include <QRegularExpression>

namespace snowmelt {
namespace {

constexpr qsizetype thingsAtMost = 5; ///< named with a cause; the differences stand above

Span glyph(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Added:
        return {QStringLiteral("+ "), TerminalInk::Violet};
    case DifferenceKind::Removed:
        return {QStringLiteral("- "), TerminalInk::Violet};
    case DifferenceKind::Changed:
        return {QStringLiteral("~ "), TerminalInk::Violet};
    }
    return {};
}

/// The first digits of a SHA-256, which tell enough where there is nothing to compare it with.
QString shortDigest(const QString& value)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{64}\\z"));
    return form.match(value).hasMatch() ? QString(value.left(12) + u'…') : value;
}

QString orNothing(const QString& value)
{
    return value.isEmpty() ? QStringLiteral("∅") : value;
}

void printField(Console& console, const FieldChange& change)
{
    console.out(
        Line{{QStringLiteral("        ") + fieldText(change.field) + QStringLiteral(": "), TerminalInk::Faint},
             {orNothing(change.baseline) + QStringLiteral(" → ") + orNothing(change.actual), TerminalInk::Plain}});
}

TerminalInk inkOf(DriftSeverity severity)
{
    switch (severity) {
    case DriftSeverity::High:
        return TerminalInk::Strong;
    case DriftSeverity::Medium:
        return TerminalInk::Plain;
    case DriftSeverity::Low:
        break;
    }
    return TerminalInk::Faint;
}

/// Of a thing that came or went: what it is or was, in one line.
void printWhole(Console& console, const Difference& difference)
{
    QStringList fields;
    for (const FieldChange& change : difference.fields) {
        const QString value = difference.kind == DifferenceKind::Added ? change.actual : change.baseline;
        if (!value.isEmpty())
            fields.append(fieldText(change.field) + u' ' + shortDigest(value));
    }
    console.out(Line{{QStringLiteral("        ") + fields.join(QStringLiteral(" · ")), TerminalInk::Plain}});
}

void printFields(Console& console, const Difference& difference)
{
    if (difference.kind != DifferenceKind::Changed)
        return printWhole(console, difference);
    for (const FieldChange& change : difference.fields)
        printField(console, change);
}

void printDifference(Console& console, const Difference& difference)
{
    // displayText() first: bytes that are no UTF-8 must not become replacement characters on the way.
    console.out(Line{{QStringLiteral("    "), TerminalInk::Plain},
                     glyph(difference.kind),
                     {displayText(difference.key), TerminalInk::Strong},
                     {QStringLiteral("  ") + kindText(difference.kind), TerminalInk::Faint},
                     {QStringLiteral("  "), TerminalInk::Plain},
                     severitySpan(severityOf(difference))});
    printFields(console, difference);
    printTexts(console, difference);
}

void printSections(Console& console, const DriftReport& report)
{
    const QList<Difference> differences = bySeverity(report.differences);
    for (const DriftSection section : allCodes<DriftSection>()) {
        bool titled = false;
        for (const Difference& difference : differences) {
            if (difference.section != section)
                continue;
            if (!std::exchange(titled, true))
                console.out(QStringLiteral("  ") + sectionText(section));
            printDifference(console, difference);
        }
    }
}

/// What rules hide, each with the rule that does.
void printHidden(Console& console, const DriftReport& report)
{
    if (report.hidden.isEmpty())
        return;
    console.out(QStringLiteral("  ") + CliText::tr("Hidden by rules of the blueprint"));
    for (const HiddenDifference& hidden : report.hidden) {
        printDifference(console, hidden.difference);
        printHidingRule(console, hidden.rule);
    }
}

/// A path says what it is; of anything else its section is told.
QString unseenThing(const Unseen& unseen)
{
    const QString what = displayText(unseen.what);
    if (what.isEmpty())
        return sectionText(unseen.section);
    return what.startsWith(u'/')
               ? what
               : CliText::tr("%1 (%2)", "a thing and its section").arg(what, sectionText(unseen.section));
}

void printUnseen(Console& console, const DriftReport& report)
{
    for (const Unseen& unseen : report.unseen) {
        if (isForWantOfBaseline(unseen.reason))
            continue; // the head says so once
        const QString what = unseenThing(unseen);
        console.out(Line{{QStringLiteral("  ? ") + CliText::tr("could not see "), TerminalInk::Amber},
                         {what + QStringLiteral(": ") + unseenReasonText(unseen.reason), TerminalInk::Plain}});
    }
}

/// What may have made the differences; an inference, and said to be one.
void printCauses(Console& console, const DriftReport& report)
{
    for (const LikelyCause& cause : report.causes) {
        QStringList things;
        for (const int index : cause.differences)
            things.append(displayText(report.differences.value(index).key));
        const qsizetype more = things.size() - thingsAtMost;
        QString text = things.mid(0, thingsAtMost).join(QStringLiteral(", "));
        if (more > 0)
            text += CliText::tr(" and %n more", nullptr, static_cast<int>(more));
        console.out(Line{{QStringLiteral("  ≈ ") + likelyText(cause), TerminalInk::Plain},
                         {QStringLiteral(" · ") + text, TerminalInk::Faint}});
    }
}

QString baselineOf(const DriftReport& report)
{
    if (hasNoBaseline(report))
        return {};
    return report.baselineAt.isValid() ? baselineText(report) : report.baselineImage.text();
}

Span foundSpan(const DriftReport& report)
{
    const int count = static_cast<int>(report.differences.size());
    if (hasNoBaseline(report))
        return {QStringLiteral("? ") + baselineText(report), TerminalInk::Amber};
    const QString same = report.baselineAt.isValid() ? CliText::tr("as it was then") : CliText::tr("as born");
    const QString found = count == 0 && report.complete() && report.hidden.isEmpty() ? same : differenceCount(count);
    return {found, count > 0 ? TerminalInk::Violet : TerminalInk::Plain};
}

void printReport(Console& console, const DriftReport& report, LeftOutDetail detail)
{
    const QString hidden =
        report.hidden.isEmpty() ? QString() : QStringLiteral(" · ") + hiddenCount(hiddenByRule({report}));
    const QString leftOut = report.leftOut.isEmpty() ? QString() : QStringLiteral(" · ") + leftOutCount(report.leftOut);
    console.out(Line{{report.node, TerminalInk::Strong},
                     {QStringLiteral("  ") + baselineOf(report) + QStringLiteral("  "), TerminalInk::Faint},
                     foundSpan(report),
                     {hidden, TerminalInk::Plain},
                     {leftOut, TerminalInk::Faint}});
    printSections(console, report);
    printCauses(console, report);
    printUnseen(console, report);
    if (detail == LeftOutDetail::PerNode)
        printHidden(console, report);
    if (detail == LeftOutDetail::PerNode)
        printLeftOut(console, report.leftOut);
}

void printUnseenNode(Console& console, const NodeUnseen& node)
{
    const Sentence said = sentence(node.error);
    console.out(Line{{node.node, TerminalInk::Strong},
                     {QStringLiteral("  ? ") + CliText::tr("could not see it: "), TerminalInk::Amber},
                     {said.what + u' ' + said.next, TerminalInk::Plain}});
    for (const Line& line : detailLines(node.error))
        console.out(line);
}

/// What is left out is always told, however much the nodes agree.
void printSum(Console& console, const QList<DriftReport>& reports)
{
    const QList<LeftOut> all = leftOutOf(reports);
    if (all.isEmpty())
        return;
    const int nodes = static_cast<int>(reports.size());
    console.out(QString());
    console.out(CliText::tr("On %n node(s), %1:", nullptr, nodes).arg(leftOutCount(all)));
    printLeftOut(console, all);
}

} // namespace

Span severitySpan(DriftSeverity severity)
{
    return {severityMark(severity), inkOf(severity)};
}

void printTexts(Console& console, const Difference& difference)
{
    if (difference.baselineText == difference.actualText)
        return;
    const ChangedLines lines = changedLines(difference.baselineText, difference.actualText);
    for (const QString& line : lines.removed)
        console.out(Line{{QStringLiteral("        - ") + line, TerminalInk::Faint}});
    for (const QString& line : lines.added)
        console.out(Line{{QStringLiteral("        + ") + line, TerminalInk::Plain}});
    const QString withheld = withheldText(withheldLines((lines.removed + lines.added).join(u'\n')));
    if (!withheld.isEmpty())
        console.out(Line{{QStringLiteral("        ") + withheld, TerminalInk::Amber}});
}

void printDrift(Console& console, const QList<DriftReport>& reports, const QList<NodeUnseen>& unseen,
                LeftOutDetail detail)
{
    for (const DriftReport& report : reports)
        printReport(console, report, detail);
    for (const NodeUnseen& node : unseen)
        printUnseenNode(console, node);
    printRules(console, int(reports.size()), hiddenByRule(reports), expiredRules(reports));
    const bool listed = detail == LeftOutDetail::PerNode && reports.size() == 1;
    if (!listed)
        printSum(console, reports);
}

} // namespace snowmelt
