// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/platform_verbs.h"

namespace snowmelt {

namespace {

template <typename... Intents>
bool isAnyOf(const Intent& intent)
{
    return (std::holds_alternative<Intents>(intent) || ...);
}

} // namespace

bool makesNodes(const Blueprint& blueprint)
{
    return blueprint.platform.kind != QStringLiteral("ssh");
}

std::optional<Error> notOnPlatform(const Blueprint& blueprint, const Intent& intent)
{
    const bool makes = isAnyOf<UpIntent, DownIntent, BuildIntent, PlanIntent, SwapIntent, ControlIntent, RebirthIntent,
                               ResumeIntent, OrphansIntent, UpdateLockIntent>(intent);
    if (!makes || makesNodes(blueprint))
        return std::nullopt;
    return Error{ErrorCode::Unsupported, {verbOf(intent), blueprint.platform.kind}, {}};
}

} // namespace snowmelt
