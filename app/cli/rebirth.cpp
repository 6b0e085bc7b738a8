// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/agree_on_plan.h"
#include "app/cli/chosen_for_rebirth.h"
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/safeguards.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("rebirth");
const QString driftedOption = QStringLiteral("--drifted");
const QString groupOption = QStringLiteral("--group");
const QString atOnceOption = QStringLiteral("--at-once");
const QString leastOption = QStringLiteral("--least-serving");
constexpr int mostAtOnce = 1000;

/// What cannot be meant, before anything is read.
QString faultOf(const Arguments& arguments)
{
    QStringList once = arguments.words;
    const bool drifted = arguments.has(driftedOption);
    if (drifted && !once.isEmpty())
        return CliText::tr("Either nodes are named, or %1; not both.").arg(driftedOption);
    if (!drifted && once.isEmpty())
        return CliText::tr("A node at least, or %1, must be named.").arg(driftedOption);
    if (!drifted && arguments.has(groupOption))
        return CliText::tr("%1 goes with %2.").arg(groupOption, driftedOption);
    return once.removeDuplicates() > 0 ? CliText::tr("A node is named twice.") : QString();
}

QString consequence(const QStringList& nodes, int atOnce)
{
    if (nodes.size() == 1)
        return CliText::tr("This puts a fresh node of the same image in the place of %1 and removes %1 with all that "
                           "was changed on it.")
            .arg(nodes.first());
    return CliText::tr("This puts fresh nodes of the same image in the place of %1, %n at a time at most, and removes "
                       "them with all that was changed on them. The first that does not end well is the last.",
                       nullptr, atOnce)
        .arg(nodes.join(QStringLiteral(", ")));
}

std::optional<RebirthRound> readRound(const Call& call)
{
    const std::optional<int> atOnce = numberValue(call, verbName, atOnceOption, 1, mostAtOnce, 1);
    if (!atOnce)
        return std::nullopt;
    const std::optional<int> least = numberValue(call, verbName, leastOption, 0, mostAtOnce, 0);
    if (!least)
        return std::nullopt;
    return RebirthRound{{}, *atOnce, *least};
}

int rebirthOf(const Call& call, const QStringList& nodes, const DeployOptions& options, RebirthRound round)
{
    round.then = nodes.mid(1);
    PlanIntent plan;
    plan.options = options;
    plan.node = nodes.first();
    plan.round = round;
    const Agreement agreement = agreeOnPlan(call, plan, consequence(nodes, round.atOnce));
    if (agreement.refused)
        return *agreement.refused;
    return exitCode(act(call, RebirthIntent{plan.node, agreement.options, round}, agreement.shown).outcome);
}

int runRebirth(const Call& call)
{
    const std::optional<DeployOptions> options = readSafeguards(call, verbName);
    if (!options)
        return exitUsage;
    const std::optional<RebirthRound> round = readRound(call);
    if (!round)
        return exitUsage;
    if (!call.arguments.has(driftedOption))
        return rebirthOf(call, call.arguments.words, *options, *round);
    const ChosenForRebirth chosen = driftedNodes(call, verbName, call.arguments.value(groupOption));
    return chosen.ends ? *chosen.ends : rebirthOf(call, chosen.nodes, *options, *round);
}

} // namespace

Verb rebirthVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("replace nodes of a group by fresh ones of the same image, one after the other");
    verb.words = {QStringLiteral("NODE"), QStringLiteral("[NODE…]")};
    verb.freeWords = true;
    verb.options = {
        {driftedOption, {}, CliText::tr("scan first, and take those that differ from their image")},
        {groupOption, QStringLiteral("GROUP"), CliText::tr("with --drifted: of this group only")},
        {atOnceOption, QStringLiteral("COUNT"), CliText::tr("so many at the same time at most; 1 unless told")},
        {leastOption, QStringLiteral("COUNT"),
         CliText::tr("so many nodes that are not being replaced take traffic at any time, or it does not begin")}};
    verb.options += safeguardOptions() + QList<Option>{verboseActOption()};
    verb.fault = faultOf;
    verb.asks = true;
    verb.takesLease = true;
    verb.run = runRebirth;
    return verb;
}

} // namespace snowmelt
