// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double header = 64; ///< units above the nodes
constexpr double inset = 16;
constexpr double titleLine = 28;
constexpr double detailLine = 48;
constexpr double chipWidth = 24;
constexpr double chipHeight = 20;

constexpr double twoLinesFrom = 40; ///< pixels of the header
constexpr double oneLineFrom = 16;
constexpr QSizeF nameFrom{40, 18}; ///< pixels of a group that still says its name
constexpr QSizeF countFrom{104, 44};

HealthStyle containerStyle(const DiagramBox& box, const Theme& theme)
{
    if (box.planned)
        return plannedStyle(theme);
    HealthStyle style;
    style.fill = sideTint(box.side, theme);
    const QColor line = box.side == Side::None ? theme.control : sideColor(box.side, theme);
    style.border = QPen(line, box.side == Side::None ? 1.2 : 1.6);
    return style;
}

QString letterOf(Side side)
{
    return side == Side::Blue ? QStringLiteral("B") : QStringLiteral("G");
}

/// The letter says the side where colour does not.
void paintChip(const Pencil& pencil, const DiagramBox& box, const QPointF& at)
{
    const double scale = pencil.textScale(TextSize::Small);
    const QRectF chip(at, QSizeF(chipWidth, chipHeight) * scale);
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(sideColor(box.side, pencil.theme));
    pencil.painter->drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
    pencil.text.draw(pencil.painter, {chip.center().x(), chip.center().y() + 4 * scale}, chip.width(),
                     letterOf(box.side), pencil.style(TextSize::Small, QFont::Bold, pencil.theme.onInk),
                     Qt::AlignHCenter);
}

QColor countColor(const GroupFigure& group, const Theme& theme)
{
    return group.down > 0 ? theme.red : group.degraded() > 0 ? theme.amber : theme.sub;
}

/// Ends at `right`; returns its width.
double paintCount(const Pencil& pencil, const GroupFigure& group, const QPointF& right, double room)
{
    return pencil.text.draw(pencil.painter, right, room, Captions::healthyCount(group),
                            pencil.style(TextSize::Small, QFont::DemiBold, countColor(group, pencil.theme)),
                            Qt::AlignRight);
}

double paintDrifted(const Pencil& pencil, const GroupFigure& group, double right, double middle)
{
    if (group.drifted == 0)
        return 0;
    return paintPill(pencil, right, middle, Captions::driftedCount(group.drifted), pencil.theme.drift,
                     pencil.theme.driftTint) +
           pencil.px(metric::unit);
}

TextPainter::Style titleStyle(const Pencil& pencil, const DiagramBox& box)
{
    return pencil.style(TextSize::Large, QFont::Bold, box.planned ? pencil.theme.sub : pencil.theme.text);
}

void paintTwoLines(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const auto u = [&](double units) { return pencil.unit(units); };
    const GroupFigure& group = *box.as<GroupFigure>();
    const bool side = box.side != Side::None;
    double left = r.left() + u(inset);
    double right = r.right() - u(inset);
    if (side) {
        paintChip(pencil, box, {left, r.top() + u(titleLine - 15)});
        left += (chipWidth + 10) * pencil.textScale(TextSize::Small);
    } else if (!box.planned) {
        right -= paintCount(pencil, group, {right, r.top() + u(titleLine)}, r.width() * 0.7) + pencil.px(metric::unit);
    }
    pencil.text.draw(pencil.painter, {left, r.top() + u(titleLine)}, right - left, Captions::title(box),
                     titleStyle(pencil, box));
    left = r.left() + u(inset);
    right = r.right() - u(inset);
    right -= paintDrifted(pencil, group, right, r.top() + u(detailLine - 4));
    const QString detail = side ? Captions::sideState(group) : Captions::groupImages(group);
    pencil.text.draw(pencil.painter, {left, r.top() + u(detailLine)}, right - left, detail,
                     pencil.style(TextSize::Small, QFont::Normal, pencil.theme.sub));
}

