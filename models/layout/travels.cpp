// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/travels.h"

#include <cmath>

namespace snowmelt {

namespace {

constexpr int kept = 50;
constexpr double nearPixels = 24;
constexpr double nearZoom = 0.02;

/// Nobody would want to be brought from one to the other.
bool hardlyAnother(const DiagramPlace& a, const DiagramPlace& b)
{
    const QPointF apart = (a.centre - b.centre) * a.zoom;
    return a.part == b.part && std::hypot(apart.x(), apart.y()) < nearPixels &&
           std::abs(a.zoom / b.zoom - 1) < nearZoom;
}

void push(QList<DiagramPlace>& places, const DiagramPlace& place)
{
    if (!places.isEmpty() && hardlyAnother(places.last(), place))
        return;
    places << place;
    if (places.size() > kept)
        places.removeFirst();
}

/// The last of `places` that is another than where we are.
std::optional<DiagramPlace> take(QList<DiagramPlace>& places, const DiagramPlace& from)
{
    while (!places.isEmpty()) {
        const DiagramPlace place = places.takeLast();
        if (!hardlyAnother(place, from))
            return place;
    }
    return std::nullopt;
}

} // namespace

void Travels::leave(const DiagramPlace& from)
{
    push(m_back, from);
    m_forward.clear();
}

std::optional<DiagramPlace> Travels::back(const DiagramPlace& from)
{
    const std::optional<DiagramPlace> place = take(m_back, from);
    if (place)
        push(m_forward, from);
    return place;
}

std::optional<DiagramPlace> Travels::forward(const DiagramPlace& from)
{
    const std::optional<DiagramPlace> place = take(m_forward, from);
    if (place)
        push(m_back, from);
    return place;
}

} // namespace snowmelt
