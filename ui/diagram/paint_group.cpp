// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

#include <cmath>

namespace snowmelt {

namespace {

constexpr double header = 64; ///< units above the nodes
constexpr double groupInset = 16;
constexpr double groupTitleLine = 28;
constexpr double groupDetailLine = 48;
constexpr double chipWidth = 24;
constexpr double chipHeight = 20;

constexpr double twoLinesFrom = 40; ///< pixels of the header
constexpr double oneLineFrom = 16;
constexpr QSizeF groupNameFrom{40, 22}; ///< pixels of a group that still says its name

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
    double left = r.left() + u(groupInset);
    double right = r.right() - u(groupInset);
    if (side) {
        paintChip(pencil, box, {left, r.top() + u(groupTitleLine - 15)});
        left += (chipWidth + 10) * pencil.textScale(TextSize::Small);
    } else if (!box.planned) {
        right -=
            paintCount(pencil, group, {right, r.top() + u(groupTitleLine)}, r.width() * 0.7) + pencil.px(metric::unit);
    }
    pencil.text.draw(pencil.painter, {left, r.top() + u(groupTitleLine)}, right - left, Captions::title(box),
                     titleStyle(pencil, box));
    left = r.left() + u(groupInset);
    right = r.right() - u(groupInset);
    right -= paintDrifted(pencil, group, right, r.top() + u(groupDetailLine - 4));
    const QString detail = side ? Captions::sideState(group) : Captions::groupImages(group);
    pencil.text.draw(pencil.painter, {left, r.top() + u(groupDetailLine)}, right - left, detail,
                     pencil.style(TextSize::Small, QFont::Normal, pencil.theme.sub));
}

/// Name, counts and drift side by side, as far as there is room; what the mode asks for comes first. On `paper` where
/// nodes lie below.
void paintOneLine(const Pencil& pencil, const DiagramBox& box, const QRectF& r, double middle, const QColor& paper = {})
{
    const auto lay = [&](double from, double width) {
        if (!paper.isValid())
            return;
        const double height = pencil.px(oneLineFrom - 1);
        const QRectF plate(from - pencil.px(2), middle - height / 2, width + pencil.px(4), height);
        // Smoothed, the last row of a plate that leaves the clip would be covered by a 255th less.
        pencil.painter->setRenderHint(QPainter::Antialiasing, false);
        pencil.painter->fillRect(plate.toAlignedRect(), paper);
        pencil.painter->setRenderHint(QPainter::Antialiasing);
    };
    const GroupFigure& group = *box.as<GroupFigure>();
    const double baseline = middle + pencil.px(4);
    const double edge = std::max(pencil.unit(groupInset), pencil.px(5));
    double left = r.left() + edge;
    double right = r.right() - edge;
    if (box.side != Side::None && pencil.unit(header) >= pencil.px(chipHeight + 2)) {
        paintChip(pencil, box, {left, middle - pencil.px(chipHeight / 2)});
        left += pencil.px(chipWidth + 6);
    }
    const double name = left + std::min((right - left) / 2, pencil.text.widthOf(pencil.painter, Captions::title(box),
                                                                                titleStyle(pencil, box)));
    const auto fits = [&](const QString& text, double margin) {
        const TextPainter::Style style = pencil.style(TextSize::Small, QFont::DemiBold, {});
        return right - pencil.text.widthOf(pencil.painter, text, style) - pencil.px(margin) > name;
    };
    const auto count = [&] {
        const QString text = Captions::healthyCount(group);
        if (box.planned || !fits(text, 8))
            return;
        const double width =
            pencil.text.widthOf(pencil.painter, text, pencil.style(TextSize::Small, QFont::DemiBold, {}));
        lay(right - width, width);
        right -= paintCount(pencil, group, {right, baseline}, right - name) + pencil.px(metric::unit);
    };
    const auto drift = [&] {
        if (group.drifted > 0 && fits(Captions::driftedCount(group.drifted), 24))
            right -= paintDrifted(pencil, group, right, middle);
    };
    if (pencil.mode == DiagramMode::Drift) {
        drift();
        count();
    } else {
        count();
        drift();
    }
    lay(left,
        std::min(right - left, pencil.text.widthOf(pencil.painter, Captions::title(box), titleStyle(pencil, box))));
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
    if (r.width() < pencil.px(groupNameFrom.width()))
        return;
    const double left = r.left() + pencil.unit(groupInset);
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
        paintOneLine(pencil, box, r, r.top() + pencil.unit(header) / 2 + pencil.px(1));
}

void paintGroupName(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const QSizeF size = r.size() / pencil.ratio;
    if (pencil.unit(header) >= pencil.px(oneLineFrom) || size.width() < groupNameFrom.width() ||
        size.height() < groupNameFrom.height())
        return;
    QColor paper = box.planned ? pencil.theme.canvas : sideTint(box.side, pencil.theme);
    paper.setAlphaF(0.92F);
    paintOneLine(pencil, box, r, std::floor(r.top() + pencil.px(oneLineFrom / 2 + 1)), paper);
}

} // namespace snowmelt
