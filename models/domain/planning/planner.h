// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"
#include "models/domain/image_record.h"
#include "models/domain/planning/plan.h"
#include "models/domain/result.h"

namespace snowmelt {

/// What the planner may look at. Values only.
struct PlanInput
{
    Blueprint blueprint;
    FleetState fleet;
    ImageRecord image;                 ///< the target; digest null: not built
    QMap<QString, QString> slotsInUse; ///< slot → node, from the balancer
    int slotsPerSide = 0;
    QString deployment;
};

/// Blue-green swap of a whole group. Errors: GroupUnknown, BalancerMissing, FleetNotUp, AlreadyRunsImage, NoFreeSlot.
Result<Plan> planSwap(const PlanInput& input, const QString& group, const ImageRef& to, int bakeSeconds);
/// Replace one node by a fresh one of the same image: the same steps, one node wide.
Result<Plan> planRebirth(const PlanInput& input, const QString& node);

} // namespace snowmelt
