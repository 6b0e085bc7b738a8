// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/rect_index.h"

#include <QPointF>

namespace snowmelt::layout {

enum class Face { Left, Right, Top, Bottom };

/// Where an edge meets its box, and which way it goes from there.
struct Port
{
    QPointF at; ///< on the box, or on a node in it
    QRectF box; ///< that it leaves through this face
    Face face = Face::Right;
};

/// The shortest way of level and upright lines from port to port that keeps clear of all boxes, with few bends (A* over
/// the lines beside the boxes). Empty: there is none, boxes lie on each other. The corners of the way, ends included.
QList<QPointF> detour(const RectIndex& boxes, const QList<QRectF>& rects, const Port& from, const Port& to);

/// A way of straight lines with its corners rounded, as pieces of a DiagramEdge::path.
QList<QPointF> roundedPath(const QList<QPointF>& corners);

} // namespace snowmelt::layout
