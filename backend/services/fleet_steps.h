// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "models/domain/planning/planner.h"

namespace snowmelt {

/// Steps that several verbs share.

/// The running fleet of the operation's blueprint; FleetNotUp when it has no lease.
Task<std::shared_ptr<const FleetAccess>> openFleet(OperationPtr operation);

/// What is there now, with drift counts of the last scans.
Task<FleetState> lookAtFleet(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet);

/// The image as the fleet's platform wants it: from the store, or for the simulation one that stands for its recipe.
/// Not built: ImageNotBuilt.
Result<ImageRecord> imageFor(const Operation& operation, const ImageRef& ref);

/// What the planner looks at, for a target image that may not be built yet.
Task<PlanInput> planInput(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, QString group,
                          ImageRef target);

/// A swap of this group, planned on the fleet as it is now.
struct PlannedSwap
{
    std::shared_ptr<const FleetAccess> fleet;
    Plan plan;
    ImageRecord image;
};
Task<PlannedSwap> plannedSwap(OperationPtr operation, QString group, ImageRef to, int bakeSeconds);

/// A fleet that was never brought up, as its blueprint says it would be.
FleetState absentFleet(const Blueprint& blueprint);

/// Executes a plan, unless one of its checks blocks.
QCoro::Task<Finished> executePlan(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, Plan plan,
                                  ImageRecord image);

} // namespace snowmelt
