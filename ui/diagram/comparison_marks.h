// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/layout/diagram.h"

class QPainter;

namespace snowmelt {

class Scene;
struct Theme;

/// What a comparison says of a diagram's boxes and edges. Drawn over it by glyph and line, never by hue: added is a
/// plus and a thick line, removed a minus, a dashed line and hatching, changed a wave and a double line. A line that is
/// gone and that the diagram has no edge for, as that to a former pair, is drawn as an arc of its own.
class ComparisonMarks
{
public:
    ComparisonMarks() = default;
    ComparisonMarks(const FleetComparison& comparison, const Diagram& diagram);

    bool isEmpty() const { return m_empty; }
    Change ofBox(int box) const { return m_boxes.value(box, Change::Same); }
    Change ofEdge(int edge) const { return m_edges.value(edge, Change::Same); }
    /// Boxes between which a line is gone that is no edge.
    const QList<std::pair<int, int>>& formerLines() const { return m_former; }

    /// In diagram units, over the painted diagram these marks were made for; only what touches `area`.
    void paint(QPainter* painter, const Scene& scene, const Theme& theme, const QRectF& area) const;
    /// The badge of a change alone, for legends and lists.
    static void paintBadge(QPainter* painter, Change change, const QPointF& centre, double size, const Theme& theme);

private:
    QList<Change> m_boxes; ///< by index into the diagram
    QList<Change> m_edges;
    QList<std::pair<int, int>> m_former;
    bool m_empty = true;
};

} // namespace snowmelt
