// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"

namespace snowmelt {

/// Between two looks of a wait: ends after `time`, at once when the deployment is told something, with Cancelled at a
/// cancel.
Task<Done> idle(DeploymentPtr d, std::chrono::milliseconds time, CallContext context);

} // namespace snowmelt
