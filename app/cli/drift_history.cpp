// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/documents.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_drift_history.h"
#include "app/cli/tell.h"

namespace snowmelt {
namespace {

const QString groupOption = QStringLiteral("--group");
const QString goneOption = QStringLiteral("--gone");

int runDriftHistory(const Call& call)
{
    const Arguments& said = call.arguments;
    const Reading reading = read(call, DriftHistoryIntent{said.words, said.value(groupOption), said.has(goneOption)});
    const auto found = reading.last<DriftHistoryRead>();
    if (said.json()) {
        const auto history = found ? std::optional(found->history) : std::nullopt;
        tellDocument(call.console, driftHistoryJson(history, reading.finished));
    } else {
        if (found)
            printDriftHistory(call.console, found->history);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb driftHistoryVerb()
{
    Verb verb;
    verb.name = QStringLiteral("drift-history");
    verb.summary = CliText::tr("list what scans found over time: since when it differs, and what likely caused it");
    verb.words = {QStringLiteral("[NODE…]")};
    verb.freeWords = true;
    verb.options = {{groupOption, QStringLiteral("GROUP"), CliText::tr("only nodes of this group")},
                    {goneOption, {}, CliText::tr("also what is not there any more")}};
    verb.run = runDriftHistory;
    return verb;
}

} // namespace snowmelt
