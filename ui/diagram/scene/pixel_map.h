// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/viewport.h"

#include <QRect>

namespace snowmelt {

/// Diagram units → device pixels, such that moving the diagram moves every pixel of it by the same whole number: what
/// was painted at one origin is what would be painted at another.
///
/// The origin is a whole pixel. The scale keeps 20 significant bits, which no eye tells from the zoom asked for, so a
/// coordinate times the scale plus the origin is exact in a double, and rounding it cannot depend on the origin.
struct PixelMap
{
    double scale = 1; ///< device pixels a unit
    double ratio = 1; ///< device pixels a pixel
    QPoint origin;    ///< device pixels of the diagram's (0, 0)

    static PixelMap of(const Viewport& viewport, double ratio);

    double zoom() const { return scale / ratio; }
    QPointF toPixels(const QPointF& diagram) const { return diagram * scale + QPointF(origin); }
    QRectF toPixels(const QRectF& diagram) const;
    /// On whole pixels: boxes of one size have one size, whatever their place, and keep a gap as long as there is one.
    QRect snapped(const QRectF& diagram) const;
    QRectF toDiagram(const QRect& pixels) const;
    QTransform transform() const { return QTransform(scale, 0, 0, scale, origin.x(), origin.y()); }

    bool operator==(const PixelMap&) const = default;
};

} // namespace snowmelt
