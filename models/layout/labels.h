// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt::layout {

struct LabelWish
{
    int piece = 0;       ///< of the edge's path
    bool inFan = false;  ///< one of several from one box: nearer to its end, where they are apart
    QRectF from{}, to{}; ///< the boxes at its ends
};

/// A piece of the line lies in the rectangle, or on its border.
bool crosses(const QRectF& rect, const QLineF& line);

/// Sets labelAt of every edge; labels that are shown keep off each other, off boxes and off other edges where they can.
/// Near to linear: each looks at what is around it only. What words may meet all the same stands in the edge's walls:
/// how much room they take is known where they are printed.
void placeLabels(QList<DiagramEdge>& edges, const QList<LabelWish>& wishes);

} // namespace snowmelt::layout
