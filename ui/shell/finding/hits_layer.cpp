// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/hits_layer.h"

#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qsizetype roundedAtMost = 200; ///< curves and dashes of more would take longer than a frame may
constexpr double apart = 2;              ///< pixels; neighbours are close
constexpr double currentApart = 4;
constexpr double leastSide = 10; ///< pixels: around a dot, too

QRectF ringOf(const QRectF& hit, const Viewport& viewport, double off)
{
    QRectF ring = viewport.toView(hit).adjusted(-off, -off, off, off);
    const double wider = std::max(0.0, leastSide - ring.width()) / 2;
    const double higher = std::max(0.0, leastSide - ring.height()) / 2;
    return ring.adjusted(-wider, -higher, wider, higher);
}

} // namespace

void HitsLayer::paint(QPainter* painter, const DiagramStage& stage)
{
    const QRectF view(QPointF(), QSizeF(stage.size));
    QList<QRectF> rings;
    for (const QRectF& hit : m_hits)
        if (const QRectF ring = ringOf(hit, stage.viewport, apart); ring.intersects(view) && hit != m_current)
            rings << ring;
    const bool few = rings.size() <= roundedAtMost;
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing, few);
    painter->setPen(QPen(stage.theme.sub, 1.5, few ? Qt::DashLine : Qt::SolidLine));
    if (few)
        for (const QRectF& ring : rings)
            painter->drawRoundedRect(ring, metric::cardRadius, metric::cardRadius);
    else
        painter->drawRects(rings.constData(), int(rings.size()));
    if (!m_current.isNull()) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(stage.theme.ink, 2.5));
        painter->drawRoundedRect(ringOf(m_current, stage.viewport, currentApart), metric::cardRadius,
                                 metric::cardRadius);
    }
    painter->restore();
}

} // namespace snowmelt
