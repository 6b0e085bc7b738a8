// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"
#include "backend/deploy/sides.h"

namespace snowmelt {

/// The side that takes all new traffic of the deployment; nullopt: both do, or none. Pure.
std::optional<Serving> servingAlone(const BackendState& backend, const Plan& plan);

/// The config with both sides of the plan as the runtime has them, and everything else as it was. Pure.
BalancerConfig asRuntime(BalancerConfig config, const Plan& plan, const BackendState& backend);

/// Brings the config to what the runtime serves, and reads both back. A node of the other side that is down but would
/// take traffic as soon as it is up is put in drain; nothing is removed. Errors: WayClosed {way, group, reason} unless
/// one side holds all traffic, BalancerDisagrees.
Task<Done> adoptWhatRuns(DeploymentPtr d);

} // namespace snowmelt
