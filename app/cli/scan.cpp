// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/name_order.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_drift.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"

#include <algorithm>

namespace snowmelt {
namespace {

const QString nodeOption = QStringLiteral("--node");
const QString fullOption = QStringLiteral("--full");
const QString verboseOption = QStringLiteral("--verbose");
const QString sinceOption = QStringLiteral("--since");
const QString acceptOption = QStringLiteral("--accept");

QString faultOf(const Arguments& arguments)
{
    const bool both = arguments.has(sinceOption) && arguments.has(acceptOption);
    return both ? CliText::tr("Either %1 or %2, not both.").arg(sinceOption, acceptOption) : QString();
}

int runScan(const Call& call)
{
    const std::optional<QDateTime> since =
        pastValue(call, QStringLiteral("scan"), sinceOption, QDateTime::currentDateTime());
    if (!since)
        return exitUsage;
    const ScanIntent intent{call.arguments.list(nodeOption), *since, call.arguments.has(fullOption),
                            call.arguments.has(acceptOption)};
    const Reading reading = read(call, intent);

    QList<DriftReport> reports;
    for (const NodeScanned& scanned : reading.all<NodeScanned>())
        reports.append(scanned.report);
    QList<NodeUnseen> unseen = reading.all<NodeUnseen>();
    std::ranges::sort(reports, beforeByName, &DriftReport::node); // they end in any order
    std::ranges::sort(unseen, beforeByName, &NodeUnseen::node);
    if (call.arguments.json()) {
        tellDocument(call.console, driftJson(reports, unseen, reading.finished));
    } else {
        const bool verbose = call.arguments.has(verboseOption);
        printDrift(call.console, reports, unseen, verbose ? LeftOutDetail::PerNode : LeftOutDetail::Summed);
        if (intent.accept && reading.finished.outcome != OutcomeKind::Failed && !reports.isEmpty())
            call.console.out(CliText::tr("Accepted: from now on %n node(s) are compared with this look.", nullptr,
                                         int(reports.size())));
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb scanVerb()
{
    Verb verb;
    verb.name = QStringLiteral("scan");
    verb.summary = CliText::tr(
        "compare every node with the image it was born from, else with its earlier look, and list the differences");
    verb.options = {
        {nodeOption, QStringLiteral("NODE"), CliText::tr("only this node; several with commas")},
        {sinceOption, QStringLiteral("WHEN"),
         CliText::tr("compare with the last look before then: 2026-11-01, or 1d, 12h ago")},
        {acceptOption, {}, CliText::tr("take what is there now for the baseline of nodes without a birth image")},
        {fullOption, {}, CliText::tr("read every file again, not only what changed since the last look")},
        {verboseOption, {}, CliText::tr("list what is hidden and what is left out below each node, too")}};
    verb.fault = faultOf;
    verb.run = runScan;
    return verb;
}

} // namespace snowmelt
