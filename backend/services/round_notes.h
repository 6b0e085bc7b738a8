// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"
#include "backend/store/drift_store.h"

namespace snowmelt {

/// What a round of looks leaves in the history of drift, by value.
struct RoundNotes
{
    QStringList present; ///< empty: nothing is said about who is there
    QList<DriftSighting> scans;
    QList<NodeFacts> unscanned; ///< those that could not be scanned at all
    QList<LookRecord> looks;
    QList<LookRecord> accepted; ///< of the looks: baselines from now on
};

/// Writes them under the operation's fleet, and forgets what is too old or too much. That it cannot is told as a log
/// line.
Task<Done> writeNotes(OperationPtr operation, RoundNotes notes);

} // namespace snowmelt
