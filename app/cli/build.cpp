// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("build");
const QString fromScratchOption = QStringLiteral("--from-scratch");
const QString keepFailedOption = QStringLiteral("--keep-failed");
const QString proveOption = QStringLiteral("--prove");

int runBuild(const Call& call)
{
    const std::optional<ImageRef> image = namedImage(call, verbName, call.arguments.words.value(0));
    if (!image)
        return exitUsage;
    BuildIntent intent{*image, call.arguments.has(fromScratchOption)};
    intent.keepFailed = call.arguments.has(keepFailedOption);
    intent.prove = call.arguments.has(proveOption);
    return exitCode(act(call, intent).outcome);
}

} // namespace

Verb buildVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("build an image from its recipe, and the tiers below it when they changed");
    verb.words = {QStringLiteral("IMAGE[@VERSION]")};
    verb.options = {{fromScratchOption, {}, CliText::tr("build every tier again, changed or not")},
                    {keepFailedOption, {}, CliText::tr("keep the root of a tier whose command fails, to look into it")},
                    {proveOption, {}, CliText::tr("build every tier twice and say what differs; keeps neither build")}};
    verb.run = runBuild;
    return verb;
}

} // namespace snowmelt
