// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/consent.h"

#include "app/cli/cli_text.h"
#include "models/domain/platform_verbs.h"
#include "models/wording/wording.h"

namespace snowmelt {

/// On hosts that were there before the act itself is refused, whatever somebody says.
static bool isNeedless(const Call& call)
{
    return call.arguments.has(QStringLiteral("--yes")) || !makesNodes(call.blueprint);
}

std::optional<int> refusalUnasked(const Call& call, const QString& consequence)
{
    if (isNeedless(call) || call.console.canAsk())
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
    if (isNeedless(call) || call.console.ask(consequence))
        return std::nullopt;
    call.console.err(sentence(Safety::NothingTouched));
    return exitCancelled;
}

} // namespace snowmelt
