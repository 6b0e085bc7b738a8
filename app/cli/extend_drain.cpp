// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"
#include "app/cli/values.h"

namespace snowmelt {
namespace {

const QString byOption = QStringLiteral("--by");

int runExtendDrain(const Call& call)
{
    const std::optional<int> seconds = secondsValue(call, verbOf(Command::ExtendDrain), byOption, 1, 0);
    if (!seconds)
        return exitUsage;
    const ControlIntent intent{call.arguments.words.value(0), Command::ExtendDrain, *seconds};
    return exitCode(act(call, intent).outcome);
}

} // namespace

Verb extendDrainVerb()
{
    Verb verb;
    verb.name = verbOf(Command::ExtendDrain);
    verb.summary = CliText::tr("give the open sessions on the old nodes of a running deployment more time");
    verb.words = {QStringLiteral("GROUP")};
    verb.options = {{byOption, QStringLiteral("SECONDS"), CliText::tr("so much longer, such as 90, 90s or 5m")}};
    verb.required = {byOption};
    verb.run = runExtendDrain;
    return verb;
}

} // namespace snowmelt
