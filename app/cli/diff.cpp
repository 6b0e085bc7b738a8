// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_group_drift.h"
#include "app/cli/tell.h"
#include "models/domain/drift/group_outcome.h"
#include "models/domain/read_json.h"

namespace snowmelt {
namespace {

const QString groupOption = QStringLiteral("--group");
const QString baselineOption = QStringLiteral("--baseline");
const QString listHiddenOption = QStringLiteral("--verbose");

/// What cannot be meant, before anything is read.
QString faultOf(const Arguments& arguments)
{
    QStringList once = arguments.words;
    const bool ofGroup = arguments.has(groupOption);
    if (ofGroup && !once.isEmpty())
        return CliText::tr("Either nodes are named, or %1; not both.").arg(groupOption);
    if (!ofGroup && once.size() < 2)
        return CliText::tr("Two nodes at least, or %1, must be named.").arg(groupOption);
    if (once.removeDuplicates() > 0)
        return CliText::tr("A node is named twice.");
    const QString baseline = arguments.value(baselineOption);
    if (!ofGroup && !baseline.isEmpty() && !once.contains(baseline))
        return CliText::tr("“%1” is the baseline, but not one of the nodes.").arg(baseline);
    return {};
}

/// What was not seen is never the same, whatever the end says.
OutcomeKind endOf(const Reading& reading, const std::optional<NodesCompared>& compared)
{
    if (reading.finished.outcome != OutcomeKind::Done && reading.finished.outcome != OutcomeKind::Differences)
        return reading.finished.outcome;
    return compared ? outcomeOf(compared->drift) : OutcomeKind::Incomplete;
}

int runDiff(const Call& call)
{
    const Arguments& said = call.arguments;
    Reading reading = read(call, DiffIntent{said.value(groupOption), said.words, said.value(baselineOption)});
    const auto compared = reading.last<NodesCompared>();
    reading.finished.outcome = endOf(reading, compared);
    if (said.json()) {
        const auto drift = compared ? std::optional(compared->drift) : std::nullopt;
        tellDocument(call.console, diffJson(drift, reading.finished));
    } else {
        if (compared)
            printGroupDrift(call.console, compared->drift, QDateTime::currentDateTimeUtc(),
                            said.has(listHiddenOption) ? HiddenRows::Listed : HiddenRows::Counted);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb diffVerb()
{
    Verb verb;
    verb.name = QStringLiteral("diff");
    verb.summary = CliText::tr("compare nodes that should be alike with each other, and list what is not the same");
    verb.words = {QStringLiteral("NODE"), QStringLiteral("NODE"), QStringLiteral("[NODE…]")};
    verb.freeWords = true;
    verb.options = {{groupOption, QStringLiteral("GROUP"), CliText::tr("all nodes of this group, in place of NODEs")},
                    {baselineOption, QStringLiteral("NODE"),
                     CliText::tr("compare all others with this one, not with what most of them have")},
                    {listHiddenOption, {}, CliText::tr("list what is hidden, too")}};
    verb.fault = faultOf;
    verb.run = runDiff;
    return verb;
}

} // namespace snowmelt
