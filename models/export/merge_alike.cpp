// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/merge_alike.h"

#include "models/export/figure.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace snowmelt {

namespace {

void addTo(GroupFigure& sum, const GroupFigure& group)
{
    sum.nodes += group.nodes;
    sum.wanted += group.wanted;
    sum.healthy += group.healthy;
    sum.down += group.down;
    sum.draining += group.draining;
    sum.starting += group.starting;
    sum.unseen += group.unseen;
    sum.reached += group.reached;
    sum.given = sum.given || group.given;
    sum.drifted += group.drifted;
    sum.sessions += group.sessions;
    for (const ImageRef& image : group.images)
        if (!sum.images.contains(image))
            sum.images << image;
    if (sum.blueprintImage.isNull())
        sum.blueprintImage = group.blueprintImage;
}

/// A machine, or a cache, as a group of one.
GroupFigure groupOfOne(const DiagramBox& box)
{
    GroupFigure one;
    one.wanted = 1;
    const NodeState* node = box.node();
    const auto* cache = box.as<CacheFigure>();
    one.blueprintImage = cache ? cache->image : node ? node->image : ImageRef();
    one.given = node && node->wasThere();
    if (node && !box.planned)
        one.count(*node);
    return one;
}

bool isNodeBox(const DiagramBox& box)
{
    return box.kind == BoxKind::Node || box.kind == BoxKind::Cell;
}

class Merging
{
public:
    Merging(const Diagram& diagram, Alike alike) : m_diagram(diagram), m_alike(alike)
    {
        for (int i = 0; i < diagram.boxes.size(); ++i)
            m_as << i;
    }
    Diagram merged();

private:
    void joinContained();
    void joinAlike(BoxKind kind);
    QHash<int, QString> neighbours(BoxKind kind) const;
    QString keyOf(int box, const QHash<int, QString>& neighbours) const;
    int drawnAs(int box) const;
    DiagramBox mergedBox(const QList<int>& members) const;
    void addBoxes(Diagram& result);
    void addEdges(Diagram& result) const;

