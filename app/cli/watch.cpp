// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "app/cli/watch_lines.h"
#include "models/domain/event_json.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("watch");
const QString scanOption = QStringLiteral("--scan");
constexpr int shortestInterval = 10;

/// A look a second would drown what happens: a fleet is told again when a line for people would be.
bool isWorthALine(const Event& event, const QList<Line>& lines)
{
    return !std::holds_alternative<FleetObserved>(event.body) || !lines.isEmpty();
}

int runWatch(const Call& call)
{
    const std::optional<int> seconds = secondsValue(call, verbName, scanOption, shortestInterval, 0);
    if (!seconds)
        return exitUsage;
    WatchLines news;
    const Finished finished = runOperation(call, {call.blueprint, WatchIntent{*seconds}}, [&](const Event& event) {
        const QList<Line> lines = news.of(event);
        if (call.arguments.json()) {
            if (isWorthALine(event, lines))
                tellLine(call.console, toJson(event));
            return;
        }
        for (const Line& line : lines)
            call.console.out(line);
    });
    if (finished.error && !call.arguments.json())
        tellFailure(call.console, finished);
    return exitCode(finished.outcome);
}

} // namespace

Verb watchVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("look at the fleet until interrupted, and say what changes");
    verb.options = {{scanOption, QStringLiteral("EVERY"),
                     CliText::tr("scan each node this often, too: 90s, 15m, 1h; 10 seconds at least")}};
    verb.run = runWatch;
    return verb;
}

} // namespace snowmelt
