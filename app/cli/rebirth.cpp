// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/operation_run.h"

namespace snowmelt {
namespace {

int runRebirth(const Call& call)
{
    const QString node = call.arguments.words.value(0);
    const QString consequence =
        CliText::tr("This puts a fresh node of the same image in the place of %1 and removes %1 with all that was "
                    "changed on it.")
            .arg(node);
    if (const auto refused = refusal(call, consequence))
        return *refused;
    return exitCode(act(call, RebirthIntent{node}).outcome);
}

} // namespace

Verb rebirthVerb()
{
    Verb verb;
    verb.name = QStringLiteral("rebirth");
    verb.summary = CliText::tr("replace one node by a fresh one of the same image");
    verb.words = {QStringLiteral("NODE")};
    verb.asks = true;
    verb.run = runRebirth;
    return verb;
}

} // namespace snowmelt
