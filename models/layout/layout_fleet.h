// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/layout/diagram.h"

namespace snowmelt {

/// Lays a fleet out in tiers: clients, balancers, groups, databases. What the blueprint says and the fleet has not is
/// there as planned; what the fleet has and the blueprint does not know comes after. Pure and deterministic, and
/// stable: positions depend on which parts exist, never on their health, traffic or drift. Linear in the number of
/// parts and uses.
Diagram layoutFleet(const Blueprint& blueprint, const FleetState& fleet);

} // namespace snowmelt
