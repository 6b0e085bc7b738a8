// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/comparison_marks.h"

#include "ui/diagram/comparison_ink.h"
#include "ui/diagram/scene/scene.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <optional>

namespace snowmelt {

namespace {

constexpr double marksReach = 24; ///< units around a box or line

struct ComparedLine
{
    LinkKind kind = LinkKind::Serves;
    QString from;
    QString to;
    bool operator==(const ComparedLine&) const = default;
};
size_t qHash(const ComparedLine& line, size_t seed = 0)
{
    return qHashMulti(seed, int(line.kind), line.from, line.to);
}

std::optional<ComparedKind> comparedKind(BoxKind kind)
{
    switch (kind) {
    case BoxKind::Balancer:
        return ComparedKind::Balancer;
    case BoxKind::Group:
        return ComparedKind::Group;
    case BoxKind::Node:
    case BoxKind::Cell:
        return ComparedKind::Node;
    case BoxKind::Database:
        return ComparedKind::Database;
    case BoxKind::Cache:
        return ComparedKind::Cache;
    case BoxKind::Zone:
        return ComparedKind::Zone;
    case BoxKind::Clients:
        break;
    }
    return std::nullopt;
}

std::optional<LinkKind> linkKind(EdgeKind kind)
{
    switch (kind) {
    case EdgeKind::Traffic:
    case EdgeKind::Chain:
        return LinkKind::Serves;
    case EdgeKind::Use:
        return LinkKind::Uses;
    case EdgeKind::Pair:
        return LinkKind::Pair;
    case EdgeKind::Replica:
        return LinkKind::Replica;
    case EdgeKind::Clients:
        break;
    }
    return std::nullopt;
}

/// A line to a node is its group's.
const QString& endOf(const Diagram& diagram, int index)
{
    const DiagramBox& box = diagram.boxes[index];
    const bool inside = box.as<NodeFigure>() && box.container >= 0;
    return inside ? diagram.boxes[box.container].part : box.part;
}

/// Nobody declares which balancers clients come to.
std::optional<ComparedLine> lineOf(const Diagram& diagram, const DiagramEdge& edge)
{
    const std::optional<LinkKind> kind = linkKind(edge.kind);
    if (!kind)
        return std::nullopt;
    const QString& from = endOf(diagram, edge.from);
    const QString& to = endOf(diagram, edge.to);
    const bool turned = *kind == LinkKind::Pair && to < from;
    return turned ? ComparedLine{*kind, to, from} : ComparedLine{*kind, from, to};
}

QList<Change> boxChanges(const FleetComparison& comparison, const Diagram& diagram)
{
    QHash<std::pair<int, QString>, Change> changes;
    changes.reserve(comparison.parts.size());
    for (const PartChange& part : comparison.parts)
        changes.insert({int(part.kind), part.part}, part.change);
    QList<Change> boxes;
    boxes.reserve(diagram.boxes.size());
    for (const DiagramBox& box : diagram.boxes) {
        const std::optional<ComparedKind> kind = comparedKind(box.kind);
        boxes << (kind ? changes.value({int(*kind), box.part}, Change::Same) : Change::Same);
    }
    return boxes;
}

/// The glyph in a shape of its own: a disc, a square, a diamond.
QPainterPath badgeShape(Change change, const QPointF& centre, double size)
{
    const double r = size / 2;
    QPainterPath path;
    if (change == Change::Removed)
        path.addRoundedRect(QRectF(centre - QPointF(r, r) * 0.9, QSizeF(size, size) * 0.9), 2, 2);
    else if (change == Change::Added)
        path.addEllipse(centre, r, r);
    else
        path.addPolygon(
            QPolygonF({centre - QPointF(0, r * 1.15), centre + QPointF(r * 1.15, 0), centre + QPointF(0, r * 1.15),
                       centre - QPointF(r * 1.15, 0), centre - QPointF(0, r * 1.15)}));
    return path;
}

QPainterPath glyphOf(Change change, const QPointF& centre, double size)
{
    const double r = size * 0.26;
    QPainterPath path(centre - QPointF(r, 0));
    if (change == Change::Changed) {
        path.cubicTo(centre + QPointF(-r / 2, -r * 1.5), centre + QPointF(r / 2, r * 1.5), centre + QPointF(r, 0));
        return path;
    }
    path.lineTo(centre + QPointF(r, 0));
    if (change == Change::Added) {
        path.moveTo(centre - QPointF(0, r));
        path.lineTo(centre + QPointF(0, r));
    }
    return path;
}

} // namespace

ComparisonMarks::ComparisonMarks(const FleetComparison& comparison, const Diagram& diagram)
    : m_boxes(boxChanges(comparison, diagram)), m_empty(comparison.same())
{
    QHash<ComparedLine, Change> gone;
    QHash<ComparedLine, Change> changes;
    for (const LinkChange& link : comparison.links) {
        changes.insert({link.kind, link.from, link.to}, link.change);
        if (link.change == Change::Removed)
            gone.insert({link.kind, link.from, link.to}, link.change);
    }
    for (const DiagramEdge& edge : diagram.edges) {
        const std::optional<ComparedLine> line = lineOf(diagram, edge);
        // Clients come to a balancer as long as it is there.
        const Change ofBalancer = ofBox(edge.to) == Change::Changed ? Change::Same : ofBox(edge.to);
        m_edges << (line ? changes.value(*line, Change::Same) : ofBalancer);
        if (line)
            gone.remove(*line);
    }
    for (auto it = gone.begin(); it != gone.end(); ++it) {
        const std::pair<int, int> ends(diagram.indexOf(it.key().from), diagram.indexOf(it.key().to));
        if (ends.first >= 0 && ends.second >= 0)
            m_former << ends;
    }
    std::sort(m_former.begin(), m_former.end());
}

void ComparisonMarks::paintBadge(QPainter* painter, Change change, const QPointF& centre, double size,
                                 const Theme& theme)
{
    if (change == Change::Same)
        return;
    painter->setPen(QPen(theme.canvas, size * 0.075));
    painter->setBrush(theme.ink);
    painter->drawPath(badgeShape(change, centre, size));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.onInk, size / 9, Qt::SolidLine, Qt::RoundCap));
    painter->drawPath(glyphOf(change, centre, size));
}

void ComparisonMarks::paint(QPainter* painter, const Scene& scene, const Theme& theme, const QRectF& area) const
{
    if (m_empty)
        return;
    ComparisonInk ink(painter, theme);
    const QRectF wide = area.adjusted(-marksReach, -marksReach, marksReach, marksReach);
    const Diagram& diagram = scene.diagram();
    for (int edge = 0; edge < m_edges.size(); ++edge)
        if (const Change change = m_edges[edge]; change != Change::Same && scene.edgeBounds(edge).intersects(wide))
            ink.markEdge(diagram.edges[edge], change);
    for (const auto& [from, to] : m_former)
        ink.markFormer(scene.rect(from), scene.rect(to));
    // In the order of the diagram: what lies on top of what must not depend on what is in sight.
    QList<int> boxes;
    scene.eachBox(wide, [&](int box) {
        if (ofBox(box) != Change::Same)
            boxes << box;
    });
    std::sort(boxes.begin(), boxes.end());
    for (int box : std::as_const(boxes))
        ink.markBox(diagram.boxes[box], ofBox(box));
    ink.finish();
}

} // namespace snowmelt
