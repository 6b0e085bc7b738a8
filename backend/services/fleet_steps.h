// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "models/domain/image_record.h"

#include <functional>

namespace snowmelt {

/// Steps that several verbs share.

/// What the fleet has for itself on this host; null FleetLease::fleetId when it is not up. Hosts that were there before
/// need nothing: theirs says only which fleet they are.
Result<FleetLease> leaseOf(const Rooms& rooms, const Blueprint& blueprint);

/// The fleet's nodes, and what a person should know of how they are reached.
Task<QList<NodeFacts>> listNodes(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet);
/// The nodes alone.
Task<QList<NodeFacts>> listNodes(std::shared_ptr<const FleetAccess> fleet, CallContext context);

/// The running fleet of the operation's blueprint; FleetNotUp when it has no lease.
Task<std::shared_ptr<const FleetAccess>> openFleet(OperationPtr operation);

/// A running fleet and all its nodes, as the platform lists them.
struct ListedFleet
{
    std::shared_ptr<const FleetAccess> access;
    QList<NodeFacts> nodes;
};
Task<ListedFleet> listFleet(OperationPtr operation);

using NodeChoice = std::function<bool(const NodeFacts&)>;
/// The same for an operation that means some nodes, chosen by name or group: where nodes are logged in to, it is done
/// with these alone, and nobody is asked about others. All are listed.
Task<ListedFleet> listFleet(OperationPtr operation, NodeChoice chosen);

/// What is there now, with drift counts of the last scans.
Task<FleetState> lookAtFleet(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet);
/// `marks`: observeFleet().
Task<FleetState> lookAtFleet(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet,
                             std::shared_ptr<SlotMarks> marks);

/// The image as the fleet's platform wants it: from the store, or for the simulation one that stands for its recipe.
/// Not built: ImageNotBuilt.
Result<ImageRecord> imageFor(const Operation& operation, const ImageRef& ref);

/// A fleet that was never brought up, as its blueprint says it would be.
FleetState absentFleet(const Blueprint& blueprint);

} // namespace snowmelt
