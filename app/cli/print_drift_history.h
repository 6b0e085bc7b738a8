// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/drift/drift_history.h"

namespace snowmelt {

/// The differences as a table, then how each group stood: the last count of each day (local time) as a bar.
void printDriftHistory(Console& console, const DriftHistory& history);

/// The last count of each day in local time, by group, then day.
QList<DriftCount> countPerDay(const QList<DriftCount>& counts);

} // namespace snowmelt
