// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("build");
const QString fromScratchOption = QStringLiteral("--from-scratch");

/// "shop" means its last version in the blueprint's order.
QString withVersion(const Call& call, const QString& text)
{
    const QStringList versions = call.blueprint.versionsOf(text);
    return versions.isEmpty() ? text : QString(text + u'@' + versions.last());
}

int runBuild(const Call& call)
{
    const QString text = withVersion(call, call.arguments.words.value(0));
    const std::optional<ImageRef> image = imageValue(call, verbName, text);
    if (!image)
        return exitUsage;
    return exitCode(act(call, BuildIntent{*image, call.arguments.has(fromScratchOption)}).outcome);
}

} // namespace

Verb buildVerb()
{
    Verb verb;
    verb.name = verbName;
    verb.summary = CliText::tr("build an image from its recipe, and the tiers below it when they changed");
    verb.words = {QStringLiteral("IMAGE[@VERSION]")};
    verb.options = {{fromScratchOption, {}, CliText::tr("build every tier again, changed or not")}};
    verb.run = runBuild;
    return verb;
}

} // namespace snowmelt
