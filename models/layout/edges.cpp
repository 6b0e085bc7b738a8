// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/edges.h"

#include "models/layout/group_traffic.h"
#include "models/layout/metrics.h"

#include <algorithm>

namespace snowmelt::layout {

namespace {

constexpr double thinnest = 1.6;
constexpr double thickest = 6;
constexpr double useWidth = 1.2;
constexpr double useWidthServing = 2;

double widthOf(double share)
{
    return thinnest + (thickest - thinnest) * std::clamp(share, 0.0, 1.0);
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
    return group ? group->nodes > 0 && group->unseen + group->reached == group->nodes : box.health() == Health::Unknown;
}

class EdgeMaker
{
public:
    EdgeMaker(const Chart& chart, const Parts& parts, const Boxes& boxes)
        : m_chart(chart), m_parts(parts), m_boxes(boxes), m_traffic(chart, parts)
    {
        const auto isGroup = [](const Block& block) { return block.kind == BoxKind::Group; };
        m_fans = std::count_if(chart.blocks.begin(), chart.blocks.end(), isGroup) == 1;
        for (const Link& link : chart.links)
            m_entries += link.kind == EdgeKind::Clients;
    }

    Edges run(const std::shared_ptr<const EdgeWays>& last, const LayoutStop& stop)
    {
        for (const Link& link : m_chart.links)
            add(link);
        const auto ways = waysOf(m_chart, m_trips, wishes(), last, stop);
        for (qsizetype i = 0; i < m_edges.size(); ++i) {
            m_edges[i].path = ways->routes[i].path;
            m_edges[i].labelAt = ways->labels[i].at;
            m_edges[i].walls = ways->labels[i].walls;
        }
        return {m_edges, ways};
    }

private:
    const DiagramBox& box(int index) const { return m_boxes.boxes[index]; }
    int boxOf(int block) const { return m_boxes.ofBlock[block]; }
    bool fans(int block) const;
    QList<int> endsOf(int block) const;
    bool usesOnlyOne(int block) const { return m_parts.uses.value(m_chart.blocks[block].name).size() == 1; }
    DiagramEdge& append(const Link& link, int from, int to);
    QList<LabelWish> wishes() const;
    void add(const Link& link);
    void fromClients(const Link& link);
    void toGroup(const Link& link);
    void sayPart(DiagramEdge& edge, const Link& link) const;
    void toStore(const Link& link);
    void between(const Link& link);

