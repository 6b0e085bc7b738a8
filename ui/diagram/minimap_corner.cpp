// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/minimap_corner.h"

namespace snowmelt {

namespace {

constexpr double worthMoving = 0.15; ///< of the map's area, that another corner has less under it

double pixelsOf(const QRectF& rect)
{
    return rect.width() * rect.height();
}

double covered(const QRectF& map, const QList<QRectF>& boxes)
{
    double area = 0;
    for (const QRectF& box : boxes)
        area += pixelsOf(map & box);
    return area;
}

} // namespace

QRectF cornerRect(MapCorner corner, const QSizeF& view, const QSizeF& size, double margin)
{
    const double right = view.width() - size.width() - margin;
    const double bottom = view.height() - size.height() - margin;
    return {{corner == MapCorner::TopRight ? right : margin, corner == MapCorner::BottomLeft ? bottom : margin}, size};
}

MapCorner leastCovering(MapCorner now, const QList<QRectF>& boxes, const QSizeF& view, const QSizeF& size,
                        double margin)
{
    const auto under = [&](MapCorner corner) { return covered(cornerRect(corner, view, size, margin), boxes); };
    MapCorner best = now;
    double least = under(now) - worthMoving * size.width() * size.height();
    for (const MapCorner corner : {MapCorner::BottomLeft, MapCorner::TopLeft, MapCorner::TopRight})
        if (const double area = under(corner); area < least) {
            least = area;
            best = corner;
        }
    return best;
}

} // namespace snowmelt
