// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/planner.h"

namespace snowmelt {

/// Whether the image that comes works with the schemas of its group's databases, and the one that leaves as well;
/// plan_checks.h has the codes.
QList<PlanCheck> schemaChecks(const PlanInput& input, const Plan& plan);

} // namespace snowmelt
