// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "models/domain/planning/plan.h"
#include "models/domain/planning/traffic.h"

namespace snowmelt {

/// What the drain of this side waits for, by slots and by what they have open; those with the most first. A node that
/// has nothing open is left out. Pure.
QList<DrainingNode> drainingNodes(const BackendState& backend, const QList<PlannedNode>& side,
                                  const QList<OpenSession>& open);

} // namespace snowmelt
