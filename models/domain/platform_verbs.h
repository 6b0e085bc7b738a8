// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/error.h"
#include "models/domain/intent.h"

#include <optional>

namespace snowmelt {

/// Hosts that were there before are looked at and asked, never made, replaced or removed: Unsupported {verb, platform}.
std::optional<Error> notOnPlatform(const Blueprint& blueprint, const Intent& intent);

/// Snowmelt makes and removes the nodes of this blueprint.
bool makesNodes(const Blueprint& blueprint);

} // namespace snowmelt
