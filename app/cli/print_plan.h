// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// Commands: with each step its exact commands and the way back from it. Of many nodes they are thousands.
enum class PlanDetail { Steps, Commands };

/// Checks, then the steps with what exists after each, and the price.
QList<Line> planLines(const Plan& plan, PlanDetail detail);

/// Codes of the plan's warnings, each once, that are not among these.
QStringList warningsBeyond(const Plan& plan, const QStringList& accepted);

} // namespace snowmelt
