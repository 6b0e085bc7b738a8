// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/edges.h"

#include "models/layout/metrics.h"

#include <algorithm>
#include <limits>

namespace snowmelt::layout {

namespace {

constexpr double thinnest = 1.6;
constexpr double thickest = 6;
constexpr double useWidth = 1.2;
constexpr double useWidthServing = 2;

/// Where on its curve a label would like to be: in a fan nearer to the ends, where the curves are apart.
constexpr double labelMiddle = 0.5;
constexpr double labelInFan = 0.7;
constexpr double labelLast = 0.82; ///< further along it would lie on the box
constexpr double labelShifts[] = {0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.25, -0.25};
constexpr int curvePieces = 32;

QPointF leftOf(const QRectF& rect)
{
    return {rect.left(), rect.center().y()};
}

QPointF rightOf(const QRectF& rect)
{
    return {rect.right(), rect.center().y()};
}

double widthOf(double share)
{
    return thinnest + (thickest - thinnest) * std::clamp(share, 0.0, 1.0);
}

/// On the piece between the tiers: the ones before and after it are level.
QPointF pointOn(const QList<QPointF>& path, double t)
{
    const auto c = path.cbegin() + 3;
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

/// Between the tiers' edges `left` and `right` lies the gap; a box narrower than its tier has a level piece to it.
void bend(DiagramEdge& edge, const QPointF& start, const QPointF& end, double left, double right)
{
    const double middle = (left + right) / 2;
    const QPointF from(left, start.y());
    const QPointF to(right, end.y());
    edge.path = {start, start, from, from, {middle, from.y()}, {middle, to.y()}, to, to, end, end};
    edge.labelAt = pointOn(edge.path, labelMiddle);
}

/// How many of the pieces of a curve a label there would hide.
int hiddenBy(const QRectF& label, const DiagramEdge& edge)
{
    int hidden = 0;
    for (int i = 0; i <= curvePieces; ++i)
        hidden += label.contains(pointOn(edge.path, double(i) / curvePieces));
    return hidden;
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

/// It could not be asked where the traffic goes.
bool isBlind(const BalancerFigure& balancer)
{
    return balancer.state.node.health == Health::Unknown || balancer.state.node.health == Health::Down;
}

/// Nothing is known of it, so nothing is known of what it uses.
bool isUnseen(const DiagramBox& box)
{
    const auto* group = box.as<GroupFigure>();
    return group ? group->nodes > 0 && group->unseen == group->nodes : box.health() == Health::Unknown;
}

class EdgeMaker
{
public:
    EdgeMaker(const Parts& parts, const Placement& placement) : m_parts(parts), m_placement(placement) {}

    QList<DiagramEdge> run()
    {
        for (int balancer : m_placement.balancers)
            fromClients(balancer);
        for (int balancer : m_placement.balancers)
            for (int group : m_placement.groups)
                if (box(balancer).as<BalancerFigure>()->state.serves.contains(box(group).part))
                    fromBalancer(balancer, group);
        for (int group : m_placement.groups)
            for (int database : m_placement.databases)
                if (m_parts.uses.value(box(group).part).contains(box(database).part))
                    toDatabase(group, database);
        placeLabels();
        return m_edges;
    }

private:
    const DiagramBox& box(int index) const { return m_placement.boxes[index]; }
    QRectF tierOf(int index) const;
    DiagramEdge& add(int from, int to, EdgeKind kind);
    QList<int> endsOf(int group, bool fan) const;
    void fromClients(int balancer);
    void fromBalancer(int balancer, int group);
    void toDatabase(int group, int database);
    int inTheWay(int edge, const QRectF& label) const;
    QRectF labelOf(int edge) const;
    void placeLabels();

    const Parts& m_parts;
    const Placement& m_placement;
    QList<DiagramEdge> m_edges;
    QList<double> m_labelWishes; ///< of each edge, along its curve
    QList<QRectF> m_labels;      ///< placed so far
};

/// The span of the column a box is in.
QRectF EdgeMaker::tierOf(int index) const
{
    const int outer = box(index).container >= 0 ? box(index).container : index;
    for (const QList<int>* tier :
         {&m_placement.clients, &m_placement.balancers, &m_placement.groups, &m_placement.databases}) {
        if (!tier->contains(outer))
            continue;
        QRectF span;
        for (int member : *tier)
            span |= box(member).rect;
        return span;
    }
    return box(index).rect;
}

DiagramEdge& EdgeMaker::add(int from, int to, EdgeKind kind)
{
    DiagramEdge edge;
    edge.from = from;
    edge.to = to;
    edge.kind = kind;
    edge.planned = box(from).planned || box(to).planned;
    bend(edge, rightOf(box(from).rect), leftOf(box(to).rect), tierOf(from).right(), tierOf(to).left());
    m_edges << edge;
    m_labelWishes << labelMiddle;
    return m_edges.last();
}

/// The group itself, or its nodes where each has an edge of its own.
QList<int> EdgeMaker::endsOf(int group, bool fan) const
{
    if (!fan || !m_placement.fans.contains(group))
        return {group};
    QList<int> nodes;
    for (int i = group + 1; i < m_placement.boxes.size() && box(i).container == group; ++i)
        nodes << i;
    return nodes;
}

void EdgeMaker::fromClients(int balancer)
{
    const double all = box(m_placement.clients.first()).as<ClientsFigure>()->requestRate;
    const double rate = box(balancer).as<BalancerFigure>()->state.requestRate;
    const bool several = m_placement.balancers.size() > 1;
    DiagramEdge& edge = add(m_placement.clients.first(), balancer, EdgeKind::Clients);
    edge.share = all > 0 ? rate / all : 1.0 / double(m_placement.balancers.size());
    edge.unseen = !edge.planned && isBlind(*box(balancer).as<BalancerFigure>());
    edge.labelled = several && all > 0 && !edge.unseen;
    edge.width = widthOf(edge.share);
}

void EdgeMaker::fromBalancer(int balancer, int group)
{
    const bool blind = isBlind(*box(balancer).as<BalancerFigure>());
    const QList<int> ends = endsOf(group, true);
    for (int end : ends) {
        DiagramEdge& edge = add(balancer, end, EdgeKind::Traffic);
        const auto* whole = box(end).as<GroupFigure>();
        edge.side = box(group).side;
        edge.share = whole ? whole->share : box(end).node()->share;
        edge.sessions = whole ? whole->sessions : box(end).node()->sessions;
        edge.unseen = blind && !edge.planned && edge.share <= 0 && edge.sessions == 0;
        edge.labelled = !edge.planned && !edge.unseen;
        m_labelWishes.last() = ends.size() > 1 ? labelInFan : labelMiddle;
        edge.width = widthOf(edge.share);
    }
}

void EdgeMaker::toDatabase(int group, int database)
{
    const bool only = m_parts.uses.value(box(group).part).size() == 1;
    const QList<int> ends = endsOf(group, only);
    for (int end : ends) {
        DiagramEdge& edge = add(end, database, EdgeKind::Use);
        const auto* whole = box(end).as<GroupFigure>();
        edge.side = box(group).side;
        edge.unseen = !edge.planned && (isUnseen(box(end)) || isUnseen(box(database)));
        edge.width = whole && whole->share > 0 ? useWidthServing : useWidth;
    }
}

/// Two labels on each other cannot be read; a curve under a label only loses a piece.
int EdgeMaker::inTheWay(int edge, const QRectF& label) const
{
    const auto covers = [&](const QRectF& other) { return other.intersects(label); };
    int count = curvePieces * int(std::count_if(m_labels.begin(), m_labels.end(), covers));
    for (int i = 0; i < m_edges.size(); ++i)
        if (i != edge && m_edges[i].kind == m_edges[edge].kind)
            count += hiddenBy(label, m_edges[i]);
    return count;
}

/// The place with the least in its way, near to where it would like to be.
QRectF EdgeMaker::labelOf(int index) const
{
    const DiagramEdge& edge = m_edges[index];
    QRectF best;
    int least = std::numeric_limits<int>::max();
    for (double shift : labelShifts) {
        const double t = m_labelWishes[index] + shift;
        QRectF place({}, labelSizeOf(edge));
        place.moveCenter(pointOn(edge.path, t));
        const int count = t > labelLast ? least : inTheWay(index, place);
        if (count < least) {
            least = count;
            best = place;
        }
        if (least == 0)
            break;
    }
    return best;
}

void EdgeMaker::placeLabels()
{
    for (int i = 0; i < m_edges.size(); ++i) {
        if (!hasLabel(m_edges[i]))
            continue;
        m_labels << labelOf(i);
        m_edges[i].labelAt = m_labels.last().center();
    }
}

} // namespace

QList<DiagramEdge> edgesOf(const Parts& parts, const Placement& placement)
{
    return EdgeMaker(parts, placement).run();
}

} // namespace snowmelt::layout
