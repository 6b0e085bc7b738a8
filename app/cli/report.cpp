// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/documents.h"
#include "app/cli/operation_ids.h"
#include "app/cli/operation_run.h"
#include "app/cli/report_page.h"
#include "app/cli/tell.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("report");
const QString ofOption = QStringLiteral("--of");
const QString markdownOption = QStringLiteral("--markdown");

void print(Console& console, const DeploymentReport& report, bool markdown)
{
    const Page page = reportPage(report);
    if (!markdown) {
        printPage(console, page);
        return;
    }
    const QStringList lines = markdownOf(page).split(u'\n');
    for (const QString& line : lines.mid(0, lines.size() - 1)) // it ends with a line's end
        console.out(line);
}

int tell(const Call& call, const Reading& reading)
{
    std::optional<DeploymentReport> report;
    if (const auto made = reading.last<ReportMade>())
        report = made->report;
    if (call.arguments.json()) {
        tellDocument(call.console, reportJson(report, reading.finished));
    } else {
        if (report)
            print(call.console, *report, call.arguments.has(markdownOption));
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

int runReport(const Call& call)
{
    if (call.arguments.json() && call.arguments.has(markdownOption)) {
        tellUsage(call.console,
                  CliText::tr("%1 and %2 exclude each other.").arg(markdownOption, QStringLiteral("--json")), verbName);
        return exitUsage;
    }
    if (!call.arguments.has(ofOption))
        return tell(call, read(call, ReportIntent{}));
    const NamedOperation named = operationNamed(call, verbName, call.arguments.value(ofOption));
    if (named.misnamed)
        return *named.misnamed;
    return tell(call, named.id.isEmpty() ? Reading{{}, named.finished} : read(call, ReportIntent{named.id}));
}

} // namespace

Verb reportVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("tell what a deployment did, by whom and when, as a page");
    verb.options = {
        {ofOption, QStringLiteral("ID"), CliText::tr("this one, not the latest; the beginning of its id is enough")},
        {markdownOption, {}, CliText::tr("as Markdown")}};
    verb.run = runReport;
    return verb;
}

} // namespace snowmelt
