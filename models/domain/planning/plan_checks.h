// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/planner.h"

namespace snowmelt {

/// The checks a person reads before the start, in the order in which they matter. Codes, args and verdicts:
///   balancerAnswers {balancer, version}         pass, block when it could not be asked (version empty)
///   slotsFree {free, needed}                    pass, block when short
///   imageBuilt {image} / imageNotBuilt {image}  pass / block
///   healthyNow {healthy, of}                    pass, warn when not all
///   groupSizeOne {group}                        warn
///   driftLost {node, count}                     warn, one for each node that leaves with differences
///   driftUnknown {}                             warn, when a node that leaves was never or not fully scanned
QList<PlanCheck> planChecks(const PlanInput& input, const GroupState& group, const Plan& plan, int freeSlotCount);

} // namespace snowmelt
