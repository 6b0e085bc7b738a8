// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/balancer_truth.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// What a plan says of a line somebody wrote: "configEdited" {balancer, line, text} or "configLineGone" {balancer,
/// text}.
PlanCheck checkOf(const QString& balancer, const ConfigEdit& edit);

/// Those the plan did not warn of. A line that only moved is the same.
QList<ConfigEdit> unknownTo(const Plan& plan, const QList<ConfigEdit>& edits);

} // namespace snowmelt
