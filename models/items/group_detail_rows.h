// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"
#include "models/items/drift_rows.h"

namespace snowmelt {

/// One difference in full, of kinds as in drift_rows.h: each way the nodes have the thing with who has it so, the ways
/// most nodes took first; then who has it as the baseline, and where it could not be seen.
QList<TreeRow> groupDetailRows(const GroupDrift& drift, const GroupDifference& difference);

} // namespace snowmelt
