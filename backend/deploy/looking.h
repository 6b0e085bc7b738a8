// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"

namespace snowmelt {

/// What the world shows of a deployment at one moment.
struct Sight
{
    QList<NodeFacts> nodes; ///< all of the fleet
    NodeFacts balancer;
    BackendState backend; ///< the group's
};

/// All of these ask again while the engine is patient.

/// All nodes of the fleet.
Task<QList<NodeFacts>> listNodes(DeploymentPtr d, CallContext context);
/// Nodes, and the balancer's reading. Errors: NodeNotRunning (the balancer), BalancerDisagrees (it has no such group).
Task<Sight> look(DeploymentPtr d, CallContext context);
/// The group's slots now.
Task<BackendState> readBackend(DeploymentPtr d, NodeFacts balancer, CallContext context);
/// The config on the balancer's disk with the two sides in these modes; what else is in it stays.
Task<Done> writeSides(DeploymentPtr d, Sight sight, SlotMode blue, SlotMode green, CallContext context);
/// Config and runtime as read now, against what is wanted: BalancerDisagrees {balancer, what}. Answers what was seen.
Task<QStringList> verifyServing(DeploymentPtr d, bool greenServes);

} // namespace snowmelt
