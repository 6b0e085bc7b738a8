// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/layout/diagram.h"

#include <QRectF>

class QPainter;
class QPainterPath;

namespace snowmelt {

struct Theme;

/// Glyph and line of what changed, drawn in diagram units. Lines and glyphs stop shrinking with the diagram; on a box
/// of a few pixels there is the glyph alone.
class ComparisonInk
{
public:
    ComparisonInk(QPainter* painter, const Theme& theme);
    void markBox(const DiagramBox& box, Change change);
    void markEdge(const DiagramEdge& edge, Change change);
    /// A line that is gone and has no edge.
    void markFormer(const QRectF& from, const QRectF& to);
    /// Draws what was kept until now: glyphs on the smallest boxes are thousands, and drawn at one go.
    void finish();

private:
    double least(double units, double pixels) const;
    void ring(const DiagramBox& box, Change change) const;
    void strikeOut(const QPainterPath& shape) const;
    void strokeLine(const QPainterPath& path, Change change, double width) const;
    void keepDot(const QRectF& rect, Change change);

    QPainter* m_painter;
    const Theme& m_theme;
    double m_scale;       ///< pixels a unit
    QList<QRectF> m_dots; ///< strokes of glyphs
};

} // namespace snowmelt
