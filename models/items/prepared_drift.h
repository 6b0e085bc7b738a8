// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/domain/drift/group_drift.h"

#include <vector>

namespace snowmelt {

/// Who differs, with what is found out once for all of its rows: of hundreds of nodes that takes longer than a frame,
/// so it is made beside the GUI thread.
struct PreparedDrift
{
    /// Of one row, in the order of GroupDrift::differences, or hidden.
    struct Row
    {
        DriftSeverity severity = DriftSeverity::Low;
        QString searched; ///< the thing and every value of it, case folded, a line each
    };
    GroupDrift drift{};
    std::vector<Row> rows{};
    std::vector<Row> hidden{};
};

/// Pure.
PreparedDrift prepared(const GroupDrift& drift);
/// To prepare it takes longer than a frame.
bool isLong(const GroupDrift& drift);

} // namespace snowmelt
