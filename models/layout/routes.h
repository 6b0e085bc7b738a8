// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"
#include "models/layout/layout_fleet.h"

namespace snowmelt::layout {

/// An edge before it has a way: the rectangles it connects, each a block or a node in it.
struct Trip
{
    int from = -1; ///< blocks
    int to = -1;
    QRectF start;
    QRectF end;
    bool operator==(const Trip&) const = default;
};

struct Route
{
    QList<QPointF> path; ///< as DiagramEdge::path
    int piece = 0;       ///< where a label is best: the piece that leads to the end alone
};

/// Ways from right to left through the columns that blocks stand in: level past a column in a gap between its blocks,
/// bent between two columns, side by side where several pass one gap. Only what does not stand in a column, or must go
/// back, needs a way of its own around the boxes. No way crosses a box of another, as long as boxes do not overlap.
QList<Route> routesOf(const Chart& chart, const QList<Trip>& trips, const LayoutStop& stop);

} // namespace snowmelt::layout
