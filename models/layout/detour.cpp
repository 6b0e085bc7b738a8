// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/detour.h"

#include "models/layout/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

namespace snowmelt::layout {

namespace {

constexpr double nearby = 400; ///< how far around both boxes a way is looked for first
constexpr double bendCost = 48;
constexpr double tolerance = 0.5;
constexpr qsizetype mostCrossroads = 1'000'000;
constexpr double cornerRadius = clearance;

constexpr std::array<std::pair<int, int>, 4> steps{{{-1, 0}, {1, 0}, {0, -1}, {0, 1}}};

int stepOf(Face face)
{
    return int(face); // Left, Right, Top, Bottom are the steps' order
}

/// The point beside the box where the way is free to turn.
QPointF threshold(const Port& port)
{
    switch (port.face) {
    case Face::Left:
        return {port.box.left() - clearance, port.at.y()};
    case Face::Right:
        return {port.box.right() + clearance, port.at.y()};
    case Face::Top:
        return {port.at.x(), port.box.top() - clearance};
    case Face::Bottom:
        break;
    }
    return {port.at.x(), port.box.bottom() + clearance};
}

void sortOut(QList<double>& lines)
{
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
}

/// The crossroads of all lines beside boxes in an area.
class Streets
{
public:
    Streets(const QList<QRectF>& boxes, const QPointF& start, const QPointF& end)
    {
        for (const QRectF& box : boxes) {
            m_xs << box.left() - clearance << box.center().x() << box.right() + clearance;
            m_ys << box.top() - clearance << box.center().y() << box.bottom() + clearance;
        }
        m_xs << start.x() << end.x();
        m_ys << start.y() << end.y();
        sortOut(m_xs);
        sortOut(m_ys);
        if (m_xs.size() * m_ys.size() > mostCrossroads)
            return;
        m_blocked.fill(false, m_xs.size() * m_ys.size());
        const double near = clearance - tolerance;
        for (const QRectF& box : boxes)
            block(box.adjusted(-near, -near, near, near));
    }

    bool usable() const { return !m_blocked.isEmpty(); }
    QList<QPointF> way(const QPointF& start, int startStep, const QPointF& end, int endStep);

private:
    struct Open
    {
        double cost;
        qsizetype state;
        bool operator<(const Open& other) const { return cost != other.cost ? cost > other.cost : state > other.state; }
    };

    static qsizetype lineAt(const QList<double>& lines, double coordinate)
    {
        return std::lower_bound(lines.begin(), lines.end(), coordinate) - lines.begin();
    }
    qsizetype crossroads(const QPointF& point) const
    {
        return lineAt(m_ys, point.y()) * m_xs.size() + lineAt(m_xs, point.x());
    }
    QPointF pointOf(qsizetype place) const { return {m_xs[place % m_xs.size()], m_ys[place / m_xs.size()]}; }
    void block(const QRectF& rect);
    qsizetype next(qsizetype place, int step) const;
    QList<QPointF> traced(qsizetype state) const;

