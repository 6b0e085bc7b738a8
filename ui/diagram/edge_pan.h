// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSizeF>
#include <QTimer>

namespace snowmelt {

class DiagramView;

/// How far a view goes in one turn while something is held at `mouse`, pixels: nothing in its middle, the faster the
/// deeper the mouse is in the zone along its edge, and no faster beyond it. Whole pixels: thin lines stay thin.
QPointF edgePan(const QPointF& mouse, const QSizeF& view);

/// Takes a view along while something is held at its edge.
class EdgePan final
{
public:
    explicit EdgePan(DiagramView* view);

    /// It is held here now, in pixels of the view. What is held at rest at the edge goes on until it is let go.
    void hold(const QPointF& mouse);
    void letGo() { m_turn.stop(); }

private:
    DiagramView* m_view;
    QPointF m_mouse;
    QTimer m_turn;
};

} // namespace snowmelt
