// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift_history.h"

namespace snowmelt {

/// How one node stood when it was scanned last.
struct NodeCount
{
    QString group;
    QDateTime at; ///< UTC
    int differences = 0;
    int hidden = 0;
    bool incomplete = false; ///< something could not be seen, or nothing of it
    bool operator==(const NodeCount&) const = default;
};

/// Pure. One count of each group, by its name.
QList<DriftCount> countsOf(const QList<NodeCount>& nodes);

/// Pure. What is kept of a group's counts, by time, with `next` behind them: of a run that stays the same its first
/// and its last, so that a scan that finds nothing new takes no room.
QList<DriftCount> withCount(QList<DriftCount> counts, const DriftCount& next);

/// Whether they say the same at two times.
bool isSameCount(const DriftCount& one, const DriftCount& other);

} // namespace snowmelt
