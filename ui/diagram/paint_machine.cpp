// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/captions.h"
#include "ui/diagram/pencil.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double wordsFrom = 70;  ///< pixels; a narrower machine is a shape with a glyph
constexpr double namedFrom = 52;  ///< pixels that a part of a name needs
constexpr double nameHeight = 13; ///< pixels that it needs
constexpr double nameInset = 4;   ///< pixels between a name and the sides of its shape
constexpr double glyphFrom = 6;   ///< pixels
constexpr double captionFrom = 0.6;
constexpr double wholeFrom = 0.9; ///< zoom; everything has the place that it has at 100 %
constexpr double zoneLine = 17;   ///< units from the top: above a name, in the lid of a cylinder

/// Where a shape leaves room for glyph and text.
struct Inner
{
    double left, right, titleRight;
    double top, bottom;
    double titleLine; ///< baseline at 100 %
};

Inner innerOf(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const auto u = [&](double units) { return pencil.unit(units); };
    if (box.kind == BoxKind::Balancer)
        return {r.left() + u(34), r.right() - u(22), r.right() - u(12), r.top(), r.bottom(), r.top() + u(38)};
    const double top = box.kind == BoxKind::Database ? r.top() + u(26) : r.top();
    const bool under = box.kind == BoxKind::Cache && !box.zones.isEmpty(); // it has no room above its name to spare
    return {r.left() + u(18), r.right() - u(12), r.right() - u(12), top, r.bottom(), top + u(under ? 34 : 26)};
}

/// The block of lines: as drawn at 100 % while there is room, then fewer lines, in the middle.
struct Block
{
    double title;
    double first; ///< baseline of the first line below the title
    double pitch;
    int lines;
};

Block blockOf(const Pencil& pencil, const Inner& inner, int wanted)
{
    const double title = 17 * pencil.textScale(TextSize::Small);
    const double pitch = std::max(pencil.unit(16), pencil.px(13.5));
    if (pencil.zoom >= wholeFrom)
        return {inner.titleLine, inner.titleLine + pencil.unit(19), pitch, wanted};
    const double height = inner.bottom - inner.top;
    const int lines = std::clamp(int((height - title - pencil.px(6)) / pitch), 0, wanted);
    const double top = inner.top + (height - title - lines * pitch) / 2;
    return {top + pencil.px(13), top + pencil.px(13) + pitch + pencil.px(1), pitch, lines};
}

HealthStyle lookOf(const Pencil& pencil, const DiagramBox& box)
{
    if (box.planned)
        return plannedStyle(pencil.theme);
    return box.reached() ? reachedStyle(pencil.theme) : healthStyle(box.health(), pencil.theme);
}

void paintWords(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const Theme& theme = pencil.theme;
    const HealthStyle style = lookOf(pencil, box);
    const Inner inner = innerOf(pencil, box, r);
    const QStringList lines = Captions::machineLines(box, pencil.age);
    const Block block = blockOf(pencil, inner, int(lines.size()));
    const double glyph = std::max(pencil.unit(16), pencil.px(12));
    const double start = inner.left + glyph + pencil.unit(6);
    paintGlyph(pencil, style.icon, {inner.left + glyph / 2, block.title - pencil.textScale(TextSize::Small) * 5}, glyph,
               style.ink);
    pencil.text.draw(
        pencil.painter, {start, block.title}, inner.titleRight - start, Captions::title(box),
        pencil.style(TextSize::Large, QFont::DemiBold, box.planned ? theme.sub : theme.text, Qt::ElideMiddle));
    for (int i = 0; i < block.lines; ++i)
        pencil.text.draw(pencil.painter, {inner.left, block.first + i * block.pitch}, inner.right - inner.left,
                         lines[i], pencil.style(TextSize::Small, QFont::Normal, theme.sub));
}

void paintZones(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    if (box.zones.isEmpty() || pencil.zoom < wholeFrom)
        return;
    pencil.text.draw(pencil.painter, {r.center().x(), r.top() + pencil.unit(zoneLine)}, r.width() - pencil.unit(48),
                     Captions::zones(box), pencil.style(TextSize::Small, QFont::Normal, pencil.theme.sub),
                     Qt::AlignHCenter);
}

/// Too small for more than a name: that is printed within the shape or not at all, so that it never hides what the
/// shape and its border say. What is ill keeps its glyph beside it.
void paintSmall(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const HealthStyle style = lookOf(pencil, box);
    const bool well = !box.planned && (box.health() == Health::Healthy || box.reached());
    const double glyph = std::min(pencil.px(14), r.height() * 0.7);
    const TextPainter::Style text = pencil.style(TextSize::Small, QFont::DemiBold,
                                                 box.planned ? pencil.theme.sub : pencil.theme.text, Qt::ElideMiddle);
    const double width = pencil.text.widthOf(pencil.painter, Captions::title(box), text);
    const double room = r.width() - 2 * pencil.px(nameInset);
    const bool named = r.height() >= pencil.px(nameHeight) && room >= std::min(width, pencil.px(namedFrom));
    if (glyph >= pencil.px(glyphFrom) && !(named && well))
        paintGlyph(pencil, style.icon, named ? r.topLeft() + QPointF(glyph / 3, 0) : r.center(), glyph, style.ink);
    if (named)
        pencil.text.draw(pencil.painter, {r.center().x(), r.center().y() + pencil.px(4)}, room, Captions::title(box),
                         text, Qt::AlignHCenter);
}

} // namespace

void paintClients(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    const Theme& theme = pencil.theme;
    SceneMark mark = markOf(box);
    mark.health = Health::Healthy;
    paintBody(pencil, mark, r);
    paintGlyph(pencil, QStringLiteral("role-clients"), r.center(), r.width() * 26 / 56,
               {box.planned ? theme.faint : theme.sub, theme.panel});
    if (pencil.zoom >= captionFrom)
        pencil.text.draw(pencil.painter, {r.center().x(), r.bottom() + pencil.unit(18)}, 2 * r.width(),
                         Captions::title(box), pencil.style(TextSize::Small, QFont::DemiBold, theme.sub),
                         Qt::AlignHCenter);
}

void paintMachine(const Pencil& pencil, const DiagramBox& box, const QRectF& r)
{
    SceneMark mark = markOf(box);
    mark.drift = DriftMark::Clean; // a badge says it, not the body
    mark.differences = 0;
    paintBody(pencil, mark, r);
    if (r.width() < pencil.px(wordsFrom))
        return paintSmall(pencil, box, r);
    paintWords(pencil, box, r);
    paintZones(pencil, box, r);
    if (box.node() && !Captions::driftBadge(*box.node()).isEmpty())
        paintDriftPill(pencil, r.right() - pencil.unit(22), r.top(), *box.node());
}

} // namespace snowmelt
