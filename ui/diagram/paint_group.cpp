// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

#include <algorithm>
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
constexpr double pillRoom = 24;       ///< pixels around the words of a pill
constexpr double collapsedGlyph = 12; ///< of the worst of the nodes that are not shown
constexpr double smallestGlyph = 6;
constexpr QSizeF groupNameFrom{40, 22}; ///< pixels of a group that still says its name
constexpr int nameEnds = 3;             ///< letters on both sides of a cut: with fewer, far too many names look alike

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

/// The letter says the side where colour does not.
void paintChip(const Pencil& pencil, const DiagramBox& box, const QPointF& at)
{
    const double scale = pencil.textScale(TextSize::Small);
    const QRectF chip(at, QSizeF(chipWidth, chipHeight) * scale);
    pencil.painter->setPen(Qt::NoPen);
    pencil.painter->setBrush(sideColor(box.side, pencil.theme));
    pencil.painter->drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
    pencil.text.draw(pencil.painter, {chip.center().x(), chip.center().y() + 4 * scale}, chip.width(),
                     Captions::sideLetter(box.side), pencil.style(TextSize::Small, QFont::Bold, pencil.theme.onInk),
                     Qt::AlignHCenter);
}

/// What could not be seen may be ill.
QColor countColor(const GroupFigure& group, const Theme& theme)
{
    return group.down > 0 ? theme.red : group.degraded() + group.unseen > 0 ? theme.amber : theme.sub;
}

TextPainter::Style countStyle(const Pencil& pencil, const DiagramBox& box)
{
    const QColor ink = box.planned ? pencil.theme.sub : countColor(*box.as<GroupFigure>(), pencil.theme);
    return pencil.style(TextSize::Small, QFont::DemiBold, ink);
}

/// The longest text that fits; none does: nothing.
QString fitting(const Pencil& pencil, const QStringList& texts, const TextPainter::Style& style, double room)
{
    const auto fits = [&](const QString& text) { return pencil.text.widthOf(pencil.painter, text, style) <= room; };
    const auto found = std::find_if(texts.begin(), texts.end(), fits);
    return found == texts.end() ? QString() : *found;
}

QString countWithin(const Pencil& pencil, const DiagramBox& box, double room)
{
    return fitting(pencil, Captions::counts(box), countStyle(pencil, box), room);
}

double paintDrifted(const Pencil& pencil, const GroupFigure& group, double right, double middle)
{
    if (group.drifted == 0)
        return 0;
    return paintPill(pencil, right, middle, Captions::driftedCount(group.drifted), pencil.theme.drift,
                     pencil.theme.driftTint) +
           pencil.px(metric::unit);
}

/// Groups of a fleet often begin alike, and differ at their end.
TextPainter::Style titleStyle(const Pencil& pencil, const DiagramBox& box)
{
    return pencil.style(TextSize::Large, QFont::Bold, box.planned ? pencil.theme.sub : pencil.theme.text,
                        Qt::ElideMiddle);
}

/// The shortest is cut where even that is too long.
QString titleWithin(const Pencil& pencil, const DiagramBox& box, double room)
{
    const QStringList titles = Captions::groupTitles(box);
    const QString found = fitting(pencil, titles, titleStyle(pencil, box), room);
    return found.isEmpty() ? titles.constLast() : found;
}

/// What name and side ask for before anything else is said beside them.
double nameRoom(const Pencil& pencil, const DiagramBox& box, double most)
{
    const QStringList titles = Captions::groupTitles(box);
    const QString& wanted = titles.size() > 1 ? titles[1] : titles.constFirst();
    return std::min(most, pencil.text.widthOf(pencil.painter, wanted, titleStyle(pencil, box)));
}

/// The worst of its nodes as a glyph around `centre`.
void paintWorst(const Pencil& pencil, const DiagramBox& box, const QPointF& centre, double glyph)
{
    const HealthStyle look = box.planned     ? plannedStyle(pencil.theme)
                             : box.reached() ? reachedStyle(pencil.theme)
                                             : healthStyle(box.health(), pencil.theme);
    paintGlyph(pencil, look.icon, centre, glyph, look.ink);
}

void paintTwoLines(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const auto u = [&](double units) { return pencil.unit(units); };
    const GroupFigure& group = *box.as<GroupFigure>();
    const bool side = box.side != Side::None;
    double left = r.left() + u(groupInset);
    double right = r.right() - u(groupInset);
    if (box.collapsed) {
        const double glyph = std::max(u(collapsedGlyph), pencil.px(collapsedGlyph));
        paintWorst(pencil, box, {left + glyph / 2, r.top() + u(groupTitleLine) - glyph / 3}, glyph);
        left += glyph + pencil.px(metric::unit / 2.0);
    }
    if (side) {
        paintChip(pencil, box, {left, r.top() + u(groupTitleLine - 15)});
        left += (chipWidth + 10) * pencil.textScale(TextSize::Small);
    } else {
        const double room = right - left - nameRoom(pencil, box, (right - left) / 2) - pencil.px(metric::unit);
        right -= pencil.text.draw(pencil.painter, {right, r.top() + u(groupTitleLine)}, room,
                                  countWithin(pencil, box, room), countStyle(pencil, box), Qt::AlignRight) +
                 pencil.px(metric::unit);
    }
    pencil.text.draw(pencil.painter, {left, r.top() + u(groupTitleLine)}, right - left,
                     titleWithin(pencil, box, right - left), titleStyle(pencil, box));
    left = r.left() + u(groupInset);
    right = r.right() - u(groupInset);
    right -= paintDrifted(pencil, group, right, r.top() + u(groupDetailLine - 4));
    pencil.text.draw(
        pencil.painter, {left, r.top() + u(groupDetailLine)}, right - left, Captions::groupDetail(box),
        pencil.style(TextSize::Small, QFont::Normal, side ? countColor(group, pencil.theme) : pencil.theme.sub));
}

