// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"

namespace snowmelt::layout {

/// The boxes of a diagram, and which are a block's.
struct Boxes
{
    QList<DiagramBox> boxes;
    QList<int> ofBlock;        ///< index into boxes
    QList<QList<int>> nodesOf; ///< of each block, in the order of its cells
};

/// A zone is a box around its parts where nothing else stands in between and no two zones overlap; where something
/// does, its parts say their zone themselves.
Boxes boxesOf(const Chart& chart, const Parts& parts);

} // namespace snowmelt::layout
