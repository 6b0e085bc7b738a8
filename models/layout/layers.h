// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/layout_fleet.h"

namespace snowmelt::layout {

/// Items in ranks, links only between neighbouring ranks: what is longer passes through an item of its own in each.
struct Layers
{
    QList<QList<int>> ranks;  ///< items from top to bottom
    QList<QList<int>> before; ///< of each item: those in the rank before that it hangs together with
    QList<QList<int>> after;
    QList<int> bands; ///< of each item; in a rank a lower band is above a higher one, always

    int add(int rank, int band);
    void link(int from, int to); ///< ranks next to each other
};

/// Pairs of links that cross.
qint64 crossingsOf(const Layers& layers);

/// The same with fewer crossings: sweeps that sort each rank by the mean of its neighbours, then swaps of two that
/// stand next to each other; the best order met is kept. Same layers, same order. O(n log n) for each of a bounded
/// number of sweeps.
Layers untangled(const Layers& layers, const LayoutStop& stop);

} // namespace snowmelt::layout
