// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/layout/arrangement.h"
#include "models/layout/diagram.h"

#include <functional>
#include <memory>

namespace snowmelt {

namespace layout {
struct EdgeWays;
}

/// Where the edges of a layout went: what nothing has moved since need not be found again.
using LayoutWays = std::shared_ptr<const layout::EdgeWays>;

/// Asked now and then by a layout under way, on its thread: true makes it give up.
using LayoutStop = std::function<bool()>;

struct LaidOut
{
    Diagram diagram;
    Arrangement arrangement; ///< to be kept, so that the next layout moves nothing
    bool stopped = false;    ///< given up: the diagram is empty, the arrangement as it was
    LayoutWays ways{};       ///< for the next layout of this fleet
};

/// Lays a fleet out in tiers: clients, balancers, groups, databases. What the blueprint says and the fleet has not is
/// there as planned; what the fleet has and the blueprint does not know comes after. Pure and deterministic, and
/// stable: positions depend on which parts exist, never on their health, traffic or drift. Near to linear in the
/// number of parts and uses. With the ways of any layout before, the same is made in less time.
LaidOut layoutFleet(const Blueprint& blueprint, const FleetState& fleet, const Arrangement& arrangement,
                    const LayoutStop& stop = {}, const LayoutWays& last = {});

/// Laid out afresh.
Diagram layoutFleet(const Blueprint& blueprint, const FleetState& fleet);

} // namespace snowmelt
