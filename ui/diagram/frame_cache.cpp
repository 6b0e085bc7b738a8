// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/frame_cache.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr int largeDiagram = 150; ///< boxes; below it a sharp frame takes a few milliseconds

} // namespace

bool FrameCache::paint(QPainter* painter, const Diagram& diagram, const DiagramLook& look, const Viewport& viewport,
                       QSize size, bool hurried)
{
    const double ratio = painter->device()->devicePixelRatioF();
    const bool usable = !m_frame.isNull() && m_frame.size() == size * ratio;
    if (usable && hurried && diagram.boxes.size() > largeDiagram && m_viewport != viewport) {
        const double scale = viewport.zoom / m_viewport.zoom;
        const QPointF corner = viewport.origin - m_viewport.origin * scale;
        painter->fillRect(QRectF(QPointF(), size), look.theme->canvas);
        painter->drawPixmap(QRectF(corner, QSizeF(size) * scale), m_frame, QRectF(m_frame.rect()));
        return true;
    }
    if (!usable || m_viewport != viewport)
        render(diagram, look, viewport, size, ratio);
    painter->drawPixmap(0, 0, m_frame);
    return false;
}

void FrameCache::render(const Diagram& diagram, const DiagramLook& look, const Viewport& viewport, QSize size,
                        double ratio)
{
    m_frame = QPixmap(size * ratio);
    m_frame.setDevicePixelRatio(ratio);
    m_frame.fill(look.theme->canvas);
    m_viewport = viewport;
    ++m_sharp;
    QPainter painter(&m_frame);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(viewport.transform(), true);
    const QRectF visible = viewport.toDiagram(QRectF(QPointF(), QSizeF(size)));
    DiagramPainter::paintGrid(&painter, visible, *look.theme);
    m_painter.paint(&painter, diagram, look, visible);
}

} // namespace snowmelt
