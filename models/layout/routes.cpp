// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/routes.h"

#include "models/layout/columns.h"
#include "models/layout/detour.h"
#include "models/layout/metrics.h"
#include "models/layout/stacking.h"
#include "models/layout/threading.h"

#include <algorithm>
#include <cmath>

namespace snowmelt::layout {

namespace {

constexpr int samples = 16;      ///< of a bent piece, to see what it meets
constexpr double touch = 1;      ///< an edge that comes this near to a box meets it
constexpr double leastRoom = 32; ///< between two boxes that a curve connects without a column

QPointF leftOf(const QRectF& rect)
{
    return {rect.left(), rect.center().y()};
}

QPointF rightOf(const QRectF& rect)
{
    return {rect.right(), rect.center().y()};
}

void goLevel(QList<QPointF>& path, double x)
{
    const QPointF to(x, path.constLast().y());
    if (to != path.constLast())
        path << path.constLast() << to << to;
}

void bendTo(QList<QPointF>& path, const QPointF& to)
{
    const QPointF from = path.constLast();
    const double middle = (from.x() + to.x()) / 2;
    path << QPointF(middle, from.y()) << QPointF(middle, to.y()) << to;
}

QPointF pointOn(const QList<QPointF>& path, qsizetype first, double t)
{
    const auto c = path.cbegin() + first;
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

/// Links past columns as layers: the blocks of each column and what passes between them.
struct Threads
{
    Layers layers;
    QList<bool> passing;
    QList<int> tripOf; ///< of each item; -1: a block
};

class Router
{
public:
    Router(const Chart& chart, const QList<Trip>& trips, const LayoutStop& stop)
        : m_chart(chart), m_trips(trips), m_stop(stop), m_columns(columnsOf(chart))
    {
        for (int i = 0; i < chart.blocks.size(); ++i) {
            m_rects << chart.blocks[i].rect();
            m_all.add(i, m_rects.constLast());
        }
        for (int stray : std::as_const(m_columns.strays))
            m_strays.add(stray, m_rects[stray]);
    }

    QList<Route> run()
    {
        thread();
        m_heights.resize(m_trips.size());
        for (int column = 0; column < m_columns.columns.size(); ++column)
            passColumn(column);
        QList<Route> routes;
        for (int trip = 0; trip < m_trips.size(); ++trip)
            routes << ((m_stop && m_stop()) ? Route{} : route(trip));
        return routes;
    }

private:
    int columnOf(int block) const { return m_columns.columnOf[block]; }
    bool runsAhead(const Trip& trip) const
    {
        return columnOf(trip.from) >= 0 && columnOf(trip.to) >= 0 && columnOf(trip.from) < columnOf(trip.to);
    }
    void thread();
    void addTrip(int trip, const QList<int>& itemOfBlock, QList<std::pair<double, int>>* orders);
    void passColumn(int column);
    void setSideBySide(int column, int gap, const QList<int>& trips);
    double wishOf(int trip, int column) const;
    QList<QPointF> throughColumns(int trip) const;
    bool meets(const QList<QPointF>& path, const Trip& trip, const RectIndex& index) const;
    Route route(int trip) const;
    Route ownWay(const Trip& trip) const;

    const Chart& m_chart;
    const QList<Trip>& m_trips;
    const LayoutStop& m_stop;
    Columns m_columns;
    QList<QRectF> m_rects;
    RectIndex m_all, m_strays;
    Threads m_threads;
    QList<QList<double>> m_heights; ///< of each trip in each column that it has passed
};

/// A passing item in each column on the way, at first next to the straight line to the end.
void Router::addTrip(int index, const QList<int>& itemOfBlock, QList<std::pair<double, int>>* orders)
{
    const Trip& trip = m_trips[index];
    const int first = columnOf(trip.from);
    const int last = columnOf(trip.to);
    const QPointF start = rightOf(trip.start);
    const QPointF end = leftOf(trip.end);
    int before = itemOfBlock[trip.from];
    for (int column = first + 1; column < last; ++column) {
        const int item = m_threads.layers.add(column, 0);
        const double x = (m_columns.columns[column].left + m_columns.columns[column].right) / 2;
        const double y = start.y() + (end.y() - start.y()) * (x - start.x()) / std::max(1.0, end.x() - start.x());
        orders[column] << std::pair(y, item);
        m_threads.passing << true;
        m_threads.tripOf << index;
        m_threads.layers.link(before, item);
        before = item;
    }
    m_threads.layers.link(before, itemOfBlock[trip.to]);
}

/// Through which gaps the trips pass, and in which order there.
void Router::thread()
{
    QList<QList<std::pair<double, int>>> orders(m_columns.columns.size());
    QList<int> itemOfBlock(m_rects.size(), -1);
    for (int block = 0; block < m_rects.size(); ++block) {
        if (columnOf(block) < 0)
            continue;
        itemOfBlock[block] = m_threads.layers.add(columnOf(block), 0);
        orders[columnOf(block)] << std::pair(m_rects[block].center().y(), itemOfBlock[block]);
        m_threads.passing << false;
        m_threads.tripOf << -1;
    }
    for (int trip = 0; trip < m_trips.size(); ++trip)
        if (runsAhead(m_trips[trip]))
            addTrip(trip, itemOfBlock, orders.data());
    m_threads.layers.ranks.resize(orders.size());
    for (qsizetype column = 0; column < orders.size(); ++column) {
        std::stable_sort(orders[column].begin(), orders[column].end());
        for (qsizetype i = 0; i < orders[column].size(); ++i)
            m_threads.layers.ranks[column][i] = orders[column][i].second;
    }
    m_threads.layers = threaded(m_threads.layers, m_threads.passing, m_stop);
}

void Router::passColumn(int column)
{
    int gap = 0;
    QList<int> trips;
    for (int item : std::as_const(m_threads.layers.ranks[column])) {
        if (m_threads.passing[item]) {
            trips << m_threads.tripOf[item];
            continue;
        }
        setSideBySide(column, gap++, trips);
        trips.clear();
    }
    setSideBySide(column, gap, trips);
}

/// On the straight line from where it is to its end.
double Router::wishOf(int index, int column) const
{
    const Trip& trip = m_trips[index];
    const double before = m_heights[index].isEmpty() ? trip.start.center().y() : m_heights[index].constLast();
    const int left = columnOf(trip.to) - column;
    return before + (trip.end.center().y() - before) / (left + 1);
}

/// What has an end in common passes as one line.
void Router::setSideBySide(int column, int number, const QList<int>& trips)
{
    if (trips.isEmpty())
        return;
    const auto together = [this](int a, int b) {
        return m_trips[a].from == m_trips[b].from || m_trips[a].to == m_trips[b].to;
    };
    QList<int> lanes;
    QList<Stackable> lines;
    for (qsizetype i = 0; i < trips.size(); ++i) {
        if (i == 0 || !together(trips[i - 1], trips[i]))
            lines << Stackable{0, laneGap, 0};
        Stackable& lane = lines.last();
        lane.wish = (lane.wish * lane.weight + wishOf(trips[i], column)) / (lane.weight + 1);
        lane.weight += 1;
        lanes << int(lines.size()) - 1;
    }
    const Columns::Gap gap = m_columns.gap(column, number);
    const double inset = std::min(rowGap / 2, (gap.bottom - gap.top) / 2);
    const qsizetype last = lines.size() - 1;
    const double room = gap.bottom - gap.top - 2 * std::min(inset, clearance);
    const double apart = last > 0 ? std::min(laneGap, room / double(last)) : 0;
    // One line stays in the middle of a narrow gap; many come nearer to the boxes.
    const double rim = std::isfinite(room) && last * apart > gap.bottom - gap.top - 2 * inset
                           ? (gap.bottom - gap.top - double(last) * apart) / 2
                           : inset;
    for (Stackable& lane : lines)
        lane.reach = apart;
    QList<double> heights = stackedTops(lines);
    for (qsizetype i = 0; i <= last; ++i)
        heights[i] = std::max(heights[i], gap.top + rim + double(i) * apart);
    for (qsizetype i = last; i >= 0; --i)
        heights[i] = std::min(heights[i], gap.bottom - rim - double(last - i) * apart);
    for (qsizetype i = 0; i < trips.size(); ++i)
        m_heights[trips[i]] << heights[lanes[i]];
}

QList<QPointF> Router::throughColumns(int index) const
{
    const Trip& trip = m_trips[index];
    QList<QPointF> path{rightOf(trip.start)};
    int column = columnOf(trip.from);
    goLevel(path, m_columns.columns[column].right);
    for (double height : m_heights[index]) {
        ++column;
        bendTo(path, {m_columns.columns[column].left, height});
        goLevel(path, m_columns.columns[column].right);
    }
    bendTo(path, {m_columns.columns[column + 1].left, trip.end.center().y()});
    return path;
}

bool Router::meets(const QList<QPointF>& path, const Trip& trip, const RectIndex& index) const
{
    for (qsizetype first = 0; first + 3 < path.size(); first += 3) {
        QPointF before = path[first];
        for (int i = 1; i <= samples; ++i) {
            const QPointF here = pointOn(path, first, double(i) / samples);
            const QRectF step = QRectF(before, here).normalized().adjusted(-touch, -touch, touch, touch);
            for (int id : index.meeting(step))
                if (id != trip.from && id != trip.to)
                    return true;
            before = here;
        }
    }
    return false;
}

Route Router::ownWay(const Trip& trip) const
{
    const QRectF from = m_rects[trip.from];
    const QRectF to = m_rects[trip.to];
    const auto through = [](const QRectF& end, const QRectF& box, Face face) {
        switch (face) {
        case Face::Left:
            return Port{leftOf(end), box, face};
        case Face::Right:
            return Port{rightOf(end), box, face};
        case Face::Top:
            return Port{{box.center().x(), box.top()}, box, face};
        case Face::Bottom:
            break;
        }
        return Port{{box.center().x(), box.bottom()}, box, Face::Bottom};
    };
    std::pair faces(Face::Right, Face::Left);
    if (to.left() < from.right() + 2 * clearance) {
        if (to.right() + 2 * clearance <= from.left())
            faces = {Face::Left, Face::Right};
        else
            faces = to.top() >= from.bottom() ? std::pair(Face::Bottom, Face::Top) : std::pair(Face::Top, Face::Bottom);
    }
    const Port start = through(trip.start, from, faces.first);
    const Port end = through(trip.end, to, faces.second);
    if (faces.first == Face::Right && to.left() - from.right() >= leastRoom) {
        QList<QPointF> path{start.at};
        goLevel(path, from.right());
        const int piece = int(path.size()) / 3;
        bendTo(path, {to.left(), end.at.y()});
        goLevel(path, end.at.x());
        if (!meets(path, trip, m_all))
            return {path, piece};
    }
    const QList<QPointF> corners = detour(m_all, m_rects, start, end);
    if (corners.isEmpty())
        return {roundedPath({start.at, end.at}), 0};
    const QList<QPointF> path = roundedPath(corners);
    return {path, int(path.size() / 3 - 1) / 2};
}

Route Router::route(int index) const
{
    const Trip& trip = m_trips[index];
    if (!runsAhead(trip))
        return ownWay(trip);
    QList<QPointF> path = throughColumns(index);
    const int piece = int(path.size()) / 3 - 1; // the last bend
    goLevel(path, trip.end.left());
    if (!m_columns.strays.isEmpty() && meets(path, trip, m_strays))
        return ownWay(trip);
    return {path, piece};
}

} // namespace

QList<Route> routesOf(const Chart& chart, const QList<Trip>& trips, const LayoutStop& stop)
{
    return Router(chart, trips, stop).run();
}

} // namespace snowmelt::layout
