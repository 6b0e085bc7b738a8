// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"

namespace snowmelt {

Verb pauseVerb()
{
    Verb verb;
    verb.name = verbOf(Command::Pause);
    verb.summary = CliText::tr("let the running deployment of a group finish its act, then stand still");
    verb.words = {QStringLiteral("GROUP")};
    verb.run = [](const Call& call) {
        return exitCode(act(call, ControlIntent{call.arguments.words.value(0), Command::Pause}).outcome);
    };
    return verb;
}

} // namespace snowmelt
