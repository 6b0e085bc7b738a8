// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_layer.h"

#include "ui/diagram/diagram_painter.h"

#include <QPainter>

namespace snowmelt {

namespace {

/// More than these are drawn as frames, in one go.
constexpr int mostRings = 200;
constexpr double frameGap = 2; ///< pixels

void paintMany(QPainter* painter, const DiagramStage& stage, const QPen& pen)
{
    const double gap = frameGap / stage.viewport.zoom;
    const QRectF seen = stage.viewport.toDiagram(QRectF(QPointF(), stage.size));
    const QSet<QString> selected(stage.selected.begin(), stage.selected.end());
    QList<QRectF> frames;
    stage.scene.eachBox(seen, [&](int box) {
        if (selected.contains(stage.scene.box(box).part))
            frames << stage.scene.rect(box).adjusted(-gap, -gap, gap, gap);
    });
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(pen);
    painter->drawRects(frames);
}

} // namespace

QPen screenPen(const QPainter* painter, const QColor& color, double width, Qt::PenStyle style)
{
    QPen pen(color, width * painter->device()->devicePixelRatioF(), style);
    pen.setCosmetic(true);
    return pen;
}

QPainterPath heldThread(const QPointF& from, const QPointF& to)
{
    const double middle = (from.x() + to.x()) / 2;
    QPainterPath thread(from);
    thread.cubicTo({middle, from.y()}, {middle, to.y()}, to);
    return thread;
}

void SelectionLayer::paint(QPainter* painter, const DiagramStage& stage)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setTransform(stage.viewport.transform(), true);
    // Rings keep their width: far away they are all that is seen of a selected node.
    const auto pen = [painter](const QColor& color, double width) { return screenPen(painter, color, width); };
    if (!stage.hovered.isEmpty() && !stage.selected.contains(stage.hovered))
        DiagramPainter::paintRing(painter, stage.scene, stage.hovered, pen(stage.theme.control, 1.5));
    const QPen ring = stage.focused ? pen(stage.theme.ink, 2.5) : pen(stage.theme.sub, 1.5);
    if (stage.selected.size() > mostRings)
        paintMany(painter, stage, ring);
    else
        for (const QString& part : stage.selected)
            DiagramPainter::paintRing(painter, stage.scene, part, ring);
    painter->restore();
}

} // namespace snowmelt
