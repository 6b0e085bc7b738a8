// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_status.h"
#include "app/cli/tell.h"

namespace snowmelt {
namespace {

const QString usageOption = QStringLiteral("--usage");

int runStatus(const Call& call)
{
    const Reading reading = read(call, StatusIntent{call.arguments.has(usageOption)});
    std::optional<FleetState> fleet;
    if (const auto observed = reading.last<FleetObserved>())
        fleet = observed->fleet;
    if (call.arguments.json()) {
        tellDocument(call.console, statusJson(fleet, reading.finished));
    } else {
        if (fleet)
            printStatus(call.console, *fleet, QDateTime::currentDateTimeUtc());
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb statusVerb()
{
    Verb verb;
    verb.name = QStringLiteral("status");
    verb.summary = CliText::tr("show what runs, and where it is not what the blueprint says");
    verb.options = {{usageOption, {}, CliText::tr("what processor and memory each node uses, too")}};
    verb.run = runStatus;
    return verb;
}

} // namespace snowmelt