    const Chart& m_chart;
    const Parts& m_parts;
    const Boxes& m_boxes;
    const GroupTraffic m_traffic;
    bool m_fans = false;
    int m_entries = 0; ///< balancers that clients connect to
    QList<DiagramEdge> m_edges;
    QList<Trip> m_trips;
    QList<bool> m_inFan;
};

/// With several groups, or two sides, an edge per node would be a thicket.
bool EdgeMaker::fans(int block) const
{
    const Block& group = m_chart.blocks[block];
    return m_fans && group.isContainer() && !group.field.cells && group.field.columns == 1 &&
           !m_boxes.nodesOf[block].isEmpty() && m_boxes.nodesOf[block].size() <= fanLimit;
}

/// The group itself, or its nodes where each has an edge of its own.
QList<int> EdgeMaker::endsOf(int block) const
{
    return fans(block) ? m_boxes.nodesOf[block] : QList<int>{boxOf(block)};
}

DiagramEdge& EdgeMaker::append(const Link& link, int from, int to)
{
    DiagramEdge edge;
    edge.from = from;
    edge.to = to;
    edge.kind = link.kind;
    edge.planned = box(from).planned || box(to).planned;
    edge.width = useWidth;
    m_edges << edge;
    m_trips << Trip{link.from, link.to, box(from).rect, box(to).rect};
    m_inFan << false;
    return m_edges.last();
}

QList<LabelWish> EdgeMaker::wishes() const
{
    QList<LabelWish> wishes;
    wishes.reserve(m_edges.size());
    for (qsizetype i = 0; i < m_edges.size(); ++i) {
        const DiagramEdge& edge = m_edges[i];
        wishes << LabelWish{edge.kind, labelFormOf(edge), m_inFan[i], box(edge.from).rect, box(edge.to).rect};
    }
    return wishes;
}

void EdgeMaker::add(const Link& link)
{
    switch (link.kind) {
    case EdgeKind::Clients:
        return fromClients(link);
    case EdgeKind::Traffic:
        return toGroup(link);
    case EdgeKind::Use:
        return toStore(link);
    case EdgeKind::Chain:
    case EdgeKind::Pair:
    case EdgeKind::Replica:
        return between(link);
    }
}

void EdgeMaker::fromClients(const Link& link)
{
    const auto* balancer = box(boxOf(link.to)).as<BalancerFigure>();
    const double all = box(boxOf(link.from)).as<ClientsFigure>()->requestRate;
    DiagramEdge& edge = append(link, boxOf(link.from), boxOf(link.to));
    edge.share = all > 0 ? balancer->state.requestRate / all : 1.0 / m_entries;
    edge.unseen = !edge.planned && isBlind(*balancer);
    edge.labelled = m_entries > 1 && all > 0 && !edge.unseen;
    edge.width = widthOf(edge.share);
}

void EdgeMaker::toGroup(const Link& link)
{
    const bool blind = isBlind(*box(boxOf(link.from)).as<BalancerFigure>());
    const QList<int> ends = endsOf(link.to);
    for (int end : ends) {
        DiagramEdge& edge = append(link, boxOf(link.from), end);
        const auto* whole = box(end).as<GroupFigure>();
        edge.side = box(end).side;
        edge.share = whole ? whole->share : box(end).node()->share;
        edge.sessions = whole ? whole->sessions : box(end).node()->sessions;
        edge.unseen = blind && !edge.planned && edge.share <= 0 && edge.sessions == 0;
        edge.labelled = !edge.planned && !edge.unseen;
        edge.width = widthOf(edge.share);
        m_inFan.last() = ends.size() > 1;
        if (whole && !edge.idle() && m_traffic.isSpread(link))
            sayPart(edge, link);
    }
}

/// A share that nobody knows is neither printed nor told by the width.
void EdgeMaker::sayPart(DiagramEdge& edge, const Link& link) const
{
    const std::optional<double> share = m_traffic.shareOf(link);
    edge.labelled &= share.has_value();
    edge.share = share.value_or(edge.share);
    edge.width = share ? widthOf(*share) : useWidthServing;
}

void EdgeMaker::toStore(const Link& link)
{
    const QList<int> ends = usesOnlyOne(link.from) ? endsOf(link.from) : QList<int>{boxOf(link.from)};
    for (int end : ends) {
        DiagramEdge& edge = append(link, end, boxOf(link.to));
        const auto* whole = box(end).as<GroupFigure>();
        edge.side = box(end).side;
        edge.unseen = !edge.planned && (isUnseen(box(end)) || isUnseen(box(boxOf(link.to))));
        edge.width = whole && whole->share > 0 ? useWidthServing : useWidth;
    }
}

void EdgeMaker::between(const Link& link)
{
    DiagramEdge& edge = append(link, boxOf(link.from), boxOf(link.to));
    edge.unseen = !edge.planned && (isUnseen(box(edge.from)) || isUnseen(box(edge.to)));
    edge.width = link.kind == EdgeKind::Chain ? useWidthServing : useWidth;
}

} // namespace

Edges edgesOf(const Chart& chart, const Parts& parts, const Boxes& boxes, const std::shared_ptr<const EdgeWays>& last,
              const LayoutStop& stop)
{
    return EdgeMaker(chart, parts, boxes).run(last, stop);
}

} // namespace snowmelt::layout
