// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double inset = 12;
constexpr double titleLine = 23;
constexpr double detailLine = 44;
constexpr double glyph = 16;

bool drifted(const NodeState& node)
{
    return node.driftCount.value_or(0) > 0;
}

/// In the mode of drift the fill tells it; health keeps glyph and border, unless it has nothing to say.
HealthStyle styleOf(const Pencil& pencil, const DiagramBox& box)
{
    const Theme& theme = pencil.theme;
    const NodeState& node = *box.node();
    if (box.planned)
        return plannedStyle(theme);
    HealthStyle style = healthStyle(node.health, theme);
    if (pencil.mode == DiagramMode::Drift && node.health == Health::Healthy) {
        if (drifted(node)) {
            style.fill = theme.driftTint;
            style.border = QPen(theme.drift, 1.8);
        } else if (!node.driftCount || !node.driftComplete) {
            style.border = healthStyle(Health::Unknown, theme).border;
        }
    }
    if (pencil.mode == DiagramMode::Image && node.health == Health::Healthy && !box.as<NodeFigure>()->imageAsBlueprint)
        style.border = QPen(theme.ink, 1.8);
    return style;
}

void paintSideBar(const Pencil& pencil, const DiagramBox& box)
{
    if (box.side == Side::None)
        return;
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(sideColor(box.side, pencil.theme));
    pencil.painter->drawRoundedRect(QRectF(box.rect.left(), box.rect.top() + 9, 4, box.rect.height() - 18), 2, 2);
}

double paintBadges(const Pencil& pencil, const DiagramBox& box)
{
    const double middle = box.rect.top() + titleLine - 5;
    double right = box.rect.right() - inset + 2;
    const QString badge = Captions::driftBadge(*box.node());
    if (!badge.isEmpty())
        right -= paintPill(pencil, right, middle, badge, pencil.theme.drift, pencil.theme.driftTint) + 4;
    if (pencil.mode == DiagramMode::Image && !box.as<NodeFigure>()->imageAsBlueprint)
        right -= paintPill(pencil, right, middle, QStringLiteral("≠"), pencil.theme.onInk, pencil.theme.ink) + 4;
    return right;
}

QString valueOf(const Pencil& pencil, const DiagramBox& box)
{
    if (pencil.mode == DiagramMode::Drift && !box.planned)
        return Captions::driftState(*box.node());
    return Captions::nodeValue(*box.as<NodeFigure>(), pencil.age);
}

/// "1.0.0" of "shop 1.0.0": what differs between nodes of one group.
QString cellText(const Pencil& pencil, const DiagramBox& box)
{
    const NodeState& node = *box.node();
    if (box.planned)
        return {};
    if (pencil.mode == DiagramMode::Image)
        return node.image.version;
    if (pencil.mode == DiagramMode::Drift && node.health != Health::Down)
        return !node.driftCount || (*node.driftCount == 0 && !node.driftComplete) ? QStringLiteral("?")
               : *node.driftCount > 0                                             ? QString::number(*node.driftCount)
                                                                                  : QString();
    return {};
}

void paintCellGlyph(const Pencil& pencil, const DiagramBox& box, const HealthStyle& style)
{
    const bool badge = pencil.mode == DiagramMode::Health && drifted(*box.node());
    QRectF place(0, 0, glyph - 2, glyph - 2);
    place.moveCenter(box.rect.center() - QPointF(badge ? 8 : 0, 0));
    paintIcon(pencil.painter, style.icon, place, style.ink);
    if (badge)
        pencil.text.draw(pencil.painter, {box.rect.center().x() + 2, box.rect.center().y() + 4}, 17,
                         QString::number(*box.node()->driftCount), {TextSize::Small, QFont::Bold, pencil.theme.drift});
}

} // namespace

void paintNode(const Pencil& pencil, const DiagramBox& box)
{
    const Theme& theme = pencil.theme;
    const QRectF& r = box.rect;
    const HealthStyle style = styleOf(pencil, box);
    paintBody(pencil, box, style);
    paintSideBar(pencil, box);
    paintIcon(pencil.painter, style.icon, {r.left() + inset, r.top() + 10, glyph, glyph}, style.ink);
    const double right = paintBadges(pencil, box);
    const double left = r.left() + inset + glyph + 7;
    pencil.text.draw(pencil.painter, {left, r.top() + titleLine}, right - left - 4, Captions::title(box),
                     {TextSize::Large, QFont::DemiBold, box.planned ? theme.sub : theme.text, Qt::ElideMiddle});

    const TextPainter::Style small{TextSize::Small, QFont::Normal, theme.sub};
    const double value = pencil.text.draw(pencil.painter, {r.right() - inset, r.top() + detailLine}, r.width() * 0.6,
                                          valueOf(pencil, box), small, Qt::AlignRight);
    const double room = r.width() - 2 * inset - (value > 0 ? value + metric::unit : 0);
    const bool imageMode = pencil.mode == DiagramMode::Image && !box.planned;
    const QString detail = imageMode ? imageText(box.node()->image) : Captions::nodeDetail(*box.as<NodeFigure>());
    pencil.text.draw(
        pencil.painter, {r.left() + inset, r.top() + detailLine}, room, detail,
        {TextSize::Small, imageMode ? QFont::DemiBold : QFont::Normal, imageMode ? theme.text : theme.sub});
}

void paintCell(const Pencil& pencil, const DiagramBox& box)
{
    const HealthStyle style = styleOf(pencil, box);
    paintBody(pencil, box, style);
    const QString text = cellText(pencil, box);
    // Drift has nothing to say of a healthy clean node: an empty cell lets the others be seen.
    const bool quiet = pencil.mode == DiagramMode::Drift && !box.planned && box.node()->health == Health::Healthy;
    if (text.isEmpty() && !quiet)
        return paintCellGlyph(pencil, box, style);
    const QColor ink =
        pencil.mode == DiagramMode::Drift && drifted(*box.node()) ? pencil.theme.drift : pencil.theme.sub;
    pencil.text.draw(pencil.painter, {box.rect.center().x(), box.rect.center().y() + 4}, box.rect.width() - 4, text,
                     {TextSize::Small, QFont::DemiBold, ink}, Qt::AlignHCenter);
}

} // namespace snowmelt
