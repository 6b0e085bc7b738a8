// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/consent.h"

#include "app/cli/cli_text.h"
#include "models/wording/wording.h"

namespace snowmelt {

std::optional<int> refusalUnasked(const Call& call, const QString& consequence)
{
    if (call.arguments.has(QStringLiteral("--yes")) || call.console.canAsk())
        return std::nullopt;
    call.console.err(CliText::tr("snowmelt: %1 There is no terminal to ask on.").arg(consequence));
    call.console.err(QStringLiteral("  ") + sentence(Safety::NothingTouched) + u' ' +
                     CliText::tr("Say --yes to go on without being asked."));
    return exitUsage;
}

std::optional<int> refusal(const Call& call, const QString& consequence)
{
    if (const auto unasked = refusalUnasked(call, consequence))
        return unasked;
    if (call.arguments.has(QStringLiteral("--yes")) || call.console.ask(consequence))
        return std::nullopt;
    call.console.err(sentence(Safety::NothingTouched));
    return exitCancelled;
}

} // namespace snowmelt
