// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

namespace snowmelt {

/// Where a view may have its overview. The fourth corner has the line that tells the zoom.
enum class MapCorner { BottomLeft, TopLeft, TopRight };

/// The place of a map of `size` in a view of `view`, `margin` from its edges.
QRectF cornerRect(MapCorner corner, const QSizeF& view, const QSizeF& size, double margin);

/// The corner with the least of `boxes` (in the view) under it. Another one than `now` must be better by enough that
/// the map does not go to and fro while the view is moved.
MapCorner leastCovering(MapCorner now, const QList<QRectF>& boxes, const QSizeF& view, const QSizeF& size,
                        double margin);

} // namespace snowmelt
