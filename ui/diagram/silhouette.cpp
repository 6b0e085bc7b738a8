// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"
#include "ui/diagram/scene/sprites.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double hexagonInset = 22;
constexpr double cylinderRim = 13;
constexpr double cellRadius = 6;
constexpr double hatchPitch = 8;
constexpr double innerLine = 3.5;     ///< distance of the second border
constexpr double roundestShare = 0.3; ///< a radius is no more of the shorter side
constexpr double rimShare = 0.24;     ///< of a cylinder's height

QPainterPath hexagon(const QRectF& r, double inset)
{
    QPainterPath path(QPointF(r.left() + inset, r.top()));
    path.lineTo(r.right() - inset, r.top());
    path.lineTo(r.right(), r.center().y());
    path.lineTo(r.right() - inset, r.bottom());
    path.lineTo(r.left() + inset, r.bottom());
    path.lineTo(r.left(), r.center().y());
    path.closeSubpath();
    return path;
}

double rimOf(const QRectF& r, double unit)
{
    return std::min(cylinderRim * unit, r.height() * rimShare);
}

QPainterPath cylinder(const QRectF& r, double rimHeight)
{
    const QSizeF rim(r.width(), 2 * rimHeight);
    QPainterPath path;
    path.arcMoveTo(QRectF(r.topLeft(), rim), 180);
    path.arcTo(QRectF(r.topLeft(), rim), 180, -180);
    path.arcTo(QRectF({r.left(), r.bottom() - rim.height()}, rim), 0, -180);
    path.closeSubpath();
    return path;
}

QPainterPath rounded(const QRectF& r, double radius)
{
    const double fitting = std::min(radius, roundestShare * std::min(r.width(), r.height()));
    QPainterPath path;
    path.addRoundedRect(r, fitting, fitting);
    return path;
}

/// Lines instead of a brush: an SVG keeps them, and they stay sharp at every zoom.
void paintHatch(const Pencil& pencil, const QRectF& rect)
{
    const double inset = pencil.px(2);
    const double pitch = std::max(pencil.unit(hatchPitch), pencil.px(4));
    const QRectF r = rect.adjusted(inset, inset, -inset, -inset);
    QColor thin = pencil.theme.sub;
    thin.setAlphaF(0.22F);
    pencil.painter->setPen(QPen(thin, pencil.line(1)));
    QList<QLineF> lines;
    for (double x = r.left() - r.height() + pitch; x < r.right(); x += pitch) {
        const double from = std::max(x, r.left());
        const double to = std::min(x + r.height(), r.right());
        lines << QLineF(from, r.bottom() - (from - x), to, r.bottom() - (to - x));
    }
    pencil.painter->drawLines(lines);
}

void paintShadow(const Pencil& pencil, BoxKind kind, const QRectF& rect)
{
    if (pencil.theme.dark || kind != BoxKind::Node || levelOf(rect.size() / pencil.ratio) < Level::Chip)
        return;
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(QColor(0x0B, 0x1B, 0x33, 0x12));
    pencil.painter->drawPath(silhouette(kind, rect, pencil.unit(1)).translated(pencil.unit(1), pencil.unit(2)));
}

void paintSideBar(const Pencil& pencil, const SceneMark& mark, const QRectF& rect)
{
    if (mark.side == Side::None || !mark.node())
        return;
    const double width = std::max(pencil.unit(4), pencil.px(2));
    const double inset = std::min(pencil.unit(9), rect.height() / 4);
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(sideColor(mark.side, pencil.theme));
    pencil.painter->drawRoundedRect(QRectF(rect.left(), rect.top() + inset, width, rect.height() - 2 * inset),
                                    width / 2, width / 2);
}

} // namespace

QPainterPath silhouette(BoxKind kind, const QRectF& rect, double unit, double grow)
{
    const QRectF r = rect.adjusted(-grow, -grow, grow, grow);
    switch (kind) {
    case BoxKind::Balancer:
        return hexagon(r, hexagonInset * unit);
    case BoxKind::Database:
        return cylinder(r, rimOf(r, unit));
    case BoxKind::Group:
    case BoxKind::Zone:
        return rounded(r, metric::groupRadius * unit + grow);
    case BoxKind::Node:
    case BoxKind::Cache:
        return rounded(r, metric::cardRadius * unit + grow);
    case BoxKind::Cell:
        return rounded(r, cellRadius * unit + grow);
    case BoxKind::Clients:
        break;
    }
    QPainterPath circle;
    circle.addEllipse(r);
    return circle;
}

