// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"
#include "backend/fleet/up.h"

namespace snowmelt {

/// Asks all nodes of the group at their health path until each has answered 200. Emits AwaitingHealth {group, healthy,
/// of} as it changes. NeverHealthy {node, seconds, last reason} when the time is over.
Task<Done> awaitHealthyGroup(std::shared_ptr<const FleetAccess> fleet, Group group, QList<NodeFacts> nodes,
                             std::chrono::seconds limit, Emit emit, CallContext context);

} // namespace snowmelt
