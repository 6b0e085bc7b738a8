// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// The fleet as a deployment's plan found it, taken back from a look that may have been made in its middle: green is
/// not there, and blue takes new traffic. Pure.
FleetState withoutDeployment(FleetState seen, const Plan& plan);

/// The step a deployment has brought the fleet to, its way back and its end counted in; -1: as it was before.
int stepReached(const DeploymentState& deployment);

/// Requests and sessions of each side as they were counted, spread evenly over its nodes.
FleetState withTraffic(FleetState fleet, const Plan& plan, const TrafficCounted& counted);
/// Sessions of nodes that drain, as they were seen.
FleetState withDrain(FleetState fleet, const DrainSeen& drain);
/// The node that a step failed for is down, for the reason that was said.
FleetState withFailure(FleetState fleet, const Error& error);

} // namespace snowmelt
