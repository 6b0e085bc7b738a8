// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift_history.h"
#include "models/domain/drift/group_drift.h"

namespace snowmelt::bench {

QString benchNode(int node); ///< "web-007"

/// `rows` things that a part of the nodes have otherwise each: packages of a missed update, files, services. As many as
/// a fleet of which nobody took care; the same for the same numbers.
GroupDrift manyDifferences(int nodes, int rows);
/// What scans of a year kept of such nodes, each with so many differences, half of them gone.
DriftHistory longHistory(int nodes, int differencesEach);

} // namespace snowmelt::bench
