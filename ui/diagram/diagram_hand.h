// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_drag.h"
#include "ui/diagram/diagram_layer.h"

namespace snowmelt {

/// What a mouse is doing in a diagram between press and release. A press is a click until it has moved far enough; what
/// it becomes then was decided when it began.
class DiagramHand
{
public:
    enum class Deed { Rest, Click, Pan, Move, Band };

    Deed deed() const { return m_deed; }
    Qt::MouseButton button() const { return m_button; }
    const QPointF& at() const { return m_at; } ///< view pixels
    /// `becomes`: once it moves. `drag` is what is moved then, if that is what it becomes, from `grip` (diagram units).
    void press(Qt::MouseButton button, const QPointF& at, Deed becomes, const DiagramDrag& drag, const QPointF& grip);
    /// `grip`: what is under the mouse now, in diagram units. False: it has not moved far enough yet to mean anything
    /// but a click.
    bool moveTo(const QPointF& at, const QPointF& grip);
    /// How far it went since the last time it was asked.
    QPointF takeStep();
    void rest();

    const DiagramDrag& drag() const { return m_drag; }
    QRectF band() const { return QRectF(m_pressedAt, m_at).normalized(); } ///< view pixels

private:
    Deed m_deed = Deed::Rest;
    Deed m_becomes = Deed::Pan;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_pressedAt;
    QPointF m_at;
    QPointF m_steppedFrom;
    QPointF m_grip;
    DiagramDrag m_drag;
};

/// Outlines of what is moved and the ways of its edges, or the band.
class HandLayer final : public DiagramLayer
{
public:
    explicit HandLayer(const DiagramHand& hand) : m_hand(hand) {}
    void paint(QPainter* painter, const DiagramStage& stage) override;

private:
    void paintDrag(QPainter* painter, const DiagramStage& stage) const;
    void paintNames(QPainter* painter, const DiagramStage& stage) const;
    void paintBand(QPainter* painter, const DiagramStage& stage) const;

    const DiagramHand& m_hand;
};

} // namespace snowmelt
