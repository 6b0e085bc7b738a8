// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"
#include "models/layout/layout_fleet.h"

namespace snowmelt::layout {

/// Gives every block a place, as if none had one: a column for each tier, several for one that would be too high;
/// within it an order with few crossings, and heights in line with what a block hangs together with. Parts of one zone
/// stand in a band of their own across the columns.
void placeAfresh(Chart& chart, const LayoutStop& stop);

/// Between a column and the one to its left.
double gapBefore(BoxKind kind, bool firstBalancers);

} // namespace snowmelt::layout
