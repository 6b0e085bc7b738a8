// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/labels.h"

#include "models/layout/metrics.h"
#include "models/layout/rect_index.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

QPointF curvePoint(const QList<QPointF>& path, qsizetype first, double t)
{
    const auto c = path.cbegin() + first;
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

/// "no traffic", "3 sessions": other labels are a share or a question mark.
QSizeF labelSizeOf(const DiagramEdge& edge)
{
    const bool words = edge.idle() && !edge.unseen && (edge.sessions > 0 || edge.side != Side::None);
    return words ? labelSize : shareLabelSize;
}

bool hasLabel(const DiagramEdge& edge)
{
    return edge.labelled || (edge.unseen && edge.kind == EdgeKind::Traffic);
}

class Labeller
{
public:
    Labeller(QList<DiagramEdge>& edges, const QList<LabelWish>& wishes) : m_edges(edges), m_wishes(wishes) {}

    void run()
    {
        for (int i = 0; i < m_edges.size(); ++i)
            if (m_wishes[i].piece * 3 + 3 < m_edges[i].path.size())
                m_edges[i].labelAt = curvePoint(m_edges[i].path, m_wishes[i].piece * 3, inTheMiddle);
        if (std::none_of(m_edges.begin(), m_edges.end(), hasLabel))
            return;
        notePoints();
        for (int i = 0; i < m_edges.size(); ++i)
            if (hasLabel(m_edges[i]) && m_wishes[i].piece * 3 + 3 < m_edges[i].path.size())
                place(i);
    }

private:
    static std::pair<int, int> cellOf(const QPointF& point)
    {
        return {int(std::floor(point.x() / labelCellSide)), int(std::floor(point.y() / labelCellSide))};
    }
    void notePoints();
    int inTheWay(int edge, const QRectF& label) const;
    void place(int edge);

    QList<DiagramEdge>& m_edges;
    const QList<LabelWish>& m_wishes;
    QHash<std::pair<int, int>, QList<std::pair<int, QPointF>>> m_points; ///< on edges that may hide behind a label
    RectIndex m_labels;
};

/// Only where edges bend: labels stand between the columns, and there every edge bends.
void Labeller::notePoints()
{
    for (int i = 0; i < m_edges.size(); ++i) {
        const QList<QPointF>& path = m_edges[i].path;
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
                count += other != edge && m_edges[other].kind == m_edges[edge].kind && label.contains(point);
        }
    return count;
}

/// The place with the least in its way, near to where it would like to be.
void Labeller::place(int index)
{
    DiagramEdge& edge = m_edges[index];
    QRectF best;
    int least = std::numeric_limits<int>::max();
    for (double shift : shifts) {
        const double t = (m_wishes[index].inFan ? inAFan : inTheMiddle) + shift;
        QRectF place({}, labelSizeOf(edge));
        place.moveCenter(curvePoint(edge.path, m_wishes[index].piece * 3, t));
        const int count = t > lastPlace ? least : inTheWay(index, place);
        if (count < least) {
            least = count;
            best = place;
        }
        if (least == 0)
            break;
    }
    edge.labelAt = best.center();
    m_labels.add(index, best);
}

} // namespace

void placeLabels(QList<DiagramEdge>& edges, const QList<LabelWish>& wishes)
{
    Labeller(edges, wishes).run();
}

} // namespace snowmelt::layout
