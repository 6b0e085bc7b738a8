// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"

namespace snowmelt {

/// The balancer's truth when all nodes that run take traffic, in the slots they were born for. Pure.
BalancerConfig wantedConfig(const Blueprint& blueprint, const Balancer& balancer, const QList<NodeFacts>& facts);

/// Placements of `wanted` that the running balancer does not have as wanted: another address, or no traffic. Pure.
QList<QPair<QString, SlotPlacement>> missingPlacements(const BalancerConfig& wanted, const BalancerReading& reading);

/// Brings the running balancer to `wanted`: admits what it lacks, waits for its check, gives it traffic, writes the
/// config. Does nothing when nothing is missing. Groups in `kept`, not in `wanted`, stay as the config has them.
/// Each call has `callLimit`. NeverHealthy {node's slot, seconds, reason}.
Task<Done> settleBalancer(BalancerDriver* driver, NodeFacts balancer, BalancerConfig wanted, QStringList kept,
                          std::chrono::milliseconds callLimit, CallContext context);

/// Waits until every wanted placement is up. The driver may be unreachable for a while: the node has just started.
Task<Done> awaitServing(BalancerDriver* driver, NodeFacts balancer, BalancerConfig wanted, std::chrono::seconds limit,
                        CallContext context);

} // namespace snowmelt
