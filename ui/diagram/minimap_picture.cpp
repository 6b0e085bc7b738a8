// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/minimap_picture.h"

#include "ui/diagram/scene/dots.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace snowmelt {

namespace {

constexpr int leastMachine = 3; ///< device pixels

/// On whole pixels; a node of less than a pixel still has one.
QRect onPixels(const QRectF& rect, const QTransform& place, int least)
{
    const QRectF placed = place.mapRect(rect);
    const int left = int(std::floor(placed.left()));
    const int top = int(std::floor(placed.top()));
    return {left, top, std::max(least, int(std::floor(placed.width()))),
            std::max(least, int(std::floor(placed.height())))};
}

/// Nobody asks clients how they are.
SceneMark shown(SceneMark mark)
{
    if (mark.kind == BoxKind::Clients)
        mark.health = Health::Healthy;
    return mark;
}

void paintContainers(QPainter* painter, const Scene& scene, const Theme& theme, const QTransform& place)
{
    painter->setPen(theme.line);
    for (const int box : scene.containers()) {
        painter->setBrush(scene.mark(box).kind == BoxKind::Group ? theme.group : theme.canvas);
        painter->drawRect(onPixels(scene.rect(box), place, 2).adjusted(0, 0, -1, -1));
    }
}

} // namespace

Viewport wholeIn(const QRectF& bounds, const QSizeF& room)
{
    Viewport place;
    if (bounds.isEmpty() || room.isEmpty())
        return place;
    place.zoom = std::min(room.width() / bounds.width(), room.height() / bounds.height());
    place.origin = QPointF(room.width() / 2, room.height() / 2) - bounds.center() * place.zoom;
    return place;
}

QImage minimapPicture(const Scene& scene, const DiagramLook& look, const Viewport& place, QSize size, double ratio)
{
    QImage image(size * ratio, QImage::Format_RGB32);
    image.fill(look.theme->canvas);
    const QTransform pixels = place.transform() * QTransform::fromScale(ratio, ratio);
    QPainter painter(&image);
    paintContainers(&painter, scene, *look.theme, pixels);
    Dots dots(*look.theme, look.mode, ratio);
    QRect last;
    SceneMark lastMark;
    for (int box = 0; box < scene.size(); ++box) {
        const SceneMark mark = shown(scene.mark(box));
        if (mark.container())
            continue;
        const QRect rect = onPixels(scene.rect(box), pixels, mark.node() ? 1 : leastMachine);
        const bool dimmed = look.isDimmed(box);
        // Neighbours in a large group fall onto the same pixel, and mostly look the same.
        if (rect == last && mark == lastMark && !dimmed)
            continue;
        last = dimmed ? QRect() : rect;
        lastMark = mark;
        dots.add(mark, rect, dimmed);
    }
    dots.paint(&painter, image.rect());
    painter.end();
    image.setDevicePixelRatio(ratio);
    return image;
}

} // namespace snowmelt
