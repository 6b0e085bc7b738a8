// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"

namespace snowmelt {

/// How one node stands to one difference of its group, in the few letters of a cell and in full.

const NodeDifference* differenceOf(const GroupDifference& row, int node); ///< null: as the baseline, or unseen
bool isUnseen(const GroupDifference& row, int node);
/// The first node's whose texts or values tell it: what the cells of this row are about. Empty: its content.
QString tellingField(const GroupDifference& row);

QString cellText(const Difference& difference);     ///< "3.0.11", "+", "−"; "Δ": its content alone
QString baselineCell(const GroupDifference& row);   ///< "3.0.15", "absent"; "·": content that has no short name
QString fieldNames(const GroupDifference& row);     ///< "version, owner"
QString fieldChanges(const Difference& difference); ///< "version: 3.0.15 → 3.0.11", a line each
QString unseenWhy(const ComparedNode& node, const GroupDifference& row); ///< why it could not be seen there

/// The nodes of a comparison by how they stand.
struct GroupTally
{
    int differ = 0;
    int alike = 0;  ///< seen in full, and as the baseline in everything
    int partly = 0; ///< not seen in full, and without a difference so far as it was
    int unseen = 0; ///< could not be looked at
    int hidden = 0; ///< seen in full, and otherwise only in what rules hide
    bool operator==(const GroupTally&) const = default;
};
GroupTally tallyOf(const GroupDrift& drift);
/// Indexes of nodes that differ in something, with `withHidden` also in what rules hide, or have something compared
/// that could not be seen; sorted.
QList<int> tellingNodes(const GroupDrift& drift, bool withHidden);
QDateTime seenAtEarliest(const GroupDrift& drift); ///< null: nothing was seen

} // namespace snowmelt
