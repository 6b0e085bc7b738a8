// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deploy_timing.h"
#include "backend/deploy/deployer.h"

namespace snowmelt {

/// deploy() with its own clockwork, for tests and simulations.
Task<DeployEnd> runDeployment(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image,
                              QString storeLayout, Emit emit, DeployControlPtr control, CallContext context,
                              DeployTiming timing);
Task<DeployEnd> resumeDeployment(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image,
                                 QString storeLayout, Reached reached, Way way, Emit emit, DeployControlPtr control,
                                 CallContext context, DeployTiming timing);

} // namespace snowmelt
