// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/operation_run.h"

namespace snowmelt {

Verb upVerb()
{
    Verb verb;
    verb.name = QStringLiteral("up");
    verb.summary = CliText::tr("create what is missing and wait until it is healthy");
    verb.takesLease = true;
    verb.run = [](const Call& call) { return exitCode(act(call, UpIntent{}).outcome); };
    return verb;
}

} // namespace snowmelt
