// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/tell.h"
#include "app/cli/values.h"
#include "models/domain/ssh/ssh_values.h"

namespace snowmelt {
namespace {

const QString verbName = QStringLiteral("build");
const QString fromScratchOption = QStringLiteral("--from-scratch");
const QString keepFailedOption = QStringLiteral("--keep-failed");
const QString proveOption = QStringLiteral("--prove");
const QString onOption = QStringLiteral("--on");

/// Why the options make no sense together; empty: they do.
QString faultOf(const Arguments& arguments)
{
    if (arguments.has(proveOption) && arguments.has(keepFailedOption))
        return CliText::tr("%1 and %2 exclude each other.").arg(keepFailedOption, proveOption);
    if (!arguments.has(onOption))
        return {};
    if (!sshHop(arguments.value(onOption).toUtf8()))
        return CliText::tr("“%1” is no host; expected [user@]host[:port].").arg(arguments.value(onOption));
    for (const QString& other : {proveOption, keepFailedOption})
        if (arguments.has(other))
            return CliText::tr("%1 is for builds on this machine: leave out %2.").arg(other, onOption);
    return {};
}

int runBuild(const Call& call)
{
    const std::optional<ImageRef> image = namedImage(call, verbName, call.arguments.words.value(0));
    if (!image)
        return exitUsage;
    if (const QString fault = faultOf(call.arguments); !fault.isEmpty()) {
        tellUsage(call.console, fault, verbName);
        return exitUsage;
    }
    BuildIntent intent{*image, call.arguments.has(fromScratchOption)};
    intent.keepFailed = call.arguments.has(keepFailedOption);
    intent.host = call.arguments.value(onOption);
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
    verb.options = {
        {fromScratchOption, {}, CliText::tr("build every tier again, changed or not")},
        {keepFailedOption, {}, CliText::tr("keep the root of a tier whose command fails, to look into it; takes root")},
        {proveOption, {}, CliText::tr("build every tier twice and say what differs; keeps neither build; takes root")},
        {onOption, QStringLiteral("HOST"), CliText::tr("build on this host, reached over SSH: [user@]host[:port]")}};
    verb.run = runBuild;
    return verb;
}

} // namespace snowmelt
