// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"

namespace snowmelt {

/// Where a node's service is asked from here.
Endpoint probeTargetOf(const NodeFacts& node, int port);

/// Once a second at most: collects what our own questions were answered, and puts the next ones to the nodes that
/// matter now. Blue until the switch: its times are what green's are held against; and again on the way back. Green as
/// soon as it was found healthy.
Task<Done> beat(DeploymentPtr d);

/// What the gates say now, told when it changed. Error: GateTripped {gate, measured, limit, node}.
Result<Done> passGates(const DeploymentPtr& d, const BackendState& backend);

} // namespace snowmelt