/// Without its nodes, and too small for its name: how they are, and how many.
void paintCollapsed(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const double glyph = std::min(pencil.px(collapsedGlyph), r.height() * 0.7);
    if (glyph < pencil.px(smallestGlyph))
        return;
    const GroupFigure& group = *box.as<GroupFigure>();
    TextPainter::Style style = countStyle(pencil, box);
    style.scale = pencil.ratio;
    const double gap = pencil.px(3);
    const QString count = fitting(pencil, {QString::number(box.planned ? group.wanted : group.nodes)}, style,
                                  r.width() - glyph - gap - pencil.px(4));
    const double width = count.isEmpty() ? 0 : gap + pencil.text.widthOf(pencil.painter, count, style);
    const double left = r.center().x() - (glyph + width) / 2;
    paintWorst(pencil, box, {left + glyph / 2, r.center().y()}, glyph);
    pencil.text.draw(pencil.painter, {left + glyph + gap, r.center().y() + pencil.px(4)}, width, count, style);
}

/// Below a line of words; none: nothing lies there.
void layPaper(const Pencil& pencil, double from, double width, double middle, const QColor& paper)
{
    if (!paper.isValid())
        return;
    const double height = pencil.px(oneLineFrom - 1);
    const QRectF plate(from - pencil.px(2), middle - height / 2, width + pencil.px(4), height);
    // Smoothed, the last row of a plate that leaves the clip would be covered by a 255th less.
    pencil.painter->setRenderHint(QPainter::Antialiasing, false);
    pencil.painter->fillRect(plate.toAlignedRect(), paper);
    pencil.painter->setRenderHint(QPainter::Antialiasing);
}

/// On both sides of a line of words.
double lineInset(const Pencil& pencil)
{
    return std::max(pencil.unit(groupInset), pencil.px(5));
}

/// Whole, or cut to what still tells it from another.
bool nameFits(const Pencil& pencil, const DiagramBox& box, double room)
{
    const QString cut = box.part.left(nameEnds) + u'…' + box.part.right(nameEnds);
    return !fitting(pencil, {box.part, box.part.size() > 2 * nameEnds ? cut : box.part}, titleStyle(pencil, box), room)
                .isEmpty();
}

/// Name, counts and drift side by side, as far as there is room; what the mode asks for comes first. On `paper` where
/// nodes lie below.
void paintOneLine(const Pencil& pencil, const DiagramBox& box, const QRectF& r, double middle, const QColor& paper = {})
{
    const auto lay = [&](double from, double width) { layPaper(pencil, from, width, middle, paper); };
    const GroupFigure& group = *box.as<GroupFigure>();
    const double baseline = middle + pencil.px(4);
    double left = r.left() + lineInset(pencil);
    double right = r.right() - lineInset(pencil);
    if (box.side != Side::None && pencil.unit(header) >= pencil.px(chipHeight + 2)) {
        paintChip(pencil, box, {left, middle - pencil.px(chipHeight / 2)});
        left += pencil.px(chipWidth + 6);
    }
    if (box.collapsed) {
        const double glyph = pencil.px(collapsedGlyph);
        paintWorst(pencil, box, {left + glyph / 2, middle}, glyph);
        left += glyph + pencil.px(4);
    }
    const double name = left + nameRoom(pencil, box, right - left);
    const TextPainter::Style style = countStyle(pencil, box);
    const auto count = [&] {
        const QString text = countWithin(pencil, box, right - pencil.px(metric::unit) - name);
        if (text.isEmpty())
            return;
        const double width = pencil.text.widthOf(pencil.painter, text, style);
        lay(right - width, width);
        pencil.text.draw(pencil.painter, {right, baseline}, width, text, style, Qt::AlignRight);
        right -= width + pencil.px(metric::unit);
    };
    const auto drift = [&] {
        const double room = right - pencil.px(pillRoom) - name;
        if (group.drifted > 0 && !fitting(pencil, {Captions::driftedCount(group.drifted)}, style, room).isEmpty())
            right -= paintDrifted(pencil, group, right, middle);
    };
    if (pencil.mode == DiagramMode::Drift) {
        drift();
        count();
    } else {
        count();
        drift();
    }
    const QString title = titleWithin(pencil, box, right - left);
    lay(left, std::min(right - left, pencil.text.widthOf(pencil.painter, title, titleStyle(pencil, box))));
    pencil.text.draw(pencil.painter, {left, baseline}, right - left, title, titleStyle(pencil, box));
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
    else if (box.collapsed)
        paintCollapsed(pencil, box, r);
}

bool namesCoverNodes(const Pencil& pencil)
{
    return pencil.unit(header) < pencil.px(oneLineFrom);
}

void paintGroupName(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const QSizeF size = r.size() / pencil.ratio;
    if (box.collapsed || !namesCoverNodes(pencil) || size.width() < groupNameFrom.width() ||
        size.height() < groupNameFrom.height() || !nameFits(pencil, box, r.width() - 2 * lineInset(pencil)))
        return;
    QColor paper = box.planned ? pencil.theme.canvas : sideTint(box.side, pencil.theme);
    paper.setAlphaF(0.92F);
    paintOneLine(pencil, box, r, std::floor(r.top() + pencil.px(oneLineFrom / 2 + 1)), paper);
}

} // namespace snowmelt
