// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"

#include <optional>

namespace snowmelt {

inline constexpr int hoursPerMonth = 730; ///< a year's twelfth

/// What a group costs an hour, in the blueprint's currency.
struct GroupCost
{
    QString group;
    int nodes = 0; ///< that exist; of a fleet that is not up: that the blueprint wants
    double perHour = 0;
    int green = 0;          ///< nodes that a swap creates beside them
    double swapPerHour = 0; ///< of those, as long as both sides stand
    bool operator==(const GroupCost&) const = default;
};

/// As `prices:` has it, a price is that of a node of a group: balancers, databases and caches are not counted.
struct FleetCost
{
    Prices prices;
    QList<GroupCost> groups;
    double perHour = 0;
    double perMonth() const { return perHour * hoursPerMonth; }
};

/// Null: the blueprint has no prices.
std::optional<FleetCost> costOf(const Blueprint& blueprint, const FleetState& fleet);

} // namespace snowmelt
