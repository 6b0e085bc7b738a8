// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// What differs between two diagrams for somebody who has painted the first.
struct SceneChange
{
    bool geometry = false; ///< another set of boxes or edges, or another place of one: indices are not the same
    QList<int> boxes;      ///< that look different, ascending; empty with `geometry`
    QList<int> edges;
    QList<QRectF> places; ///< with `geometry`: where it shows, diagram units

    bool isEmpty() const { return !geometry && boxes.isEmpty() && edges.isEmpty(); }
};

SceneChange differences(const Diagram& before, const Diagram& after);

/// What painting an edge may touch, diagram units.
QRectF boundsOf(const DiagramEdge& edge);

} // namespace snowmelt
