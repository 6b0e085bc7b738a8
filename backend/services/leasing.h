// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployer.h"
#include "backend/lease/lease_keeper.h"
#include "backend/services/operation.h"

namespace snowmelt {

/// Why a lease is taken from a process of this machine that is not there any more. Such a takeover ends nothing: who
/// takes it only means to look at what was left.
inline const QString ownDeath = QStringLiteral("its process died");

/// The fleet's leases, kept on the host of its first balancer that runs; null: none does, there is nothing to hold.
Task<std::shared_ptr<FleetLeases>> leasesOf(OperationPtr operation);

/// The lease this act needs, kept alive and listened to until it is ended; null: there is nothing to hold. A holder on
/// this machine whose process died is taken over from. LeaseHeld {fleet, holder, since, until, what}.
Task<std::shared_ptr<LeaseKeeper>> takeLease(OperationPtr operation);

/// Notes a deployment and how far it came with its lease, before it is told or taken up again: a machine that finds the
/// lease without a holder can go on.
Task<Done> notePlan(OperationPtr operation, Plan plan, Reached reached);

/// Gives it back, after an act that ended so.
Task<Done> endLease(std::shared_ptr<LeaseKeeper> keeper, Finished finished);

/// LeaseHeld {fleet, holder, since, until, what} when somebody, on whichever machine, works on this group now; nothing:
/// nobody does, or it could not be asked.
QCoro::Task<std::optional<Error>> whoHolds(OperationPtr operation, QString group);

/// Tells the machine that holds the group's lease, whichever it is, and waits for what was asked.
QCoro::Task<Finished> controlByLease(OperationPtr operation, ControlIntent told);

} // namespace snowmelt
