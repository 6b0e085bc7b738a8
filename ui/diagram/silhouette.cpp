// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/pencil.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double hexagonInset = 22;
constexpr double cylinderRim = 13;
constexpr double cellRadius = 6;
constexpr double hatchPitch = 8;
constexpr double innerLine = 3.5; ///< distance of the second border

QPainterPath hexagon(const QRectF& r)
{
    QPainterPath path(QPointF(r.left() + hexagonInset, r.top()));
    path.lineTo(r.right() - hexagonInset, r.top());
    path.lineTo(r.right(), r.center().y());
    path.lineTo(r.right() - hexagonInset, r.bottom());
    path.lineTo(r.left() + hexagonInset, r.bottom());
    path.lineTo(r.left(), r.center().y());
    path.closeSubpath();
    return path;
}

QPainterPath cylinder(const QRectF& r)
{
    const QSizeF rim(r.width(), 2 * cylinderRim);
    QPainterPath path;
    path.arcMoveTo(QRectF(r.topLeft(), rim), 180);
    path.arcTo(QRectF(r.topLeft(), rim), 180, -180);
    path.arcTo(QRectF({r.left(), r.bottom() - rim.height()}, rim), 0, -180);
    path.closeSubpath();
    return path;
}

QPainterPath rounded(const QRectF& r, double radius)
{
    QPainterPath path;
    path.addRoundedRect(r, radius, radius);
    return path;
}

/// Lines instead of a brush: an SVG keeps them, and they stay sharp at every zoom.
void paintHatch(QPainter* painter, const QRectF& rect, const QColor& color)
{
    const QRectF r = rect.adjusted(2, 2, -2, -2);
    QColor thin = color;
    thin.setAlphaF(0.22F);
    painter->setPen(QPen(thin, 1));
    QList<QLineF> lines;
    for (double x = r.left() - r.height() + hatchPitch; x < r.right(); x += hatchPitch) {
        const double from = std::max(x, r.left());
        const double to = std::min(x + r.height(), r.right());
        lines << QLineF(from, r.bottom() - (from - x), to, r.bottom() - (to - x));
    }
    painter->drawLines(lines);
}

void paintShadow(const Pencil& pencil, const DiagramBox& box)
{
    if (pencil.theme.dark || box.kind != BoxKind::Node)
        return;
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(QColor(0x0B, 0x1B, 0x33, 0x12));
    pencil.painter->drawPath(silhouette(box).translated(1, 2));
}

} // namespace

QPainterPath silhouette(const DiagramBox& box, double grow)
{
    const QRectF r = box.rect.adjusted(-grow, -grow, grow, grow);
    switch (box.kind) {
    case BoxKind::Balancer:
        return hexagon(r);
    case BoxKind::Database:
        return cylinder(r);
    case BoxKind::Group:
    case BoxKind::Zone:
        return rounded(r, metric::groupRadius + grow);
    case BoxKind::Node:
    case BoxKind::Cache:
        return rounded(r, metric::cardRadius + grow);
    case BoxKind::Cell:
        return rounded(r, cellRadius + grow);
    case BoxKind::Clients:
        break;
    }
    QPainterPath circle;
    circle.addEllipse(r);
    return circle;
}

void paintBody(const Pencil& pencil, const DiagramBox& box, const HealthStyle& style)
{
    QPainter* painter = pencil.painter;
    if (!box.planned)
        paintShadow(pencil, box);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.fill);
    painter->drawPath(silhouette(box));
    painter->setBrush(Qt::NoBrush);
    if (style.hatched && box.kind != BoxKind::Balancer && box.kind != BoxKind::Database)
        paintHatch(painter, box.rect, pencil.theme.sub);
    painter->setPen(style.border);
    painter->drawPath(silhouette(box));
    if (style.doubled) {
        QPen inner = style.border;
        inner.setWidthF(1);
        painter->setPen(inner);
        painter->drawPath(silhouette(box, -innerLine));
    }
    if (box.kind == BoxKind::Database) {
        painter->setPen(style.border);
        QPainterPath rim;
        const QRectF lid(box.rect.topLeft(), QSizeF(box.rect.width(), 2 * cylinderRim));
        rim.arcMoveTo(lid, 180);
        rim.arcTo(lid, 180, 180);
        painter->drawPath(rim);
    }
}

double paintPill(const Pencil& pencil, double right, double middle, const QString& text, const QColor& ink,
                 const QColor& paper, double inset)
{
    const TextPainter::Style style{TextSize::Small, QFont::DemiBold, ink};
    const double width = pencil.text.widthOf(pencil.painter, text, style) + 2 * inset;
    const QRectF pill(right - width, middle - 9, width, 18);
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(paper);
    pencil.painter->drawRoundedRect(pill, 9, 9);
    pencil.text.draw(pencil.painter, {pill.center().x(), middle + 4}, width, text, style, Qt::AlignHCenter);
    return width;
}

} // namespace snowmelt
