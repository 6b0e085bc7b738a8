// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/boxes.h"
#include "models/layout/layout_fleet.h"

namespace snowmelt::layout {

/// The links of a chart as edges: what they mean, which way they go, where their labels are. In a fleet of one group of
/// a few nodes, each node has an edge of its own.
QList<DiagramEdge> edgesOf(const Chart& chart, const Parts& parts, const Boxes& boxes, const LayoutStop& stop);

} // namespace snowmelt::layout
