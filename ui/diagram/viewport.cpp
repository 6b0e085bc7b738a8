// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/viewport.h"

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr double sightMargin = 64;
constexpr double revealMargin = 24;

/// How far [low, high] must move to lie within [0, room]; its low end wins when it does not fit.
double shiftInto(double low, double high, double room)
{
    if (low < 0 || high - low > room)
        return -low;
    return high > room ? room - high : 0;
}

} // namespace

double Viewport::farthestFor(const QRectF& bounds, const QSizeF& view)
{
    Viewport fitting;
    fitting.fit(bounds, view);
    return std::clamp(fitting.zoom / 2, lowest, lowestOfSmall);
}

void Viewport::zoomAt(const QPointF& anchor, double factor, double farthest)
{
    const QPointF held = toDiagram(anchor);
    zoom = std::clamp(zoom * factor, farthest, highest);
    origin = anchor - held * zoom;
}

void Viewport::fit(const QRectF& bounds, const QSizeF& view)
{
    if (bounds.isEmpty() || view.isEmpty())
        return;
    const double scale = std::min(view.width() / bounds.width(), view.height() / bounds.height());
    zoom = std::clamp(scale, lowest, 1.0);
    const QPointF middle(view.width() / 2, view.height() / 2);
    origin = middle - bounds.center() * zoom;
    // Whole pixels: at 100 % thin lines stay thin.
    origin = QPointF(std::round(origin.x()), std::round(origin.y()));
}

void Viewport::keepInSight(const QRectF& bounds, const QSizeF& view)
{
    if (bounds.isEmpty())
        return;
    const QRectF shown = toView(bounds);
    const double dx =
        std::clamp(shown.right(), sightMargin, view.width() - sightMargin + shown.width()) - shown.right();
    const double dy =
        std::clamp(shown.bottom(), sightMargin, view.height() - sightMargin + shown.height()) - shown.bottom();
    origin += QPointF(dx, dy);
}

void Viewport::reveal(const QRectF& rect, const QSizeF& view)
{
    const QRectF shown = toView(rect).adjusted(-revealMargin, -revealMargin, revealMargin, revealMargin);
    origin += QPointF(shiftInto(shown.left(), shown.right(), view.width()),
                      shiftInto(shown.top(), shown.bottom(), view.height()));
}

} // namespace snowmelt
