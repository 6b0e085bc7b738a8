// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double inset = 16;
constexpr double titleLine = 28;
constexpr double detailLine = 48;
constexpr double chipWidth = 24;
constexpr double chipHeight = 20;

HealthStyle containerStyle(const DiagramBox& box, const Theme& theme)
{
    HealthStyle style = box.planned ? plannedStyle(theme) : HealthStyle{};
    if (box.planned)
        return style;
    style.fill = sideTint(box.side, theme);
    const QColor line = box.side == Side::None ? theme.control : sideColor(box.side, theme);
    style.border = QPen(line, box.side == Side::None ? 1.2 : 1.6);
    return style;
}

/// The letter says the side where colour does not.
void paintChip(const Pencil& pencil, const DiagramBox& box)
{
    const QRectF chip(box.rect.left() + inset, box.rect.top() + titleLine - 15, chipWidth, chipHeight);
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(sideColor(box.side, pencil.theme));
    pencil.painter->drawRoundedRect(chip, chipHeight / 2, chipHeight / 2);
    pencil.text.draw(pencil.painter, {chip.center().x(), chip.center().y() + 4}, chipWidth,
                     box.side == Side::Blue ? QStringLiteral("B") : QStringLiteral("G"),
                     {TextSize::Small, QFont::Bold, pencil.theme.onInk}, Qt::AlignHCenter);
}

QColor countColor(const GroupFigure& group, const Theme& theme)
{
    return group.down > 0 ? theme.red : group.degraded() > 0 ? theme.amber : theme.sub;
}

double paintCount(const Pencil& pencil, const DiagramBox& box, const GroupFigure& group)
{
    const TextPainter::Style style{TextSize::Small, QFont::DemiBold, countColor(group, pencil.theme)};
    return pencil.text.draw(pencil.painter, {box.rect.right() - inset, box.rect.top() + titleLine},
                            box.rect.width() * 0.7, Captions::healthyCount(group), style, Qt::AlignRight);
}

} // namespace

void paintGroup(const Pencil& pencil, const DiagramBox& box)
{
    const Theme& theme = pencil.theme;
    const GroupFigure& group = *box.as<GroupFigure>();
    paintBody(pencil, box, containerStyle(box, theme));
    const bool side = box.side != Side::None;
    const double left = box.rect.left() + inset + (side ? chipWidth + 10 : 0);
    double right = box.rect.right() - inset;
    if (side)
        paintChip(pencil, box);
    else if (!box.planned)
        right -= paintCount(pencil, box, group) + metric::unit;
    pencil.text.draw(pencil.painter, {left, box.rect.top() + titleLine}, right - left, Captions::title(box),
                     {TextSize::Large, QFont::Bold, box.planned ? theme.sub : theme.text});

    right = box.rect.right() - inset;
    if (group.drifted > 0)
        right -= paintPill(pencil, right, box.rect.top() + detailLine - 4, Captions::driftedCount(group.drifted),
                           theme.drift, theme.driftTint) +
                 metric::unit;
    const QString detail = side ? Captions::sideState(group) : Captions::groupImages(group);
    pencil.text.draw(pencil.painter, {box.rect.left() + inset, box.rect.top() + detailLine},
                     right - box.rect.left() - inset, detail, {TextSize::Small, QFont::Normal, theme.sub});
}

} // namespace snowmelt
