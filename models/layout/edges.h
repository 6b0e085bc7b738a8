// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/boxes.h"
#include "models/layout/edge_ways.h"

namespace snowmelt::layout {

struct Edges
{
    QList<DiagramEdge> edges;
    std::shared_ptr<const EdgeWays> ways; ///< to be kept for the next time
};

/// The links of a chart as edges: what they mean, which way they go, where their labels are. In a fleet of one group of
/// a few nodes, each node has an edge of its own. With or without the ways of the last time it is the same.
Edges edgesOf(const Chart& chart, const Parts& parts, const Boxes& boxes, const std::shared_ptr<const EdgeWays>& last,
              const LayoutStop& stop);

} // namespace snowmelt::layout
