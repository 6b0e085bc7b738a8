// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"

#include <algorithm>

namespace snowmelt {

/// How many slots a balancer pre-declares for this group on each of its sides a and b: a swap needs as many again as
/// there are nodes.
constexpr int slotsPerSide(const Group& group)
{
    return std::max(group.size, 1);
}

} // namespace snowmelt
