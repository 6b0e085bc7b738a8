// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/flight.h"

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr double shortest = 140; ///< milliseconds
constexpr double longest = 420;
constexpr double perScreen = 90;

double eased(double t)
{
    return t * t * (3 - 2 * t);
}

QPointF centreOf(const Viewport& viewport, const QSizeF& view)
{
    return viewport.toDiagram(QPointF(view.width() / 2, view.height() / 2));
}

/// How many screens lie between the two middles, at the zoom that shows more.
double screensBetween(const Viewport& from, const Viewport& to, const QSizeF& view)
{
    const QPointF way = centreOf(to, view) - centreOf(from, view);
    const double zoom = std::min(from.zoom, to.zoom);
    return std::max(std::abs(way.x()) * zoom / std::max(1.0, view.width()),
                    std::abs(way.y()) * zoom / std::max(1.0, view.height()));
}

} // namespace

Flight::Flight(const Viewport& from, const Viewport& to, const QSizeF& view)
    : m_from(from), m_to(to), m_view(view), m_dip(std::log(std::max(1.0, screensBetween(from, to, view))))
{
}

Viewport Flight::at(double progress) const
{
    if (progress >= 1)
        return m_to;
    const double t = eased(std::clamp(progress, 0.0, 1.0));
    const double level = std::log(m_from.zoom) * (1 - t) + std::log(m_to.zoom) * t;
    Viewport now;
    now.zoom = std::exp(level - m_dip * 4 * t * (1 - t));
    const QPointF centre = centreOf(m_from, m_view) * (1 - t) + centreOf(m_to, m_view) * t;
    now.origin = QPointF(m_view.width() / 2, m_view.height() / 2) - centre * now.zoom;
    return now;
}

int Flight::milliseconds() const
{
    const double zoomed = std::abs(std::log(m_to.zoom / m_from.zoom));
    return int(std::min(longest, shortest + perScreen * (screensBetween(m_from, m_to, m_view) + zoomed)));
}

} // namespace snowmelt
