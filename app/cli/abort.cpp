// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"

namespace snowmelt {

Verb abortVerb()
{
    Verb verb;
    verb.name = verbOf(Command::Abort);
    verb.summary = CliText::tr("stop the running deployment of a group where it stands; “resume” decides what next");
    verb.words = {QStringLiteral("GROUP")};
    verb.run = [](const Call& call) {
        return exitCode(act(call, ControlIntent{call.arguments.words.value(0), Command::Abort}).outcome);
    };
    return verb;
}

} // namespace snowmelt
