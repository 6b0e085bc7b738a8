// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// The checks, then the steps with their exact commands and the point of no return.
void printPlan(Console& console, const Plan& plan);

} // namespace snowmelt
