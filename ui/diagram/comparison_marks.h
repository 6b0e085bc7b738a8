// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/layout/diagram.h"

#include <QHash>

class QPainter;

namespace snowmelt {

struct Theme;

/// What a comparison says of a diagram's boxes and edges. Drawn over it by glyph and line, never by hue: added is a
/// plus and a thick line, removed a minus, a dashed line and hatching, changed a wave and a double line.
class ComparisonMarks
{
public:
    ComparisonMarks() = default;
    explicit ComparisonMarks(const FleetComparison& comparison);

    bool isEmpty() const { return m_parts.isEmpty() && m_links.isEmpty(); }
    Change of(const DiagramBox& box) const { return m_parts.value(box.part, Change::Same); }
    Change of(const Diagram& diagram, const DiagramEdge& edge) const;

    /// In diagram units, over a painted diagram.
    void paint(QPainter* painter, const Diagram& diagram, const Theme& theme) const;
    /// The badge of a change alone, for legends and lists.
    static void paintBadge(QPainter* painter, Change change, const QPointF& centre, double size, const Theme& theme);

private:
    QHash<QString, Change> m_parts;
    QHash<std::pair<QString, QString>, Change> m_links;
};

} // namespace snowmelt
