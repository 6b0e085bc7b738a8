// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"
#include "backend/deploy/next_move.h"

namespace snowmelt {

/// From this move to the end: performs, asks nextMove(), announces, and says at last what is safe. The deployment's
/// control is open meanwhile.
Task<DeployEnd> conduct(DeploymentPtr d, Move move, CallContext context);

/// Of a deployment whose lease was lost: another machine acts, so nobody here looks any more or says what is safe.
DeployEnd lostEnd(const Error& loss);

/// What is true of the world, asked now: believed over what the steps remember.
Task<Safety> seenSafety(DeploymentPtr d);

} // namespace snowmelt
