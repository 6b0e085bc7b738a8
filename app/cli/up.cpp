// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/operation_run.h"
#include "models/domain/planning/many_machines.h"
#include "models/wording/wording.h"

namespace snowmelt {
namespace {

/// Where many machines would be made, a person agrees to their number first; nullopt: go on. Only a large blueprint
/// takes the look at what is there already.
std::optional<int> refusalOfMany(const Call& call)
{
    if (!isMany(missingMachines(call.blueprint, {})))
        return std::nullopt;
    const Reading seen = read(call, StatusIntent{});
    if (seen.finished.outcome == OutcomeKind::Cancelled)
        return stopped(call, seen, std::nullopt);
    const auto observed = seen.last<FleetObserved>();
    const qint64 missing = missingMachines(call.blueprint, observed ? observed->fleet : FleetState());
    return isMany(missing) ? refusal(call, manyMachinesText(call.blueprint.name, missing)) : std::nullopt;
}

int runUp(const Call& call)
{
    if (const auto refused = refusalOfMany(call))
        return *refused;
    return exitCode(act(call, UpIntent{}).outcome);
}

} // namespace

Verb upVerb()
{
    Verb verb;
    verb.name = QStringLiteral("up");
    verb.summary = CliText::tr("create what is missing and wait until it is healthy");
    verb.asks = true;
    verb.takesLease = true;
    verb.run = runUp;
    return verb;
}

} // namespace snowmelt