QPainterPath silhouette(const DiagramBox& box, double grow)
{
    return silhouette(box.kind, box.rect, 1, grow);
}

QRectF faceOf(BoxKind kind, const QRectF& rect, double unit)
{
    if (kind == BoxKind::Balancer)
        return rect.adjusted(hexagonInset * unit, 0, -hexagonInset * unit, 0);
    const double rim = kind == BoxKind::Database ? rimOf(rect, unit) : 0;
    return rect.adjusted(0, 2 * rim, 0, -rim);
}

void paintLine(const Pencil& pencil, const QPainterPath& path, const QPen& pen)
{
    if (!pencil.sprites || pen.style() == Qt::SolidLine) {
        pencil.painter->setBrush(Qt::NoBrush);
        pencil.painter->setPen(pen);
        pencil.painter->drawPath(path);
        return;
    }
    pencil.painter->fillPath(QPainterPathStroker(pen).createStroke(path), pen.color());
}

void paintShape(const Pencil& pencil, BoxKind kind, const QRectF& rect, const HealthStyle& style)
{
    QPainter* painter = pencil.painter;
    const double unit = pencil.unit(1);
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.fill);
    painter->drawPath(silhouette(kind, rect, unit));
    painter->setBrush(Qt::NoBrush);
    if (style.hatched && kind != BoxKind::Balancer && kind != BoxKind::Database)
        paintHatch(pencil, rect);
    QPen border = style.border;
    border.setWidthF(pencil.line(border.widthF()));
    paintLine(pencil, silhouette(kind, rect, unit), border);
    if (style.doubled) {
        QPen inner = border;
        inner.setWidthF(pencil.line(1));
        painter->setPen(inner);
        painter->drawPath(silhouette(kind, rect, unit, -std::max(innerLine * unit, pencil.px(2.5))));
    }
    if (kind == BoxKind::Database) {
        painter->setPen(border);
        QPainterPath rim;
        const QRectF lid(rect.topLeft(), QSizeF(rect.width(), 2 * rimOf(rect, unit)));
        rim.arcMoveTo(lid, 180);
        rim.arcTo(lid, 180, 180);
        painter->drawPath(rim);
    }
}

void paintBody(const Pencil& pencil, const SceneMark& mark, const QRectF& rect)
{
    if (pencil.sprites)
        return pencil.sprites->drawBody(pencil, mark, rect.toRect());
    if (!mark.planned)
        paintShadow(pencil, mark.kind, rect);
    paintShape(pencil, mark.kind, rect, styleOf(mark, pencil.mode, pencil.theme));
    paintSideBar(pencil, mark, rect);
}

void paintGlyph(const Pencil& pencil, const QString& name, const QPointF& centre, double pixels, const IconInk& ink)
{
    QRectF place(0, 0, pixels, pixels);
    place.moveCenter(centre);
    if (pencil.sprites)
        pencil.sprites->drawIcon(pencil, name, place, ink);
    else
        paintIcon(pencil.painter, name, place, ink);
}

double paintPill(const Pencil& pencil, double right, double middle, const QString& text, const QColor& ink,
                 const QColor& paper, double inset)
{
    const TextPainter::Style style = pencil.style(TextSize::Small, QFont::DemiBold, ink);
    const double width = pencil.text.widthOf(pencil.painter, text, style) + 2 * inset * style.scale;
    const double height = 18 * style.scale;
    const QRectF pill(right - width, middle - height / 2, width, height);
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(paper);
    pencil.painter->drawRoundedRect(pill, height / 2, height / 2);
    pencil.text.draw(pencil.painter, {pill.center().x(), middle + 4 * style.scale}, width, text, style,
                     Qt::AlignHCenter);
    return width;
}

double paintDriftPill(const Pencil& pencil, double right, double middle, const NodeState& node)
{
    const Theme& theme = pencil.theme;
    const bool quiet = Captions::isQuietBadge(node);
    return paintPill(pencil, right, middle, Captions::driftBadge(node), quiet ? theme.sub : theme.drift,
                     quiet ? theme.group : theme.driftTint);
}

} // namespace snowmelt
