// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"
#include "models/layout/layout_fleet.h"

namespace snowmelt::layout {

/// Parts of one zone stand in a band of their own across the columns, or wherever their links are shortest.
enum class ZoneBands { Apart, Off };

/// Gives every block a place, as if none had one: a column for each tier, several for one that would be too high;
/// within it an order with few crossings, and heights in line with what a block hangs together with.
void placeAfresh(Chart& chart, ZoneBands bands, const LayoutStop& stop);

/// Between a column and the one to its left.
double gapBefore(BoxKind kind, bool firstBalancers);

} // namespace snowmelt::layout
