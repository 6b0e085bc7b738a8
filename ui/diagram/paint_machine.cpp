// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

namespace snowmelt {

namespace {

/// Where a shape leaves room for glyph and text.
struct Inner
{
    double left;
    double right;
    double titleRight;
    double titleLine; ///< baseline
};

Inner innerOf(const DiagramBox& box)
{
    const QRectF& r = box.rect;
    if (box.kind == BoxKind::Balancer)
        return {r.left() + 34, r.right() - 22, r.right() - 12, r.top() + 38};
    return {r.left() + 18, r.right() - 12, r.right() - 12, r.top() + 52};
}

} // namespace

void paintClients(const Pencil& pencil, const DiagramBox& box)
{
    const Theme& theme = pencil.theme;
    HealthStyle style = box.planned ? plannedStyle(theme) : healthStyle(Health::Healthy, theme);
    paintBody(pencil, box, style);
    QRectF person(0, 0, 26, 26);
    person.moveCenter(box.rect.center());
    paintIcon(pencil.painter, QStringLiteral("role-clients"), person,
              {box.planned ? theme.faint : theme.sub, theme.panel});
    pencil.text.draw(pencil.painter, {box.rect.center().x(), box.rect.bottom() + 18}, 2 * box.rect.width(),
                     Captions::title(box), {TextSize::Small, QFont::DemiBold, theme.sub}, Qt::AlignHCenter);
}

void paintMachine(const Pencil& pencil, const DiagramBox& box)
{
    const Theme& theme = pencil.theme;
    const HealthStyle style = box.planned ? plannedStyle(theme) : healthStyle(box.health(), theme);
    paintBody(pencil, box, style);
    const Inner inner = innerOf(box);
    const double width = inner.right - inner.left;
    paintIcon(pencil.painter, style.icon, {inner.left, inner.titleLine - 13, 16, 16}, style.ink);
    pencil.text.draw(pencil.painter, {inner.left + 22, inner.titleLine}, inner.titleRight - inner.left - 22,
                     Captions::title(box), {TextSize::Large, QFont::DemiBold, box.planned ? theme.sub : theme.text});
    double baseline = inner.titleLine + 19;
    const QStringList lines = Captions::machineLines(box, pencil.age);
    for (const QString& line : lines) {
        pencil.text.draw(pencil.painter, {inner.left, baseline}, width, line,
                         {TextSize::Small, QFont::Normal, theme.sub});
        baseline += 16;
    }
    const QString badge = box.node() ? Captions::driftBadge(*box.node()) : QString();
    if (!badge.isEmpty())
        paintPill(pencil, box.rect.right() - 22, box.rect.top(), badge, theme.drift, theme.driftTint);
}

} // namespace snowmelt
