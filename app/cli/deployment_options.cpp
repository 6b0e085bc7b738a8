// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deployment_options.h"

#include "app/cli/cli_text.h"
#include "app/cli/safeguards.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"

namespace snowmelt {
namespace {

const QString toOption = QStringLiteral("--to");
const QString strategyOption = QStringLiteral("--strategy");
const QString bakeOption = QStringLiteral("--bake");
const QString blueGreen = QStringLiteral("blue-green");

} // namespace

QList<Option> deploymentOptions()
{
    const QList<Option> target = {
        {toOption, QStringLiteral("IMAGE@VERSION"), CliText::tr("the image the group shall run")},
        {strategyOption, blueGreen, CliText::tr("how: new nodes beside the old ones (the only way so far)")},
        {bakeOption, QStringLiteral("SECONDS"),
         CliText::tr("watch the new nodes this long before the old ones go; a rollback is at once meanwhile")}};
    return target + safeguardOptions();
}

QStringList requiredDeploymentOptions()
{
    return {toOption};
}

std::optional<DeploymentOptions> readDeploymentOptions(const Call& call, const QString& verb)
{
    const QString strategy = call.arguments.value(strategyOption, blueGreen);
    if (strategy != blueGreen) {
        tellUsage(call.console, CliText::tr("There is no strategy “%1”; expected %2.").arg(strategy, blueGreen), verb);
        return std::nullopt;
    }
    const std::optional<ImageRef> to = imageValue(call, verb, call.arguments.value(toOption));
    if (!to)
        return std::nullopt;
    const std::optional<int> bake = secondsValue(call, verb, bakeOption, 0, 0);
    if (!bake)
        return std::nullopt;
    const std::optional<DeployOptions> options = readSafeguards(call, verb);
    if (!options)
        return std::nullopt;
    return DeploymentOptions{call.arguments.words.value(0), *to, *bake, *options};
}

} // namespace snowmelt