    const Diagram& m_diagram;
    Alike m_alike;
    QList<int> m_as;  ///< of each box: the one that stands for it; itself: none does
    QList<int> m_now; ///< of each box: its place in the result; -1: it has none
};

int Merging::drawnAs(int box) const
{
    while (m_as[box] != box)
        box = m_as[box];
    return box;
}

/// Nodes are their group, and the second container of a group is its first.
void Merging::joinContained()
{
    QHash<std::pair<QString, int>, int> groups;
    for (int i = 0; i < m_diagram.boxes.size(); ++i) {
        const DiagramBox& box = m_diagram.boxes[i];
        if (isNodeBox(box) && box.container >= 0)
            m_as[i] = box.container;
        if (box.kind != BoxKind::Group)
            continue;
        const std::pair key{box.part, int(box.side)};
        if (!groups.contains(key))
            groups.insert(key, i);
        m_as[i] = groups.value(key);
    }
}

/// What each box of the kind is connected to, as text that is equal for equal neighbours.
QHash<int, QString> Merging::neighbours(BoxKind kind) const
{
    const bool outward = m_alike == Alike::Neighbours;
    QHash<int, QStringList> all;
    for (const DiagramEdge& edge : m_diagram.edges) {
        const int from = drawnAs(edge.from);
        const int to = drawnAs(edge.to);
        const QString how = QString::number(int(edge.kind));
        if (m_diagram.boxes[to].kind == kind)
            all[to] << how + u'<' + QString::number(from);
        if (outward && m_diagram.boxes[from].kind == kind)
            all[from] << how + u'>' + QString::number(to);
    }
    QHash<int, QString> texts;
    for (auto one = all.begin(); one != all.end(); ++one) {
        one->sort();
        one->removeDuplicates();
        texts.insert(one.key(), one->join(u' '));
    }
    return texts;
}

QString Merging::keyOf(int box, const QHash<int, QString>& neighbours) const
{
    const DiagramBox& drawn = m_diagram.boxes[box];
    const QString side = QString::number(int(drawn.side));
    if (m_alike == Alike::Kind)
        return side;
    return side + u'|' + QString::number(drawn.container) + u'|' + neighbours.value(box);
}

void Merging::joinAlike(BoxKind kind)
{
    const QHash<int, QString> known = neighbours(kind);
    QHash<QString, int> firsts;
    for (int i = 0; i < m_diagram.boxes.size(); ++i) {
        if (m_diagram.boxes[i].kind != kind || m_as[i] != i)
            continue;
        const QString key = keyOf(i, known);
        if (!firsts.contains(key))
            firsts.insert(key, i);
        m_as[i] = firsts.value(key);
    }
}

DiagramBox Merging::mergedBox(const QList<int>& members) const
{
    DiagramBox box = m_diagram.boxes[members.first()];
    if (m_alike == Alike::Kind)
        box.container = -1;
    if (members.size() == 1)
        return box;
    GroupFigure sum;
    QStringList names;
    box.planned = true;
    for (const int member : members) {
        const DiagramBox& one = m_diagram.boxes[member];
        const auto* group = one.as<GroupFigure>();
        addTo(sum, group ? *group : groupOfOne(one));
        names << one.part;
        box.planned = box.planned && one.planned;
        for (const QString& zone : one.zones)
            if (!box.zones.contains(zone))
                box.zones << zone;
    }
    box.part = FigureText::several(box.kind, names);
    box.facts = sum;
    return box;
}

void Merging::addBoxes(Diagram& result)
{
    QMap<int, QList<int>> members;
    for (int i = 0; i < m_diagram.boxes.size(); ++i) {
        const DiagramBox& box = m_diagram.boxes[i];
        const bool emptied = box.kind == BoxKind::Zone && m_alike == Alike::Kind;
        if (!emptied && !isNodeBox(box) && box.continues == 0)
            members[drawnAs(i)] << i;
    }
    m_now = QList<int>(m_diagram.boxes.size(), -1);
    for (auto box = members.constBegin(); box != members.constEnd(); ++box) {
        for (const int member : *box)
            m_now[member] = int(result.boxes.size());
        DiagramBox made = mergedBox(*box);
        made.container = made.container < 0 ? -1 : m_now[made.container];
        result.boxes << made;
    }
}

void Merging::addEdges(Diagram& result) const
{
    QMap<std::tuple<int, int, EdgeKind, Side>, int> known;
    for (DiagramEdge edge : m_diagram.edges) {
        edge.from = m_now[drawnAs(edge.from)];
        edge.to = m_now[drawnAs(edge.to)];
        if (edge.from < 0 || edge.to < 0 || edge.from == edge.to)
            continue;
        const std::tuple key{edge.from, edge.to, edge.kind, edge.side};
        const auto there = known.constFind(key);
        if (there == known.constEnd()) {
            known.insert(key, int(result.edges.size()));
            result.edges << edge;
            continue;
        }
        // Several in one: what is so of one of them is no label of all.
        DiagramEdge& one = result.edges[*there];
        one.share = std::max(one.share, edge.share);
        one.unseen = one.unseen || edge.unseen;
        one.planned = one.planned && edge.planned;
        one.labelled = false;
    }
}

Diagram Merging::merged()
{
    joinContained();
    // What is behind a kind is compared by what that kind became.
    for (const BoxKind kind : {BoxKind::Group, BoxKind::Balancer, BoxKind::Database, BoxKind::Cache})
        joinAlike(kind);
    Diagram result;
    result.title = m_diagram.title;
    result.observedAt = m_diagram.observedAt;
    addBoxes(result);
    addEdges(result);
    return result;
}

} // namespace

Diagram mergedAlike(const Diagram& diagram, Alike alike)
{
    return Merging(diagram, alike).merged();
}

} // namespace snowmelt
