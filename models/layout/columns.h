// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"

namespace snowmelt::layout {

/// The columns that blocks of a chart stand in, as their places tell.
struct Columns
{
    struct Column
    {
        double left = 0;
        double right = 0;
        QList<std::pair<double, double>> taken; ///< tops and bottoms, from above
    };
    struct Gap
    {
        double top = 0;
        double bottom = 0; ///< both may be infinite
    };

    QList<Column> columns; ///< from left to right, with free room between them
    QList<int> columnOf;   ///< of each block; -1: it stands across
    QList<int> strays;     ///< blocks that stand across

    /// Gaps count from above: number 0 is above all blocks.
    Gap gap(int column, int number) const;
};

Columns columnsOf(const Chart& chart);

} // namespace snowmelt::layout
