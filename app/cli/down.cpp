// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/operation_run.h"
#include "models/domain/blueprint/volumes.h"

namespace snowmelt {
namespace {

const QString volumesOption = QStringLiteral("--volumes");

QString consequence(const Call& call)
{
    const QString fleet = call.blueprint.name;
    if (call.arguments.has(volumesOption) || volumesEndWithFleet(call.blueprint))
        return CliText::tr("This removes all nodes of the fleet %1, and its volumes with the data on them.").arg(fleet);
    return CliText::tr("This removes all nodes of the fleet %1. Its volumes are kept.").arg(fleet);
}

int runDown(const Call& call)
{
    const DownIntent down{call.arguments.has(volumesOption)};
    if (const auto refused = refusal(call, consequence(call)))
        return *refused;
    return exitCode(act(call, down).outcome);
}

} // namespace

Verb downVerb()
{
    Verb verb;
    verb.name = QStringLiteral("down");
    verb.summary = CliText::tr("remove the nodes and the network of the fleet; volumes are kept");
    verb.options = {{volumesOption, {}, CliText::tr("remove the volumes and their data too")}};
    verb.asks = true;
    verb.takesLease = true;
    verb.run = runDown;
    return verb;
}

} // namespace snowmelt
