// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployer.h"
#include "backend/lease/lease.h"
#include "backend/services/operation.h"
#include "models/domain/planning/recovery.h"

namespace snowmelt {

/// An open deployment with what only the backend needs to take it up again.
struct OpenRecord
{
    OperationId operation; ///< whose journal it is, and goes on to be
    OpenDeployment open;   ///< not judged yet: nobody has looked
    Reached reached;
};

/// The fleet's deployments that have no settling end, by the journal, whoever works on them now; newest first. One
/// whose records cannot be read has no plan but its group, and the error.
QList<OpenRecord> openRecords(const Operation& operation);

/// Of them those nobody works on, told with what was seen. For people.
QList<OpenDeployment> abandonedDeployments(const Operation& operation, const FleetState& seen);

/// The newest open deployment of this group besides the operation's own.
std::optional<OpenRecord> openRecordOf(const Operation& operation, const QString& group);

/// What other machines noted beside the leases, into this home's journal: deployments that are open there and unknown
/// here, and the end of those that another machine brought to one.
void learnFromLeases(const Operation& operation, const LeaseReading& reading);

/// Deployments of which no node is there any more, neither blue nor green, are nobody's business: the fleet was taken
/// down meanwhile, or by another program.
void closeVanished(const Operation& operation, const QList<NodeFacts>& nodes);

/// The records of acts that a dead process left without an end. The caller holds the whole fleet, which is how the
/// others are known to be dead.
void closeDeadRecords(const Operation& operation);

} // namespace snowmelt
