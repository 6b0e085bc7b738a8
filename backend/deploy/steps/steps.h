// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/looking.h"

namespace snowmelt {

/// Each step is an act and an observation. An act leads the world to the step's goal from wherever it stands: what is
/// there already is not made again, what is gone is not removed again. So an engine that was killed in the middle of a
/// step may run the step again (docs/SWAP.md, "Again"). The observation asks the world anew, fails when the goal is not
/// reached, and answers the lines for StepDone.
///
/// `context` is cancelled when a person wants the way back. Waits hear it; a call that changes traffic is never cut in
/// the middle.

Task<QStringList> observeFit(DeploymentPtr d, CallContext context);

Task<Done> createGreen(DeploymentPtr d, CallContext context);
Task<QStringList> observeGreenAdmitted(DeploymentPtr d, CallContext context);

Task<Done> awaitGreenHealthy(DeploymentPtr d, CallContext context);
Task<QStringList> observeGreenChecked(DeploymentPtr d, CallContext context);

Task<Done> moveTraffic(DeploymentPtr d, CallContext context);
Task<QStringList> observeGreenServes(DeploymentPtr d, CallContext context);

Task<Done> drainBlue(DeploymentPtr d, CallContext context);
Task<Done> bake(DeploymentPtr d, CallContext context);
Task<QStringList> observeBothSides(DeploymentPtr d, CallContext context);

Task<Done> retireBlue(DeploymentPtr d, CallContext context);

Task<Done> destroyBlue(DeploymentPtr d, CallContext context);
Task<QStringList> observeBlueGone(DeploymentPtr d, CallContext context);

/// The way back. Not cancellable, bounded by the plan's deadlines and the engine's own.
Task<Done> reviveBlue(DeploymentPtr d);
Task<Done> drainGreen(DeploymentPtr d);
Task<Done> removeGreen(DeploymentPtr d);

/// Parts that several steps share.

/// Green may serve only while it is seen up: NeverHealthy {node, seconds, reason} otherwise.
Result<Done> greenStillUp(const DeploymentPtr& d, const BackendState& backend, qint64 seconds);
/// Full capacity: every green is up and nothing waits in a queue. NeverHealthy otherwise.
Task<Done> awaitGreenUp(DeploymentPtr d, NodeFacts balancer, CallContext context);
/// One look while green serves and blue could take the traffic back.
Task<BackendState> watchGreen(DeploymentPtr d, NodeFacts balancer, CallContext context);
/// The same for who stands still: the balancer is found first.
Task<Done> keepWatch(DeploymentPtr d, CallContext context);
/// Until no session is open on the side over several readings; DrainTimedOut {node, sessions, seconds} at the plan's
/// deadline. With `gate`, green that goes down ends the wait.
Task<Done> awaitQuiet(DeploymentPtr d, QList<PlannedNode> side, bool gate, CallContext context);
/// The side's slots out of traffic, their idle connections closed, and free for the next deployment.
Task<Done> freeSide(DeploymentPtr d, NodeFacts balancer, QList<PlannedNode> side, CallContext context);
/// Stops and removes the side's nodes, all at once. What is gone already counts as removed.
Task<Done> removeNodes(DeploymentPtr d, QList<PlannedNode> side);
/// The first green that is gone or whose slot does not point at it. A slot that points nowhere must not be told to
/// serve: it counts as up until its first check. NodeVanished {node}, BalancerDisagrees {balancer, slot}.
std::optional<Error> notAdmitted(const DeploymentPtr& d, const Sight& sight);
/// Points green's free slots at green's nodes, in drain. Slots that are there already are left alone.
Task<Done> admitGreen(DeploymentPtr d, Sight sight, CallContext context);
/// A side's slots, those that carry a name.
QList<PlannedNode> inSlots(const QList<PlannedNode>& side);

} // namespace snowmelt
