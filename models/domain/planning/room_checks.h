// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/planner.h"

namespace snowmelt {

/// Whether there is room for green beside blue: addresses, ports, memory, disk; plan_checks.h has the codes.
QList<PlanCheck> roomChecks(const PlanInput& input, const Plan& plan);

} // namespace snowmelt
