// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/drift/group_drift.h"

namespace snowmelt {

enum class HiddenRows { Counted, Listed };

/// What differs among nodes: when they were seen, what the same nodes seem to share, then one line for each difference,
/// the gravest of a section first, with the nodes that have it in each way; what could not be seen; at the end the
/// rules that hide something, with Listed what they hide before them. Lists of many nodes are shortened with a count.
void printGroupDrift(Console& console, const GroupDrift& drift, const QDateTime& now, HiddenRows hidden);

/// "web-1, web-2, web-3 and 4 more"
QString nodesText(const GroupDrift& drift, const QList<int>& nodes);

/// "3.0.11 on 5 nodes · 3.0.9 on web-3, web-7": each way in which nodes have it, the baseline's first; then where
/// that is hidden, and where it could not be seen.
QString waysText(const GroupDrift& drift, const GroupDifference& row);

} // namespace snowmelt
