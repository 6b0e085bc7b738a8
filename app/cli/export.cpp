// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/export.h"
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"

#include <QFileInfo>

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("export");
const QString outOption = QStringLiteral("-o");
const QString liveOption = QStringLiteral("--live");
const QString darkOption = QStringLiteral("--dark");

bool isKnownEnding(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == u"svg" || ending == u"png";
}

/// --json: like an act's last event, without the rest.
void tellWritten(const Call& call, const QString& path)
{
    if (call.arguments.json())
        tellDocument(call.console,
                     {{QStringLiteral("schema"), QStringLiteral("snowmelt.export/1")}, {QStringLiteral("file"), path}});
    else
        call.console.out(CliText::tr("%1 is written.").arg(path));
}

int runExport(const Call& call)
{
    const QString path = call.arguments.value(outOption);
    if (!isKnownEnding(path)) {
        tellUsage(call.console, CliText::tr("“%1” is neither .svg nor .png.").arg(path), verbName);
        return exitUsage;
    }
    FleetState fleet;
    OutcomeKind outcome = OutcomeKind::Done;
    if (call.arguments.has(liveOption)) {
        const Reading reading = read(call, StatusIntent{});
        const auto observed = reading.last<FleetObserved>();
        if (!observed) {
            tellFailure(call.console, reading.finished);
            return exitCode(reading.finished.outcome);
        }
        fleet = observed->fleet;
        // A picture with blind spots is written, and said to have them. That the fleet differs is no failure of a
        // picture.
        if (!fleet.complete())
            outcome = OutcomeKind::Incomplete;
    }
    const Result<Done> written = exportDiagram(call.blueprint, fleet, {path, call.arguments.has(darkOption)});
    if (!written.ok()) {
        tellError(call.console, written.error(), Safety::Unchanged);
        return exitFailed;
    }
    tellWritten(call, path);
    return exitCode(outcome);
}

} // namespace

Verb exportVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("draw the fleet into an SVG or PNG file");
    verb.options = {{outOption, QStringLiteral("OUT"), CliText::tr("the file to write, ending in .svg or .png")},
                    {liveOption, {}, CliText::tr("draw what runs now, not the blueprint alone")},
                    {darkOption, {}, CliText::tr("on a dark ground")}};
    verb.required = {outOption};
    verb.run = runExport;
    return verb;
}

} // namespace snowmelt
