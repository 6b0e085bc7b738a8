// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agree_on_plan.h"
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/safeguards.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("rebirth");

QString consequence(const QString& node)
{
    return CliText::tr("This puts a fresh node of the same image in the place of %1 and removes %1 with all that was "
                       "changed on it.")
        .arg(node);
}

int runRebirth(const Call& call)
{
    const std::optional<DeployOptions> options = readSafeguards(call, verbName);
    if (!options)
        return exitUsage;
    const QString node = call.arguments.words.value(0);
    PlanIntent plan;
    plan.options = *options;
    plan.node = node;
    const Agreement agreement = agreeOnPlan(call, plan, consequence(node));
    if (agreement.refused)
        return *agreement.refused;
    return exitCode(act(call, RebirthIntent{node, agreement.options}, agreement.shown).outcome);
}

} // namespace

Verb rebirthVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("replace one node by a fresh one of the same image");
    verb.words = {QStringLiteral("NODE")};
    verb.options = safeguardOptions() + QList<Option>{verboseActOption()};
    verb.asks = true;
    verb.takesLease = true;
    verb.run = runRebirth;
    return verb;
}

} // namespace snowmelt
