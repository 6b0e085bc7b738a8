// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tell.h"

#include "app/cli/cli_text.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <QJsonDocument>

namespace snowmelt {
namespace {

bool isGood(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Done:
    case OutcomeKind::Differences:
        return true;
    case OutcomeKind::Failed:
    case OutcomeKind::Incomplete:
    case OutcomeKind::Cancelled:
    case OutcomeKind::Refused:
        return false;
    }
    return false;
}

void tellAside(Console& console, const QString& label, const QString& text)
{
    if (!text.isEmpty())
        console.err(Line{{QStringLiteral("  ") + label + QStringLiteral(": "), TerminalInk::Strong},
                         {text, TerminalInk::Plain}});
}

/// A rebirth that stopped between two batches: not all old nodes are gone, and the plan knows which.
QString safeText(Safety safety, const Plan& plan)
{
    return safety == Safety::GreenServesAlone ? sentence(safety, plan) : sentence(safety);
}

QString noteText(const LogLine& line)
{
    if (const auto note = storeNote(line))
        return displayText(storeNoteText(*note).toUtf8());
    const QString text = displayText(line.text.toUtf8());
    const bool isUnfollowed = line.source == QStringLiteral("ssh_config");
    return isUnfollowed ? CliText::tr("Not followed of the SSH configuration: %1").arg(text)
                        : QString(line.source + QStringLiteral(": ") + text);
}

} // namespace

QList<Line> detailLines(const Error& error)
{
    QList<Line> lines;
    for (const QString& line : error.detail.split(u'\n', Qt::SkipEmptyParts))
        lines.append(Line{{QStringLiteral("  | ") + displayText(line.toUtf8()), TerminalInk::Faint}});
    return lines;
}

void tellNotes(Console& console, const QList<LogLine>& lines)
{
    for (const LogLine& line : lines) {
        console.err(Line{{noteText(line), TerminalInk::Faint}});
    }
}

void tellError(Console& console, const Error& error, Safety safety, const Plan& plan)
{
    const Sentence said = sentence(error);
    console.err(Line{{QStringLiteral("snowmelt: "), TerminalInk::Red}, {said.what, TerminalInk::Plain}});
    for (const Line& line : detailLines(error))
        console.err(line);
    tellAside(console, CliText::tr("safe"), safeText(safety, plan));
    tellAside(console, CliText::tr("next"), said.next);
}

void tellFailure(Console& console, const Finished& finished, const Plan& plan)
{
    if (finished.error) {
        tellError(console, *finished.error, finished.safety, plan);
    } else if (!isGood(finished.outcome)) {
        console.err(Line{{QStringLiteral("snowmelt: "), TerminalInk::Red},
                         {outcomeText(finished.outcome) + QStringLiteral(". ") + safeText(finished.safety, plan),
                          TerminalInk::Plain}});
    }
}

void tellEnd(Console& console, const Finished& finished, const Plan& plan)
{
    if (!isGood(finished.outcome) || finished.error) {
        tellFailure(console, finished, plan);
        return;
    }
    console.out(Line{{outcomeText(finished.outcome), TerminalInk::Strong},
                     {QStringLiteral(" (") + durationText(finished.ms) + QStringLiteral("). "), TerminalInk::Faint},
                     {sentence(finished.safety), TerminalInk::Plain}});
}

void tellProblems(Console& console, const QList<FileProblem>& problems)
{
    for (const FileProblem& found : problems) {
        const QString place =
            QStringLiteral("%1:%2:%3: ").arg(found.file).arg(found.problem.line).arg(found.problem.column);
        console.err(Line{{place, TerminalInk::Strong},
                         {QStringLiteral("error: "), TerminalInk::Red},
                         {found.message, TerminalInk::Plain}});
    }
}

void tellUsage(Console& console, const QString& fault, const QString& verb)
{
    const QString help = verb.isEmpty() ? QStringLiteral("snowmelt help")
                                        : QString(QStringLiteral("snowmelt ") + verb + QStringLiteral(" --help"));
    console.err(Line{{QStringLiteral("snowmelt: "), TerminalInk::Red}, {fault, TerminalInk::Plain}});
    tellAside(console, CliText::tr("safe"), sentence(Safety::NothingTouched));
    tellAside(console, CliText::tr("next"), CliText::tr("“%1” says how it is called.").arg(help));
}

void tellLine(Console& console, const QJsonObject& line)
{
    console.outJson(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

void tellDocument(Console& console, const QJsonObject& document)
{
    console.outJson(QJsonDocument(document).toJson(QJsonDocument::Indented).trimmed());
}

} // namespace snowmelt
