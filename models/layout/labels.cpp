// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/labels.h"

#include "models/layout/metrics.h"
#include "models/layout/rect_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace snowmelt::layout {

namespace {

/// Where on its piece a label would like to be.
constexpr double inTheMiddle = 0.5;
constexpr double inAFan = 0.7;
constexpr double lastPlace = 0.82; ///< further along it would lie on the box
constexpr double shifts[] = {0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.25, -0.25};
constexpr int pointsPerPiece = 32;
constexpr int besideBox = pointsPerPiece / 2; ///< how bad that is, in points of a curve that would be hidden
constexpr double labelCellSide = 64;
/// Letters stop shrinking with the diagram, so that at 50 %, the least at which labels are printed, they reach so far.
constexpr QSizeF wallReach{2 * labelSize.width(), 2 * labelSize.height()};
constexpr qsizetype wallsKept = 128; ///< the nearest: where more pass, there is no room for words anyway
constexpr double besideEdge = 3;     ///< half of the widest one
constexpr double narrowing = 2;      ///< how finely the room for words is measured

QPointF curvePoint(const QList<QPointF>& path, qsizetype first, double t)
{
    const auto c = path.cbegin() + first;
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

QRectF around(const QPointF& centre, const QSizeF& size)
{
    QRectF rect({}, size);
    rect.moveCenter(centre);
    return rect;
}

/// How far a short line is from the middle of a label, in sizes of the label.
double sizesAway(const QRectF& label, const QLineF& line)
{
    const auto off = [&label](const QPointF& point) {
        const QPointF from = point - label.center();
        return std::max(std::abs(from.x()) / label.width(), std::abs(from.y()) / label.height());
    };
    return std::min({off(line.p1()), off(line.center()), off(line.p2())});
}

class Labeller
{
public:
    Labeller(const QList<Route>& routes, const QList<LabelWish>& wishes)
        : m_routes(routes), m_wishes(wishes), m_places(routes.size())
    {
    }

    QList<LabelPlace> run()
    {
        for (int i = 0; i < m_routes.size(); ++i)
            if (hasPiece(i))
                m_places[i].at = curvePoint(m_routes[i].path, m_routes[i].piece * 3, inTheMiddle);
        if (std::none_of(m_wishes.begin(), m_wishes.end(), isShown))
            return m_places;
        notePoints();
        noteSpans();
        for (int i = 0; i < m_routes.size(); ++i)
            if (isShown(m_wishes[i]) && hasPiece(i))
                place(i);
        return m_places;
    }

private:
    static bool isShown(const LabelWish& wish) { return wish.form != LabelForm::None; }
    bool hasPiece(int edge) const { return m_routes[edge].piece * 3 + 3 < m_routes[edge].path.size(); }
    static std::pair<int, int> cellOf(const QPointF& point)
    {
        return {int(std::floor(point.x() / labelCellSide)), int(std::floor(point.y() / labelCellSide))};
    }
    void notePoints();
    void noteSpans();
    void noteSpan(int edge, const QLineF& line);
    QList<QLineF> passing(int edge, const QRectF& area) const; ///< pieces of other edges, some of them twice
    QList<QLineF> wallsOf(int edge, const QRectF& label) const;
    int inTheWay(int edge, const QRectF& label) const;
    double roomAt(int edge, const QPointF& at) const;
    std::optional<QPointF> pointFor(int edge, double shift) const;
    QRectF clearest(int edge) const;
    QRectF roomiest(int edge) const;
    void place(int edge);

    const QList<Route>& m_routes;
    const QList<LabelWish>& m_wishes;
    QList<LabelPlace> m_places;
    QHash<std::pair<int, int>, QList<std::pair<int, QPointF>>> m_points; ///< on edges that may hide behind a label
    QHash<std::pair<int, int>, QList<std::pair<int, QLineF>>> m_spans;   ///< of all edges, in short straight pieces
    RectIndex m_labels;
};

/// Only where edges bend: labels stand between the columns, and there every edge bends.
void Labeller::notePoints()
{
    for (int i = 0; i < m_routes.size(); ++i) {
        const QList<QPointF>& path = m_routes[i].path;
        for (qsizetype first = 0; first + 3 < path.size(); first += 3) {
            if (path[first + 1] == path[first])
                continue;
            for (int p = 0; p <= pointsPerPiece; ++p) {
                const QPointF point = curvePoint(path, first, double(p) / pointsPerPiece);
                m_points[cellOf(point)] << std::pair(i, point);
            }
        }
    }
}

void Labeller::noteSpan(int edge, const QLineF& line)
{
    const auto [left, top] = cellOf({std::min(line.x1(), line.x2()), std::min(line.y1(), line.y2())});
    const auto [right, bottom] = cellOf({std::max(line.x1(), line.x2()), std::max(line.y1(), line.y2())});
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x)
            m_spans[{x, y}] << std::pair(edge, line);
}

void Labeller::noteSpans()
{
    for (int i = 0; i < m_routes.size(); ++i) {
        const QList<QPointF>& path = m_routes[i].path;
        for (qsizetype first = 0; first + 3 < path.size(); first += 3) {
            const bool straight = path[first + 1] == path[first];
            const double length = QLineF(path[first], path[first + 3]).length();
            const int spans = straight ? int(length / labelCellSide) + 1 : pointsPerPiece;
            QPointF from = path[first];
            for (int s = 1; s <= spans; ++s) {
                const QPointF to = curvePoint(path, first, double(s) / spans);
                noteSpan(i, {from, to});
                from = to;
            }
        }
    }
}

QList<QLineF> Labeller::passing(int edge, const QRectF& area) const
{
    QList<QLineF> found;
    const auto [left, top] = cellOf(area.topLeft());
    const auto [right, bottom] = cellOf(area.bottomRight());
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
            const auto cell = m_spans.constFind({x, y});
            if (cell == m_spans.cend())
                continue;
            for (const auto& [other, line] : *cell)
                if (other != edge && crosses(area, line))
                    found << line;
        }
    return found;
}