    QList<double> m_xs, m_ys;
    QList<bool> m_blocked;
    QList<double> m_costs;     ///< of a place reached in a direction
    QList<qsizetype> m_before; ///< state it was reached from
};

void Streets::block(const QRectF& rect)
{
    const qsizetype right = lineAt(m_xs, rect.right());
    const qsizetype bottom = lineAt(m_ys, rect.bottom());
    for (qsizetype y = lineAt(m_ys, rect.top()); y < bottom; ++y)
        for (qsizetype x = lineAt(m_xs, rect.left()); x < right; ++x)
            m_blocked[y * m_xs.size() + x] = true;
}

qsizetype Streets::next(qsizetype place, int step) const
{
    const qsizetype x = place % m_xs.size() + steps[step].first;
    const qsizetype y = place / m_xs.size() + steps[step].second;
    if (x < 0 || y < 0 || x >= m_xs.size() || y >= m_ys.size())
        return -1;
    const qsizetype there = y * m_xs.size() + x;
    return m_blocked[there] ? -1 : there;
}

QList<QPointF> Streets::traced(qsizetype state) const
{
    QList<QPointF> way;
    for (; state >= 0; state = m_before[state])
        way.prepend(pointOf(state / 4));
    return way;
}

QList<QPointF> Streets::way(const QPointF& start, int startStep, const QPointF& end, int endStep)
{
    const qsizetype goal = crossroads(end);
    const qsizetype origin = crossroads(start);
    if (m_blocked[origin] || m_blocked[goal])
        return {};
    const auto left = [&](qsizetype place) { return (pointOf(place) - end).manhattanLength(); };
    m_costs.fill(std::numeric_limits<double>::infinity(), m_blocked.size() * 4);
    m_before.fill(-1, m_blocked.size() * 4);
    std::priority_queue<Open> open;
    m_costs[origin * 4 + startStep] = 0;
    open.push({left(origin), origin * 4 + startStep});
    while (!open.empty()) {
        const auto [estimate, state] = open.top();
        open.pop();
        const qsizetype place = state / 4;
        const int heading = int(state % 4);
        if (place == goal && heading == endStep)
            return traced(state);
        if (estimate > m_costs[state] + left(place) + tolerance)
            continue;
        for (int step = 0; step < 4; ++step) {
            if ((step ^ 1) == heading) // back where it comes from
                continue;
            const bool turns = step != heading;
            // A turn at the goal is a step of its own, so that the way arrives in the right direction.
            const qsizetype there = turns ? place : next(place, step);
            if (there < 0)
                continue;
            const double length = turns ? bendCost : (pointOf(there) - pointOf(place)).manhattanLength();
            const qsizetype reached = there * 4 + step;
            if (m_costs[state] + length >= m_costs[reached])
                continue;
            m_costs[reached] = m_costs[state] + length;
            m_before[reached] = state;
            open.push({m_costs[reached] + left(there), reached});
        }
    }
    return {};
}

/// Without the points on a straight line.
QList<QPointF> cornersOf(const QList<QPointF>& way)
{
    QList<QPointF> corners;
    for (const QPointF& point : way) {
        if (!corners.isEmpty() && corners.constLast() == point)
            continue;
        while (corners.size() > 1) {
            const QPointF a = corners.constLast() - corners[corners.size() - 2];
            const QPointF b = point - corners.constLast();
            if (std::abs(a.x() * b.y() - a.y() * b.x()) > 1e-6 || a.x() * b.x() + a.y() * b.y() < 0)
                break;
            corners.removeLast();
        }
        corners << point;
    }
    return corners;
}

QList<QPointF> wayWithin(const QRectF& area, const RectIndex& boxes, const QList<QRectF>& rects, const Port& from,
                         const Port& to)
{
    QList<QRectF> there;
    for (int id : boxes.meeting(area))
        there << rects[id];
    const QPointF start = threshold(from);
    const QPointF end = threshold(to);
    Streets streets(there, start, end);
    if (!streets.usable())
        return {};
    // It arrives at the face against the way that it would leave there.
    const QList<QPointF> way = streets.way(start, stepOf(from.face), end, stepOf(to.face) ^ 1);
    return way.isEmpty() ? way : cornersOf(QList<QPointF>{from.at} + way + QList<QPointF>{to.at});
}

QPointF towards(const QPointF& from, const QPointF& to, double distance)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    return length > 0 ? from + way * (distance / length) : from;
}

} // namespace

QList<QPointF> detour(const RectIndex& boxes, const QList<QRectF>& rects, const Port& from, const Port& to)
{
    const QRectF around = (from.box | to.box).adjusted(-nearby, -nearby, nearby, nearby);
    const QList<QPointF> near = wayWithin(around, boxes, rects, from, to);
    if (!near.isEmpty())
        return near;
    return wayWithin(boxes.bounds().adjusted(-nearby, -nearby, nearby, nearby), boxes, rects, from, to);
}

QList<QPointF> roundedPath(const QList<QPointF>& corners)
{
    QList<QPointF> path{corners.first()};
    const auto line = [&path](const QPointF& to) { path << path.constLast() << to << to; };
    for (qsizetype i = 1; i + 1 < corners.size(); ++i) {
        const QPointF& corner = corners[i];
        const double before = std::hypot(corner.x() - path.constLast().x(), corner.y() - path.constLast().y());
        const QPointF ahead = corners[i + 1] - corner;
        const double radius = std::min({cornerRadius, before, std::hypot(ahead.x(), ahead.y()) / 2});
        const QPointF in = towards(corner, path.constLast(), radius);
        const QPointF out = towards(corner, corners[i + 1], radius);
        line(in);
        path << (in + corner) / 2 << (out + corner) / 2 << out;
    }
    line(corners.last());
    return path;
}

} // namespace snowmelt::layout
