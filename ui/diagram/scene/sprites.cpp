// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/scene/sprites.h"

#include <QPainter>

#include <cmath>

namespace snowmelt {

namespace {

constexpr double overhang = 4; ///< units a shadow or a thick border reaches out
constexpr qsizetype mostBytes = 48 * 1024 * 1024;

enum class Part { Body, Cell };

/// Everything a mark can look like, in one number. A body says nothing of a number.
quint64 lookOf(const SceneMark& mark, DiagramMode mode, Part part)
{
    quint64 look = quint64(mark.kind);
    const auto add = [&look](quint64 value, int bits) { look = look << bits | value; };
    add(quint64(mark.health), 3);
    add(quint64(mark.side), 2);
    add(quint64(mark.drift), 2);
    add(mark.planned, 1);
    add(mark.reached, 1);
    add(mark.otherImage, 1);
    add(quint64(mode), 2);
    add(quint64(part), 1);
    add(part == Part::Cell ? mark.differences : 0, 16);
    return look;
}

quint64 packed(const QSize& size)
{
    return quint64(size.width()) << 32 | quint64(size.height());
}

/// A painter on `image`, whose pixel (margin, margin) is the corner of the shape.
QImage canvasFor(const QSize& size, int margin, const QPaintDevice* like)
{
    QImage image(size + QSize(2 * margin, 2 * margin), QImage::Format_ARGB32_Premultiplied);
    image.setDotsPerMeterX(int(std::round(like->logicalDpiX() / 0.0254)));
    image.setDotsPerMeterY(int(std::round(like->logicalDpiY() / 0.0254)));
    image.fill(Qt::transparent);
    return image;
}

} // namespace

void Sprites::prepare(const Pencil& pencil)
{
    const bool same = m_theme == &pencil.theme && m_zoom == pencil.zoom && m_ratio == pencil.ratio;
    if (same && m_bytes < mostBytes)
        return;
    m_shapes.clear();
    m_icons.clear();
    m_bytes = 0;
    m_theme = &pencil.theme;
    m_zoom = pencil.zoom;
    m_ratio = pencil.ratio;
}

template <typename Paint>
void Sprites::draw(const Pencil& pencil, const Shape& key, const QRect& rect, Paint paint)
{
    auto known = m_shapes.constFind(key);
    if (known == m_shapes.constEnd()) {
        const int margin = int(std::ceil(pencil.px(overhang) + pencil.unit(overhang)));
        Sprite made{canvasFor(rect.size(), margin, pencil.painter->device()), margin};
        QPainter painter(&made.image);
        painter.setRenderHint(QPainter::Antialiasing);
        Pencil own = pencil;
        own.painter = &painter;
        paint(own, QRectF(QPointF(margin, margin), QSizeF(rect.size())));
        painter.end();
        m_bytes += made.image.sizeInBytes();
        known = m_shapes.insert(key, made);
    }
    pencil.painter->drawImage(rect.topLeft() - QPoint(known->margin, known->margin), known->image);
}

void Sprites::drawBody(const Pencil& pencil, const SceneMark& mark, const QRect& rect)
{
    draw(pencil, {lookOf(mark, pencil.mode, Part::Body), packed(rect.size())}, rect,
         [&mark](Pencil& own, const QRectF& place) {
             own.sprites = nullptr;
             // Half a pixel in, a thin border covers one row of pixels instead of two halves.
             paintBody(own, mark, place.adjusted(0.5, 0.5, -0.5, -0.5));
         });
}

void Sprites::drawCell(const Pencil& pencil, const SceneMark& mark, const QRect& rect)
{
    draw(pencil, {lookOf(mark, pencil.mode, Part::Cell), packed(rect.size())}, rect,
         [&mark](Pencil& own, const QRectF& place) { paintCell(own, mark, place); });
}

void Sprites::drawIcon(const Pencil& pencil, const QString& name, const QRectF& rect, const IconInk& ink)
{
    const int pixels = std::max(1, int(std::round(rect.width())));
    const Icon key{name, ink.ink.rgba(), ink.paper.rgba(), pixels};
    auto known = m_icons.constFind(key);
    if (known == m_icons.constEnd()) {
        QImage image = canvasFor({pixels, pixels}, 0, pencil.painter->device());
        QPainter painter(&image);
        paintIcon(&painter, name, QRectF(0, 0, pixels, pixels), ink);
        painter.end();
        m_bytes += image.sizeInBytes();
        known = m_icons.insert(key, image);
    }
    const QPointF corner = rect.center() - QPointF(pixels, pixels) / 2;
    pencil.painter->drawImage(QPoint(int(std::floor(corner.x() + 0.5)), int(std::floor(corner.y() + 0.5))), *known);
}

} // namespace snowmelt
