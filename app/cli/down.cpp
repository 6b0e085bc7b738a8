// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/operation_run.h"

#include <algorithm>

namespace snowmelt {
namespace {

const QString volumesOption = QStringLiteral("--volumes");

/// A blueprint may say of its databases that their volumes end with the fleet.
bool endsVolumes(const Call& call)
{
    const QList<Database>& databases = call.blueprint.databases;
    const auto isKept = [](const Database& database) { return database.keepVolume; };
    return call.arguments.has(volumesOption) ||
           (!databases.isEmpty() && std::none_of(databases.begin(), databases.end(), isKept));
}

QString consequence(const Call& call)
{
    const QString fleet = call.blueprint.name;
    if (endsVolumes(call))
        return CliText::tr("This removes all nodes of the fleet %1, and its volumes with the data on them.").arg(fleet);
    return CliText::tr("This removes all nodes of the fleet %1. Its volumes are kept.").arg(fleet);
}

int run(const Call& call)
{
    if (const auto refused = refusal(call, consequence(call)))
        return *refused;
    return exitCode(act(call, DownIntent{call.arguments.has(volumesOption)}).outcome);
}

} // namespace

Verb downVerb()
{
    Verb verb;
    verb.name = QStringLiteral("down");
    verb.summary = CliText::tr("remove the nodes and the network of the fleet; volumes are kept");
    verb.options = {{volumesOption, {}, CliText::tr("remove the volumes and their data too")}};
    verb.asks = true;
    verb.run = run;
    return verb;
}

} // namespace snowmelt
