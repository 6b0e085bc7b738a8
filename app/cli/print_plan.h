// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// Checks, then the steps with their exact commands, the way back from each, what exists after it, and the price.
QList<Line> planLines(const Plan& plan);

/// Codes of the plan's warnings, each once, that are not among these.
QStringList warningsBeyond(const Plan& plan, const QStringList& accepted);

} // namespace snowmelt
