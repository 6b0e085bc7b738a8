// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/layout/arrangement.h"
#include "models/layout/diagram.h"

#include <functional>

namespace snowmelt {

/// Asked now and then by a layout under way, on its thread: true makes it give up.
using LayoutStop = std::function<bool()>;

struct LaidOut
{
    Diagram diagram;
    Arrangement arrangement; ///< to be kept, so that the next layout moves nothing
    bool stopped = false;    ///< given up: the diagram is empty, the arrangement as it was
};

/// Lays a fleet out in tiers: clients, balancers, groups, databases. What the blueprint says and the fleet has not is
/// there as planned; what the fleet has and the blueprint does not know comes after. Pure and deterministic, and
/// stable: positions depend on which parts exist, never on their health, traffic or drift. Near to linear in the
/// number of parts and uses.
LaidOut layoutFleet(const Blueprint& blueprint, const FleetState& fleet, const Arrangement& arrangement,
                    const LayoutStop& stop = {});

/// Laid out afresh.
Diagram layoutFleet(const Blueprint& blueprint, const FleetState& fleet);

} // namespace snowmelt