/// Name, counts and drift side by side; the name keeps at least half.
void paintOneLine(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const GroupFigure& group = *box.as<GroupFigure>();
    const double middle = r.top() + pencil.unit(header) / 2 + pencil.px(1);
    const double baseline = middle + pencil.px(4);
    const double edge = std::max(pencil.unit(inset), pencil.px(5));
    double left = r.left() + edge;
    double right = r.right() - edge;
    if (box.side != Side::None && pencil.unit(header) >= pencil.px(chipHeight + 2)) {
        paintChip(pencil, box, {left, middle - pencil.px(chipHeight / 2)});
        left += pencil.px(chipWidth + 6);
    }
    const double half = left + (right - left) / 2;
    const double name =
        std::min(half, left + pencil.text.widthOf(pencil.painter, Captions::title(box), titleStyle(pencil, box)));
    const auto widthOf = [&](const QString& text) {
        return pencil.text.widthOf(pencil.painter, text, pencil.style(TextSize::Small, QFont::DemiBold, {}));
    };
    const double gap = pencil.px(metric::unit);
    if (group.drifted > 0 && right - widthOf(Captions::driftedCount(group.drifted)) - 3 * gap > name)
        right -= paintDrifted(pencil, group, right, middle);
    if (!box.planned && right - widthOf(Captions::healthyCount(group)) - gap > name)
        right -= paintCount(pencil, group, {right, baseline}, right - name) + gap;
    pencil.text.draw(pencil.painter, {left, baseline}, right - left, Captions::title(box), titleStyle(pencil, box));
}

} // namespace

void paintZone(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    HealthStyle style;
    style.fill = Qt::transparent;
    style.border = QPen(pencil.theme.control, 1.2, Qt::SolidLine, Qt::FlatCap);
    style.border.setDashPattern({6, 4});
    paintShape(pencil, box.kind, r, style);
    if (r.width() < pencil.px(nameFrom.width()))
        return;
    const double left = r.left() + pencil.unit(inset);
    pencil.text.draw(pencil.painter, {left, r.top() + std::max(pencil.unit(20), pencil.px(12))},
                     r.right() - left - pencil.px(4), Captions::title(box),
                     pencil.style(TextSize::Small, QFont::DemiBold, pencil.theme.sub));
}

void paintGroup(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    paintShape(pencil, box.kind, r, containerStyle(box, pencil.theme));
    const double room = pencil.unit(header) / pencil.ratio;
    if (room >= twoLinesFrom)
        paintTwoLines(pencil, box, r);
    else if (room >= oneLineFrom)
        paintOneLine(pencil, box, r);
}

void paintGroupName(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const QSizeF size = r.size() / pencil.ratio;
    if (pencil.unit(header) >= pencil.px(oneLineFrom) || size.width() < nameFrom.width() ||
        size.height() < nameFrom.height())
        return;
    const Theme& theme = pencil.theme;
    const GroupFigure& group = *box.as<GroupFigure>();
    const bool counted = !box.planned && size.width() >= countFrom.width() && size.height() >= countFrom.height();
    const TextPainter::Style title =
        pencil.style(TextSize::Normal, QFont::Bold, box.planned ? theme.sub : theme.text, Qt::ElideMiddle);
    const TextPainter::Style count = pencil.style(TextSize::Small, QFont::DemiBold, countColor(group, theme));
    const double most = r.width() - pencil.px(16);
    double width = pencil.text.widthOf(pencil.painter, Captions::title(box), title);
    if (counted)
        width = std::max(width, pencil.text.widthOf(pencil.painter, Captions::healthyCount(group), count));
    width = std::min(width, most);
    const double line = pencil.px(15);
    QRectF label(0, 0, width + pencil.px(12), line * (counted ? 2 : 1) + pencil.px(3));
    label.moveCenter(r.center());
    QColor paper = theme.canvas;
    paper.setAlphaF(0.9F);
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(paper);
    pencil.painter->drawRoundedRect(label.toRect(), pencil.px(4), pencil.px(4));
    const double baseline = label.top() + pencil.px(13);
    pencil.text.draw(pencil.painter, {label.center().x(), baseline}, width + 1, Captions::title(box), title,
                     Qt::AlignHCenter);
    if (counted)
        pencil.text.draw(pencil.painter, {label.center().x(), baseline + line}, width + 1,
                         Captions::healthyCount(group), count, Qt::AlignHCenter);
}

} // namespace snowmelt
