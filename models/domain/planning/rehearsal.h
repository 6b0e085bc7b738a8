// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// The fleet as it would be seen once `step` of the plan is done (-1: as it is now): nodes that exist, their side,
/// slot, image, health and share of the traffic. What a rehearsal shows before a deployment, and what a replay shows
/// between two looks of one that is over. Pure.
FleetState rehearsed(const FleetState& now, const Plan& plan, int step);

/// Has the balancer giving it new requests.
bool takesTraffic(const NodeState& node);

/// How long the whole plan would take, from earlier deployments and the plan's own waits; 0: nothing is known.
qint64 typicalMs(const Plan& plan);

/// What running both sides at once would cost beyond one, from creation of green to removal of blue, in the plan's
/// currency; 0: no prices, or no time known.
double extraCost(const Plan& plan);

} // namespace snowmelt
