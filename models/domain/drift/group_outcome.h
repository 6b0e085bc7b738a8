// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"
#include "models/domain/planning/outcome.h"

#include <limits>

namespace snowmelt {

/// Pure. What command line and window both tell of a comparison.

/// Done only when everything was seen of two nodes at least and nothing differs that is shown.
OutcomeKind outcomeOf(const GroupDrift& drift);

/// Nodes that have it as the baseline has it, ascending: they were seen, and neither differ, shown or hidden, nor could
/// this not be seen there. At most the first so many.
QList<int> nodesAsBaseline(const GroupDrift& drift, const GroupDifference& row,
                           qsizetype most = std::numeric_limits<qsizetype>::max());

/// One way in which nodes have a thing otherwise.
struct WayToDiffer
{
    Difference difference; ///< with texts where one of them has them
    QList<int> nodes;      ///< ascending
    bool operator==(const WayToDiffer&) const = default;
};
/// In the order of their first nodes.
QList<WayToDiffer> waysToDiffer(const GroupDifference& row);

/// What rules hide of one thing: differences of other nodes than a shown row has.
QList<HiddenGroupDifference> hiddenOf(const GroupDrift& drift, DriftSection section, const QByteArray& key);

/// How many nodes have something that a rule hides.
int nodesWithHidden(const GroupDrift& drift);

} // namespace snowmelt
