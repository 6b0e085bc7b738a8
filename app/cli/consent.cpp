// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/consent.h"

#include "app/cli/cli_text.h"
#include "models/wording/wording.h"

namespace snowmelt {

std::optional<int> refusal(const Call& call, const QString& consequence)
{
    if (call.arguments.has(QStringLiteral("--yes")))
        return std::nullopt;
    if (!call.console.canAsk()) {
        call.console.err(CliText::tr("snowmelt: %1 There is no terminal to ask on.").arg(consequence));
        call.console.err(QStringLiteral("  ") + sentence(Safety::NothingTouched) + u' ' +
                         CliText::tr("Say --yes to go on without being asked."));
        return exitUsage;
    }
    if (call.console.ask(consequence))
        return std::nullopt;
    call.console.err(sentence(Safety::NothingTouched));
    return exitCancelled;
}

} // namespace snowmelt
