// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_ids.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_recorded.h"
#include "app/cli/table.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "models/domain/code_names.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("history");
const QString limitOption = QStringLiteral("--limit");
const QString eventsOption = QStringLiteral("--events");
constexpr int usualLimit = 50;
constexpr int highestLimit = 100'000;

Span outcomeOf(const HistoryEntry& entry)
{
    const std::optional<OutcomeKind> outcome = codeFromName<OutcomeKind>(entry.outcome);
    if (!outcome)
        return {CliText::tr("no end recorded"), TerminalInk::Amber};
    const TerminalInk ink = *outcome == OutcomeKind::Failed ? TerminalInk::Red : TerminalInk::Plain;
    return {outcomeText(*outcome), ink};
}

Line rowOf(const HistoryEntry& entry, int idLength)
{
    const bool ended = entry.endedAt.isValid();
    return {{entry.operation.left(idLength), TerminalInk::Faint},
            {entry.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), TerminalInk::Faint},
            {operationTitle(entry.verb, entry.subject), TerminalInk::Strong},
            {entry.person},
            {ended ? durationText(entry.startedAt.msecsTo(entry.endedAt)) : QString()},
            outcomeOf(entry)};
}

void print(Console& console, const QList<HistoryEntry>& entries)
{
    if (entries.isEmpty())
        console.out(CliText::tr("Nothing has been done with this fleet yet."));
    QStringList ids;
    for (const HistoryEntry& entry : entries)
        ids.append(entry.operation);
    Table table({{CliText::tr("ID")},
                 {CliText::tr("STARTED")},
                 {CliText::tr("WHAT")},
                 {CliText::tr("BY")},
                 {CliText::tr("TOOK"), Table::Align::Right},
                 {CliText::tr("OUTCOME")}});
    for (const HistoryEntry& entry : entries)
        table.row(rowOf(entry, lengthToTellApart(ids)));
    table.print(console);
}

int tellEvents(const Call& call)
{
    const NamedOperation named = operationNamed(call, verbName, call.arguments.value(eventsOption));
    if (named.misnamed)
        return *named.misnamed;
    Finished finished = named.finished;
    if (!named.id.isEmpty()) {
        const Reading reading = read(call, ReplayIntent{named.id});
        finished = reading.finished;
        printRecorded(call, reading.all<Recorded>());
    }
    tellFailure(call.console, finished);
    return exitCode(finished.outcome);
}

int runHistory(const Call& call)
{
    if (call.arguments.has(eventsOption))
        return tellEvents(call);
    const std::optional<int> limit = numberValue(call, verbName, limitOption, 1, highestLimit, usualLimit);
    if (!limit)
        return exitUsage;
    const Reading reading = read(call, HistoryIntent{*limit});
    const auto listed = reading.last<HistoryListed>();
    const QList<HistoryEntry> entries = listed.value_or(HistoryListed()).entries;
    if (call.arguments.json()) {
        tellDocument(call.console, historyJson(entries, reading.finished));
    } else {
        if (listed)
            print(call.console, entries);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb historyVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("list what was done with this fleet, newest first");
    verb.options = {{limitOption, QStringLiteral("COUNT"), CliText::tr("at most this many (50)")},
                    {eventsOption, QStringLiteral("ID"),
                     CliText::tr("what was recorded of this operation; the beginning of its id is enough")}};
    verb.run = runHistory;
    return verb;
}

} // namespace snowmelt
