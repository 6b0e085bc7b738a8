// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"

namespace snowmelt {

/// Pure. What docs/DRIFT.md says under "Severity". A difference of which nothing is known is Medium, never Low.
DriftSeverity severityOf(const Difference& difference);

/// The gravest first; those of one severity stay in their order.
QList<Difference> bySeverity(QList<Difference> differences);

/// Of a row that nodes differ in: the gravest of its ways.
DriftSeverity severityOf(const GroupDifference& row);
/// Indexes of rows, the gravest first; those of one severity stay in their order.
QList<int> bySeverity(QList<int> indexes, const QList<GroupDifference>& rows);

} // namespace snowmelt
