// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "models/domain/planning/planner.h"

namespace snowmelt {

/// What the planner looks at, for a target image that may not be built yet. ImageUnknown when the blueprint has no such
/// image.
Task<PlanInput> planInput(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, QString group,
                          ImageRef target);

/// A deployment, planned on the fleet as it is now.
struct PlannedDeployment
{
    std::shared_ptr<const FleetAccess> fleet;
    Plan plan;
    ImageRecord image;
    FleetState seen; ///< what it was planned on
};
Task<PlannedDeployment> plannedSwap(OperationPtr operation, QString group, ImageRef to, int bakeSeconds,
                                    DeployOptions options);
/// Of a round its next batch; `before`: nodes that earlier ones replaced.
Task<PlannedDeployment> plannedRebirth(OperationPtr operation, RebirthIntent intent, QStringList before);

} // namespace snowmelt
