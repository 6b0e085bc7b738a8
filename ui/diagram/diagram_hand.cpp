// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_hand.h"

#include <QApplication>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr double ghostOpacity = 0.55;

QPen cosmetic(const QColor& color, double width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen pen(color, width, style);
    pen.setCosmetic(true);
    return pen;
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
    painter->setTransform(stage.viewport.transform(), true);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(cosmetic(stage.theme.sub, 1.5, Qt::DashLine));
    for (const DiagramDrag::Thread& thread : drag.threads()) {
        const QPointF from = thread.from + (thread.fromMoves ? drag.offset() : QPointF());
        const QPointF to = thread.to + (thread.toMoves ? drag.offset() : QPointF());
        const double middle = (from.x() + to.x()) / 2;
        QPainterPath way(from);
        way.cubicTo({middle, from.y()}, {middle, to.y()}, to);
        painter->drawPath(way);
    }
    painter->translate(drag.offset());
    QColor paper = stage.theme.selection;
    paper.setAlphaF(ghostOpacity);
    painter->setBrush(paper);
    painter->setPen(cosmetic(stage.theme.ink, 2));
    for (const QPainterPath& outline : drag.outlines())
        painter->drawPath(outline);
}

void HandLayer::paintBand(QPainter* painter, const DiagramStage& stage) const
{
    QColor paper = stage.theme.selection;
    paper.setAlphaF(ghostOpacity);
    painter->setPen(cosmetic(stage.theme.ink, 1));
    painter->setBrush(paper);
    painter->drawRect(m_hand.band().adjusted(0.5, 0.5, 0.5, 0.5));
}

} // namespace snowmelt
