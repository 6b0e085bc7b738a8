// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/pencil.h"

#include <QHash>
#include <QImage>

namespace snowmelt {

/// Pictures of shapes, cells and glyphs at the size they have on the screen: thousands of nodes look like a few dozen.
class Sprites
{
public:
    /// Forgets what was made for another appearance.
    void prepare(const Pencil& pencil);
    void drawBody(const Pencil& pencil, const SceneMark& mark, const QRect& rect);
    /// A whole cell: body, glyph and number.
    void drawCell(const Pencil& pencil, const SceneMark& mark, const QRect& rect);
    void drawIcon(const Pencil& pencil, const QString& name, const QRectF& rect, const IconInk& ink);
    qsizetype count() const { return m_shapes.size() + m_icons.size(); }

private:
    struct Sprite
    {
        QImage image;
        int margin = 0;
    };
    struct Shape
    {
        quint64 look;
        quint64 size;
        bool operator==(const Shape&) const = default;
        friend size_t qHash(const Shape& shape, size_t seed) { return qHashMulti(seed, shape.look, shape.size); }
    };
    struct Icon
    {
        QString name;
        QRgb ink, paper;
        int pixels;
        bool operator==(const Icon&) const = default;
        friend size_t qHash(const Icon& icon, size_t seed)
        {
            return qHashMulti(seed, icon.name, icon.ink, icon.paper, icon.pixels);
        }
    };
    template <typename Paint>
    void draw(const Pencil& pencil, const Shape& key, const QRect& rect, Paint paint);

    QHash<Shape, Sprite> m_shapes;
    QHash<Icon, QImage> m_icons;
    qsizetype m_bytes = 0;
    const Theme* m_theme = nullptr;
    double m_zoom = 0;
    double m_ratio = 0;
};

} // namespace snowmelt