QList<QLineF> Labeller::wallsOf(int edge, const QRectF& label) const
{
    QList<QLineF> walls = passing(edge, around(label.center(), wallReach));
    if (walls.size() <= wallsKept)
        return walls;
    std::partial_sort(walls.begin(), walls.begin() + wallsKept, walls.end(),
                      [&](const QLineF& a, const QLineF& b) { return sizesAway(label, a) < sizesAway(label, b); });
    walls.resize(wallsKept);
    return walls;
}

/// Two labels on each other cannot be read; a curve under a label only loses a piece.
int Labeller::inTheWay(int edge, const QRectF& label) const
{
    int count = pointsPerPiece * int(m_labels.meeting(label).size());
    const QRectF clear = label.adjusted(-clearance, -clearance, clearance, clearance);
    for (const QRectF& box : {m_wishes[edge].from, m_wishes[edge].to})
        count += besideBox * int(clear.intersects(box));
    const auto [left, top] = cellOf(label.topLeft());
    const auto [right, bottom] = cellOf(label.bottomRight());
    for (int y = top; y <= bottom; ++y)
        for (int x = left; x <= right; ++x) {
            const auto cell = m_points.constFind({x, y});
            if (cell == m_points.cend())
                continue;
            for (const auto& [other, point] : *cell)
                count += other != edge && m_wishes[other].kind == m_wishes[edge].kind && label.contains(point);
        }
    return count;
}

/// How wide words may be there until they lie on another edge or on a box.
double Labeller::roomAt(int edge, const QPointF& at) const
{
    QRectF words = around(at, labelSize.grownBy({besideEdge, besideEdge, besideEdge, besideEdge}));
    const QList<QLineF> lines = passing(edge, words);
    const LabelWish& wish = m_wishes[edge];
    const auto isFree = [&] {
        return !words.intersects(wish.from) && !words.intersects(wish.to) &&
               std::none_of(lines.begin(), lines.end(), [&](const QLineF& line) { return crosses(words, line); });
    };
    while (words.width() > 0 && !isFree())
        words.adjust(narrowing, 0, -narrowing, 0);
    return words.width();
}

/// nullopt: it would lie on the box.
std::optional<QPointF> Labeller::pointFor(int edge, double shift) const
{
    const Route& route = m_routes[edge];
    const double t = (m_wishes[edge].inFan ? inAFan : inTheMiddle) + shift;
    return t > lastPlace ? std::nullopt : std::optional(curvePoint(route.path, route.piece * 3, t));
}

/// The place with the least in its way, near to where it would like to be.
QRectF Labeller::clearest(int edge) const
{
    QRectF best;
    int least = std::numeric_limits<int>::max();
    for (double shift : shifts) {
        const std::optional<QPointF> at = pointFor(edge, shift);
        if (!at || least == 0)
            continue;
        const QRectF place = around(*at, shareLabelSize);
        if (const int count = inTheWay(edge, place); count < least) {
            least = count;
            best = place;
        }
    }
    return best;
}

/// Words differ in length: the place where most of them fits.
QRectF Labeller::roomiest(int edge) const
{
    QRectF best;
    double most = -1;
    for (double shift : shifts) {
        const std::optional<QPointF> at = pointFor(edge, shift);
        if (!at)
            continue;
        const QRectF place = around(*at, labelSize);
        if (const double room = m_labels.meetsAny(place) ? 0 : roomAt(edge, *at); room > most) {
            most = room;
            best = place;
        }
    }
    return best;
}

void Labeller::place(int edge)
{
    const QRectF label = m_wishes[edge].form == LabelForm::Words ? roomiest(edge) : clearest(edge);
    m_places[edge] = {label.center(), wallsOf(edge, label)};
    m_labels.add(edge, label);
}

} // namespace

/// What is cut off on each side of the rectangle leaves a piece of the line within it, or nothing.
bool crosses(const QRectF& rect, const QLineF& line)
{
    double from = 0;
    double to = 1;
    const auto cut = [&](double at, double by, double least, double most) {
        if (by == 0)
            return at >= least && at <= most;
        const double enters = (least - at) / by;
        const double leaves = (most - at) / by;
        from = std::max(from, std::min(enters, leaves));
        to = std::min(to, std::max(enters, leaves));
        return from <= to;
    };
    return cut(line.x1(), line.dx(), rect.left(), rect.right()) && cut(line.y1(), line.dy(), rect.top(), rect.bottom());
}

/// "no traffic", "3 sessions" are words: other labels are a share or a question mark.
LabelForm labelFormOf(const DiagramEdge& edge)
{
    if (edge.unseen)
        return edge.labelled || edge.kind == EdgeKind::Traffic ? LabelForm::Share : LabelForm::None;
    if (!edge.labelled)
        return LabelForm::None;
    const bool words = edge.idle() && (edge.sessions > 0 || edge.side != Side::None);
    return words ? LabelForm::Words : LabelForm::Share;
}

QList<LabelPlace> labelsOf(const QList<Route>& routes, const QList<LabelWish>& wishes)
{
    return Labeller(routes, wishes).run();
}

} // namespace snowmelt::layout
