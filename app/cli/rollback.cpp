// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/consent.h"
#include "app/cli/operation_run.h"

namespace snowmelt {
namespace {

int runRollback(const Call& call)
{
    const QString group = call.arguments.words.value(0);
    const QString consequence =
        CliText::tr("This gives the traffic of %1 back to the old nodes and removes the new ones.").arg(group);
    const ControlIntent rollback{group, Command::RollBack};
    if (const auto refused = refusal(call, consequence))
        return *refused;
    return exitCode(act(call, rollback).outcome);
}

} // namespace

Verb rollbackVerb()
{
    Verb verb;
    verb.name = QStringLiteral("rollback");
    verb.summary = CliText::tr("give the traffic of a running deployment back to the old nodes");
    verb.words = {QStringLiteral("GROUP")};
    verb.asks = true;
    verb.run = runRollback;
    return verb;
}

} // namespace snowmelt
