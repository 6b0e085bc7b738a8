// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// The part of a fleet that a deployment of one group concerns: the group and its balancers. The rest stands still and
/// would only make the picture small.
struct StageScene
{
    Blueprint blueprint;
    FleetState fleet;
};
StageScene sceneOf(const Blueprint& blueprint, const FleetState& fleet, const QString& group);

/// The scene's fleet once `step` of the plan is done, without the age of the look it was made from: what is predicted
/// has none.
FleetState sceneAt(const StageScene& scene, const Plan& plan, int step);

/// The scene once all of the plan is done, its blueprint included: what the fleet then is compared with.
FleetMoment predictedEnd(const StageScene& scene, const Plan& plan);

} // namespace snowmelt
