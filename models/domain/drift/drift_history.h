// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"

namespace snowmelt {

/// A difference of one node as its scans saw it over time. A scan that could not see it says nothing about it.
struct DatedDifference
{
    QString node;
    QString group;
    Difference difference; ///< as seen last; its texts are not kept
    QDateTime absentAt{};  ///< UTC, the last scan before `firstSeen` that saw it was not there; null: none did
    QDateTime firstSeen{}; ///< UTC
    QDateTime lastSeen{};  ///< UTC
    QDateTime goneAt{};    ///< UTC, the first scan after `lastSeen` that saw it was not there; null: it is still there
    QList<LikelyCause> causes{};
    bool operator==(const DatedDifference&) const = default;
};

/// How much a group differed when it was scanned: one point of its chart.
struct DriftCount
{
    QString group;
    QDateTime at;        ///< UTC, of the last of its nodes' scans that is counted
    int nodes = 0;       ///< that were scanned
    int differing = 0;   ///< of them, with at least one difference
    int differences = 0; ///< of all of them
    int hidden = 0;      ///< by rules; not in `differences`
    int incomplete = 0;  ///< nodes where something could not be seen, or that could not be scanned
    bool operator==(const DriftCount&) const = default;
};

struct DriftHistory
{
    QList<DatedDifference> differences; ///< those that are there first, then by firstSeen, newest first
    QList<DriftCount> counts;           ///< by group, then time
    bool operator==(const DriftHistory&) const = default;
};

} // namespace snowmelt
