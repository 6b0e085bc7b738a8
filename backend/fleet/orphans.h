// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/up.h"
#include "models/domain/orphan.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// What runs for this fleet that nothing refers to. Pure. A node is one when the blueprint has no such part any more
/// ("partGone"), or when it is in no traffic on purpose (its slot drained or given to another) while its group has
/// others that serve ("noTraffic": a deployment that was adopted leaves such). Nodes of `spoken`, plans somebody works
/// on or that are open, are never orphans. What could not be seen is not either.
QList<Orphan> findOrphans(const Blueprint& blueprint, const QList<NodeFacts>& facts, const FleetState& seen,
                          const QList<Plan>& spoken);

/// Takes the orphan's slots out of the balancer's config and runtime, then stops and removes its node.
Task<Done> removeOrphan(std::shared_ptr<const FleetAccess> fleet, Orphan orphan, Emit emit, CallContext context,
                        FleetTiming timing = {});

} // namespace snowmelt
