// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/planner.h"

namespace snowmelt {

/// What is to be known of the balancer before it is told anything; plan_checks.h has the codes.
QList<PlanCheck> balancerChecks(const PlanInput& input, const Plan& plan);

} // namespace snowmelt
