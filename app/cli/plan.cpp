// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/deployment_options.h"
#include "app/cli/operation_run.h"
#include "app/cli/print_plan.h"
#include "app/cli/tell.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("plan");

void print(Console& console, const Plan& plan, const QStringList& accepted)
{
    for (const Line& line : planLines(plan, PlanDetail::Commands))
        console.out(line);
    const QStringList open = warningsBeyond(plan, accepted);
    if (!open.isEmpty() && !plan.blocked())
        console.out(CliText::tr("Warnings to be accepted: %1").arg(open.join(QStringLiteral(", "))));
}

int runPlan(const Call& call)
{
    const std::optional<DeploymentOptions> wanted = readDeploymentOptions(call, verbName);
    if (!wanted)
        return exitUsage;
    const Reading reading = read(call, PlanIntent{wanted->group, wanted->to, wanted->bakeSeconds, wanted->options});
    std::optional<Plan> plan;
    if (const auto made = reading.last<PlanMade>())
        plan = made->plan;
    if (call.arguments.json()) {
        tellDocument(call.console, planJson(plan, reading.finished));
    } else {
        if (plan)
            print(call.console, *plan, wanted->options.accepted);
        tellFailure(call.console, reading.finished);
    }
    return exitCode(reading.finished.outcome);
}

} // namespace

Verb planVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("say what a swap would do, step by step, without doing it");
    verb.words = {QStringLiteral("GROUP")};
    verb.options = deploymentOptions();
    verb.required = requiredDeploymentOptions();
    verb.run = runPlan;
    return verb;
}

} // namespace snowmelt
