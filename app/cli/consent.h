// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

#include <optional>

namespace snowmelt {

/// Asks before an act that destroys something or moves traffic. nullopt: go on; otherwise the exit status, and nothing
/// was touched. --yes answers; without it and without a terminal nobody can be asked.
std::optional<int> refusal(const Call& call, const QString& consequence);
/// The same when there is nobody to ask; for those who look before they ask.
std::optional<int> refusalUnasked(const Call& call, const QString& consequence);

} // namespace snowmelt
