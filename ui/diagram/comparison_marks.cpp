// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/comparison_marks.h"

#include "ui/diagram/pencil.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double badgeSize = 20;
constexpr double smallBadge = 14; ///< on a box that is hardly larger
constexpr double hatchStep = 10;
constexpr float hatchTint = 0.2F; ///< of the ink: the words below it are still to be read

/// Of the rings around a box, the second where it has two. Cards stand so close to each other that theirs lie on the
/// border and within it: half the gap is more than the outer one takes.
struct RingPlaces
{
    double first, second;
};

RingPlaces ringsOf(BoxKind kind)
{
    const bool card = kind == BoxKind::Node || kind == BoxKind::Cell;
    return card ? RingPlaces{1.2, -2.6} : RingPlaces{3, 6};
}

QPen ringPen(Change change, const Theme& theme)
{
    QPen pen(theme.ink, change == Change::Changed ? 1.3 : 2.6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (change == Change::Removed)
        pen.setDashPattern({3, 2});
    return pen;
}

/// Struck out, pale: lines from the lower left to the upper right.
void strikeOut(QPainter* painter, const QPainterPath& shape, const Theme& theme)
{
    const QRectF area = shape.boundingRect();
    painter->save();
    painter->setClipPath(shape, Qt::IntersectClip);
    QColor pale = theme.sub;
    pale.setAlphaF(hatchTint);
    painter->setPen(QPen(pale, 1));
    for (double x = area.left() - area.height(); x < area.right(); x += hatchStep)
        painter->drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter->restore();
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

void markBox(QPainter* painter, const DiagramBox& box, Change change, const Theme& theme)
{
    const RingPlaces rings = ringsOf(box.kind);
    if (change == Change::Removed && box.kind != BoxKind::Group)
        strikeOut(painter, silhouette(box), theme);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(ringPen(change, theme));
    painter->drawPath(silhouette(box, rings.first));
    if (change == Change::Changed)
        painter->drawPath(silhouette(box, rings.second));
    const bool small = box.rect.height() < 2 * badgeSize;
    ComparisonMarks::paintBadge(painter, change, box.rect.topLeft(), small ? smallBadge : badgeSize, theme);
}

} // namespace

ComparisonMarks::ComparisonMarks(const FleetComparison& comparison)
{
    for (const PartChange& part : comparison.parts)
        m_parts.insert(part.part, part.change);
    for (const LinkChange& link : comparison.links)
        m_links.insert({link.from, link.to}, link.change);
}

Change ComparisonMarks::of(const Diagram& diagram, const DiagramEdge& edge) const
{
    // A line to a node is its group's.
    const auto partOf = [&](int index) {
        const DiagramBox& box = diagram.boxes[index];
        const bool inside = box.as<NodeFigure>() && box.container >= 0;
        return inside ? diagram.boxes[box.container].part : box.part;
    };
    return m_links.value({partOf(edge.from), partOf(edge.to)}, Change::Same);
}

void ComparisonMarks::paintBadge(QPainter* painter, Change change, const QPointF& centre, double size,
                                 const Theme& theme)
{
    if (change == Change::Same)
        return;
    painter->setPen(QPen(theme.canvas, 1.5));
    painter->setBrush(theme.ink);
    painter->drawPath(badgeShape(change, centre, size));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme.onInk, size / 9, Qt::SolidLine, Qt::RoundCap));
    painter->drawPath(glyphOf(change, centre, size));
}

void ComparisonMarks::paint(QPainter* painter, const Diagram& diagram, const Theme& theme) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const DiagramEdge& edge : diagram.edges)
        if (const Change change = of(diagram, edge); change != Change::Same)
            paintBadge(painter, change, edge.labelAt, badgeSize, theme);
    for (const DiagramBox& box : diagram.boxes)
        if (const Change change = of(box); change != Change::Same)
            markBox(painter, box, change, theme);
}

} // namespace snowmelt
