// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"

namespace snowmelt {

Verb continueVerb()
{
    Verb verb;
    verb.name = verbOf(Command::Continue);
    verb.summary = CliText::tr("let a paused deployment go on");
    verb.words = {QStringLiteral("GROUP")};
    verb.run = [](const Call& call) {
        return exitCode(act(call, ControlIntent{call.arguments.words.value(0), Command::Continue}).outcome);
    };
    return verb;
}

} // namespace snowmelt
