// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/placing.h"
#include "ui/diagram/scene/scene.h"

#include <QPainterPath>

namespace snowmelt {

/// Places a hand gives are multiples of this.
inline constexpr double placeGrid = 8;

/// A step of the grid from `value`, onto it if it is beside it.
double gridStep(double value, int direction);

/// Boxes in a hand, on their way to another place. Values only: what the fleet does meanwhile takes nothing out of the
/// hand.
class DiagramDrag
{
public:
    /// What is moved by taking hold of `box` while `parts` are selected: those of them that have a place. Empty unless
    /// the box, or what it is in, is one of them.
    static bool canTake(const Scene& scene, const QStringList& parts, int box);
    static DiagramDrag of(const Scene& scene, const QStringList& parts, int box);

    bool isEmpty() const { return m_from.isEmpty(); }
    /// By so much since it was taken; the box that is held comes to stand on the grid.
    void moveBy(const QPointF& by);
    const QPointF& offset() const { return m_offset; }
    Places places() const; ///< where they stand if they are let go now

    /// An edge that ends in the hand at one of its ends, or at both.
    struct Thread
    {
        QPointF from, to;
        bool fromMoves = false, toMoves = false;
    };
    /// A box where it was taken, and what it is called.
    struct Ghost
    {
        QPainterPath outline;
        QString name;
    };
    const QList<Ghost>& ghosts() const { return m_ghosts; }
    const QList<Thread>& threads() const { return m_threads; }

private:
    void take(const Scene& scene, const QStringList& seats);

    Places m_from;
    QPointF m_held; ///< corner of the box that is held
    QPointF m_offset;
    QList<Ghost> m_ghosts;
    QList<Thread> m_threads;
};

} // namespace snowmelt
