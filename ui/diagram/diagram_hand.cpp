// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_hand.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double veilOpacity = 0.09;
constexpr double leastNamed = 48; ///< pixels a ghost is wide before it says its name

/// What is under it stays legible.
QColor veil(const Theme& theme)
{
    QColor color = theme.ink;
    color.setAlphaF(veilOpacity);
    return color;
}

} // namespace

void DiagramHand::press(Qt::MouseButton button, const QPointF& at, Deed becomes, const DiagramDrag& drag,
                        const QPointF& grip)
{
    m_deed = Deed::Click;
    m_becomes = becomes;
    m_button = button;
    m_pressedAt = m_at = m_steppedFrom = at;
    m_drag = drag;
    m_grip = grip;
}

bool DiagramHand::moveTo(const QPointF& at, const QPointF& grip)
{
    if (m_deed == Deed::Click && (at - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return false;
    if (m_deed == Deed::Click)
        m_deed = m_becomes;
    m_at = at;
    if (m_deed == Deed::Move)
        m_drag.moveBy(grip - m_grip);
    return true;
}

QPointF DiagramHand::takeStep()
{
    return m_at - std::exchange(m_steppedFrom, m_at);
}

void DiagramHand::rest()
{
    m_deed = Deed::Rest;
    m_button = Qt::NoButton;
    m_drag = {};
}

void HandLayer::paint(QPainter* painter, const DiagramStage& stage)
{
    painter->save();
    if (m_hand.deed() == DiagramHand::Deed::Move)
        paintDrag(painter, stage);
    else if (m_hand.deed() == DiagramHand::Deed::Band)
        paintBand(painter, stage);
    painter->restore();
}

void HandLayer::paintDrag(QPainter* painter, const DiagramStage& stage) const
{
    const DiagramDrag& drag = m_hand.drag();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->save();
    painter->setTransform(stage.viewport.transform(), true);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(screenPen(painter, stage.theme.sub, 1.5, Qt::DashLine));
    for (const DiagramDrag::Thread& thread : drag.threads()) {
        const QPointF from = thread.from + (thread.fromMoves ? drag.offset() : QPointF());
        const QPointF to = thread.to + (thread.toMoves ? drag.offset() : QPointF());
        painter->drawPath(heldThread(from, to));
    }
    painter->translate(drag.offset());
    painter->setBrush(veil(stage.theme));
    painter->setPen(screenPen(painter, stage.theme.ink, 2));
    for (const DiagramDrag::Ghost& ghost : drag.ghosts())
        painter->drawPath(ghost.outline);
    painter->restore();
    paintNames(painter, stage);
}

/// Which is which, where there is room to say so.
void HandLayer::paintNames(QPainter* painter, const DiagramStage& stage) const
{
    const DiagramDrag& drag = m_hand.drag();
    const TextPainter::Style style{TextSize::Normal, QFont::DemiBold, stage.theme.ink};
    for (const DiagramDrag::Ghost& ghost : drag.ghosts()) {
        const QRectF box = stage.viewport.toView(ghost.outline.boundingRect().translated(drag.offset()));
        if (box.width() < leastNamed || !box.intersects(QRectF(QPointF(), stage.size)))
            continue;
        const double width = std::min(stage.text.widthOf(painter, ghost.name, style), box.width() - 2 * metric::unit);
        const QRectF pill(box.center().x() - width / 2 - metric::unit, box.center().y() - 11, width + 2 * metric::unit,
                          22);
        painter->setPen(Qt::NoPen);
        painter->setBrush(stage.theme.panel);
        painter->drawRoundedRect(pill, metric::controlRadius, metric::controlRadius);
        stage.text.draw(painter, {box.center().x(), box.center().y() + 4.5}, width + 1, ghost.name, style,
                        Qt::AlignHCenter);
    }
}

void HandLayer::paintBand(QPainter* painter, const DiagramStage& stage) const
{
    painter->setPen(screenPen(painter, stage.theme.ink, 1));
    painter->setBrush(veil(stage.theme));
    painter->drawRect(m_hand.band().adjusted(0.5, 0.5, 0.5, 0.5));
}

} // namespace snowmelt
