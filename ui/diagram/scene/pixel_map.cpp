// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/pixel_map.h"

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr int significantBits = 20;
constexpr double fieldGap = 8; ///< units between the boxes of a field

double shortened(double value)
{
    int exponent = 0;
    const double mantissa = std::frexp(value, &exponent);
    return std::ldexp(std::round(std::ldexp(mantissa, significantBits)), exponent - significantBits);
}

int lengthOf(double units, double scale)
{
    const int whole = int(std::round(units * scale));
    const int apart = int(std::floor((units + fieldGap) * scale)) - 1;
    return std::max(1, apart >= 2 ? std::min(whole, apart) : whole);
}

} // namespace

PixelMap PixelMap::of(const Viewport& viewport, double ratio)
{
    const QPointF origin = viewport.origin * ratio;
    return {shortened(viewport.zoom * ratio), ratio, QPoint(qRound(origin.x()), qRound(origin.y()))};
}

QRectF PixelMap::toPixels(const QRectF& diagram) const
{
    return {toPixels(diagram.topLeft()), diagram.size() * scale};
}

QRect PixelMap::snapped(const QRectF& diagram) const
{
    // The origin is added afterwards: rounding halves goes away from zero, which is another direction left of it.
    const QPoint corner(int(std::floor(diagram.x() * scale + 0.5)), int(std::floor(diagram.y() * scale + 0.5)));
    return {origin + corner, QSize(lengthOf(diagram.width(), scale), lengthOf(diagram.height(), scale))};
}

QRectF PixelMap::toDiagram(const QRect& pixels) const
{
    return {(QPointF(pixels.topLeft()) - QPointF(origin)) / scale, QSizeF(pixels.size()) / scale};
}

} // namespace snowmelt
