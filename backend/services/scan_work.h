// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/drift/row_pool.h"
#include "backend/services/chosen_nodes.h"
#include "backend/services/kept_looks.h"
#include "backend/services/operation.h"
#include "backend/store/drift_store.h"

#include <memory>

namespace snowmelt {

/// One round of scans: what is compared with what, and what it leaves for the history of drift. Backend thread.
struct ScanWork
{
    OperationPtr operation;
    std::shared_ptr<const FleetAccess> fleet;
    ScanIntent intent;
    QStringList present;                        ///< all nodes of the fleet, scanned or not
    QMap<QString, QList<LookRecord>> baselines; ///< by node; of those that are compared with earlier looks
    QList<DriftSighting> scans;                 ///< what was found, for the history
    QList<NodeFacts> unscanned;                 ///< those that could not be scanned at all
    KeptLooksPtr looks;                         ///< what was seen
    qsizetype looksKept = 0;                    ///< set by keepScans()
    std::shared_ptr<RowPool> pool = std::make_shared<RowPool>();
    CallContext context; ///< of all its calls; each node has its own limit besides
};
using ScanWorkPtr = std::shared_ptr<ScanWork>;

/// Whether the node is compared with an earlier look at it: it has no birth image, or the intent says since when.
bool isComparedWithLook(const ScanIntent& intent, const NodeFacts& node);

/// Reads what the nodes are compared with. A store that cannot be read is told as a log line, and those that need it
/// have no earlier look.
QCoro::Task<ScanWorkPtr> beginScans(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, ScanIntent intent,
                                    QList<NodeFacts> listed);

/// Scans one node: against its birth image or an earlier look, with what may have caused the differences.
Task<DriftReport> scanOf(ScanWorkPtr work, NodeFacts node);

/// What round.ended() hears, for the history.
void noteScanned(ScanWork& work, const NodeFacts& node, const Result<DriftReport>& scanned);

/// Keeps what the round found. That it cannot is told as a log line; it fails nothing but an `accept`.
Task<Done> keepScans(ScanWorkPtr work);

/// All of the above for one node, nobody's round: nothing is said about who else is there.
Task<DriftReport> scanAlone(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, NodeFacts node,
                            CallContext context);

} // namespace snowmelt
