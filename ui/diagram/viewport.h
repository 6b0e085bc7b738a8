// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace snowmelt {

/// Which part of the diagram a view of a certain size shows, as a value: diagram units ↔ view pixels.
struct Viewport
{
    static constexpr double lowest = 0.002; ///< a hundred thousand nodes in one column
    static constexpr double highest = 4;
    static constexpr double lowestOfSmall = 0.1; ///< farther away there would be nothing to see

    double zoom = 1;
    QPointF origin; ///< view pixels of the diagram's (0, 0)

    QPointF toView(const QPointF& diagram) const { return diagram * zoom + origin; }
    QPointF toDiagram(const QPointF& view) const { return (view - origin) / zoom; }
    QRectF toDiagram(const QRectF& view) const { return {toDiagram(view.topLeft()), view.size() / zoom}; }
    QRectF toView(const QRectF& diagram) const { return {toView(diagram.topLeft()), diagram.size() * zoom}; }
    QTransform transform() const { return QTransform(zoom, 0, 0, zoom, origin.x(), origin.y()); }

    /// Zooms by `factor`, no farther out than `farthest`; what is at `anchor` (view pixels) stays there.
    void zoomAt(const QPointF& anchor, double factor, double farthest = lowest);
    /// Twice as far as it takes to see all of `bounds`.
    static double farthestFor(const QRectF& bounds, const QSizeF& view);
    /// All of `bounds` in the middle, at 100 % at most.
    void fit(const QRectF& bounds, const QSizeF& view);
    /// Keeps a part of `bounds` in sight, whatever was dragged.
    void keepInSight(const QRectF& bounds, const QSizeF& view);
    /// Moves as little as needed to bring `rect` (diagram units) into the view.
    void reveal(const QRectF& rect, const QSizeF& view);

    bool operator==(const Viewport&) const = default;
};

} // namespace snowmelt
