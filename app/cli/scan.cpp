// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_drift.h"
#include "app/cli/tell.h"

namespace snowmelt {
namespace {

const QString nodeOption = QStringLiteral("--node");
const QString verboseOption = QStringLiteral("--verbose");

int runScan(const Call& call)
{
    const Reading reading = read(call, ScanIntent{call.arguments.list(nodeOption)});

    QList<DriftReport> reports;
    for (const NodeScanned& scanned : reading.all<NodeScanned>())
        reports.append(scanned.report);
    const QList<NodeUnseen> unseen = reading.all<NodeUnseen>();
    if (call.arguments.json()) {
        tellDocument(call.console, driftJson(reports, unseen, reading.finished));
    } else {
        const bool verbose = call.arguments.has(verboseOption);
        printDrift(call.console, reports, unseen, verbose ? LeftOutDetail::PerNode : LeftOutDetail::Summed);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb scanVerb()
{
    Verb verb;
    verb.name = QStringLiteral("scan");
    verb.summary = CliText::tr("compare every node with the image it was born from, and list the differences");
    verb.options = {{nodeOption, QStringLiteral("NODE"), CliText::tr("only this node; several with commas")},
                    {verboseOption, {}, CliText::tr("list what is hidden and what is left out below each node, too")}};
    verb.run = runScan;
    return verb;
}

} // namespace snowmelt
