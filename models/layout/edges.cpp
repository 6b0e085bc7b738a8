// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/edges.h"

#include "models/layout/metrics.h"

#include <algorithm>

namespace snowmelt::layout {

namespace {

constexpr double thinnest = 1.6;
constexpr double thickest = 6;
constexpr double useWidth = 1.2;
constexpr double useWidthServing = 2;

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

QPointF pointOn(const std::array<QPointF, 4>& c, double t)
{
    const double s = 1 - t;
    return c[0] * (s * s * s) + c[1] * (3 * s * s * t) + c[2] * (3 * s * t * t) + c[3] * (t * t * t);
}

/// Between the tiers' edges `left` and `right` lies the gap; a box narrower than its tier has a level piece to it.
void bend(DiagramEdge& edge, double left, double right)
{
    const double middle = (left + right) / 2;
    edge.curve = {QPointF(left, edge.start.y()), QPointF(middle, edge.start.y()), QPointF(middle, edge.end.y()),
                  QPointF(right, edge.end.y())};
    edge.labelAt = pointOn(edge.curve, 0.5);
}

/// It could not be asked where the traffic goes.
bool isBlind(const BalancerFigure& balancer)
{
    return balancer.state.node.health == Health::Unknown || balancer.state.node.health == Health::Down;
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
        partLabels();
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
    void partLabels();

    const Parts& m_parts;
    const Placement& m_placement;
    QList<DiagramEdge> m_edges;
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
    edge.start = rightOf(box(from).rect);
    edge.end = leftOf(box(to).rect);
    bend(edge, tierOf(from).right(), tierOf(to).left());
    m_edges << edge;
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
        edge.width = whole && whole->share > 0 ? useWidthServing : useWidth;
    }
}

/// Two edges that cross in the middle would print over each other: the later label slides along its edge.
void EdgeMaker::partLabels()
{
    QList<QRectF> taken;
    for (DiagramEdge& edge : m_edges) {
        if (!edge.labelled)
            continue;
        QRectF place({}, labelSize);
        for (double t : {0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75}) {
            edge.labelAt = pointOn(edge.curve, t);
            place.moveCenter(edge.labelAt);
            if (std::none_of(taken.begin(), taken.end(), [&](const QRectF& r) { return r.intersects(place); }))
                break;
        }
        taken << place;
    }
}

} // namespace

QList<DiagramEdge> edgesOf(const Parts& parts, const Placement& placement)
{
    return EdgeMaker(parts, placement).run();
}

} // namespace snowmelt::layout
