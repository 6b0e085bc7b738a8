// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/routes.h"

namespace snowmelt::layout {

/// What is printed on an edge. Words differ in length.
enum class LabelForm { None, Share, Words };

LabelForm labelFormOf(const DiagramEdge& edge);

struct LabelWish
{
    EdgeKind kind = EdgeKind::Traffic;
    LabelForm form = LabelForm::None;
    bool inFan = false;  ///< one of several from one box: nearer to its end, where they are apart
    QRectF from{}, to{}; ///< the boxes at its ends
    bool operator==(const LabelWish&) const = default;
};

struct LabelPlace
{
    QPointF at;          ///< as DiagramEdge::labelAt
    QList<QLineF> walls; ///< as DiagramEdge::walls
};

/// A piece of the line lies in the rectangle, or on its border.
bool crosses(const QRectF& rect, const QLineF& line);

/// Of every edge; labels that are shown keep off each other, off boxes and off other edges where they can. Near to
/// linear: each looks at what is around it only. What words may meet all the same stands in the label's walls: how much
/// room they take is known where they are printed.
QList<LabelPlace> labelsOf(const QList<Route>& routes, const QList<LabelWish>& wishes);

} // namespace snowmelt::layout
