// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_choice.h"
#include "ui/diagram/diagram_view_p.h"

#include <QMouseEvent>

namespace snowmelt {

namespace {

constexpr double arrowPan = 64;

QPoint wayOf(Direction direction)
{
    switch (direction) {
    case Direction::Left:
        return {-1, 0};
    case Direction::Right:
        return {1, 0};
    case Direction::Up:
        return {0, -1};
    case Direction::Down:
        return {0, 1};
    }
    return {};
}

QPointF stepOnGrid(const QPointF& from, const QPoint& way)
{
    return {way.x() ? gridStep(from.x(), way.x()) : from.x(), way.y() ? gridStep(from.y(), way.y()) : from.y()};
}

} // namespace

/// Space, the middle button and whatever is not selected pan; Shift draws a band.
void DiagramView::Private::press(const QMouseEvent& event)
{
    const bool left = event.button() == Qt::LeftButton;
    if (hand.deed() != DiagramHand::Deed::Rest || (!left && event.button() != Qt::MiddleButton))
        return;
    DiagramDrag taken;
    DiagramHand::Deed deed = DiagramHand::Deed::Pan;
    if (left && !spaceHeld && event.modifiers() & Qt::ShiftModifier) {
        deed = DiagramHand::Deed::Band;
    } else if (left && isMovableAt(event.position())) {
        deed = DiagramHand::Deed::Move;
        taken = DiagramDrag::of(scene, parts, boxAt(event.position()));
    }
    hand.press(event.button(), event.position(), deed, taken, viewport.toDiagram(event.position()));
}

void DiagramView::Private::drag(const QPointF& at)
{
    if (!hand.moveTo(at, viewport.toDiagram(at)))
        return;
    followCursor(at);
    const QPointF step = hand.takeStep();
    if (hand.deed() == DiagramHand::Deed::Pan)
        return pan(step);
    if (hand.deed() == DiagramHand::Deed::Move)
        edge.hold(at);
    setHovered(-1);
    q->update();
}

void DiagramView::Private::keepHold()
{
    if (hand.deed() == DiagramHand::Deed::Move)
        hand.moveTo(hand.at(), viewport.toDiagram(hand.at()));
}

bool DiagramView::Private::isHandBusy() const
{
    return hand.deed() != DiagramHand::Deed::Rest && hand.deed() != DiagramHand::Deed::Click;
}

void DiagramView::Private::restHand()
{
    hand.rest();
    edge.letGo();
}

void DiagramView::Private::release(const QMouseEvent& event)
{
    if (event.button() != hand.button())
        return;
    const DiagramHand::Deed deed = hand.deed();
    if (deed == DiagramHand::Deed::Move)
        drop();
    else if (deed == DiagramHand::Deed::Band)
        chooseBand();
    restHand();
    if (deed == DiagramHand::Deed::Click && event.button() == Qt::LeftButton && !spaceHeld)
        click(event.position(), event.modifiers());
    followCursor(event.position());
    q->update();
}

void DiagramView::Private::click(const QPointF& at, Qt::KeyboardModifiers modifiers)
{
    const int index = boxAt(at);
    const QString part = index < 0 ? QString() : scene.box(index).part;
    const bool more = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    if (more && part.isEmpty())
        return;
    const QStringList next = more ? toggledParts(parts, part) : QStringList();
    box = index < 0 ? QString() : scene.box(index).key;
    more ? setParts(next) : select(part);
}

void DiagramView::Private::drop()
{
    const DiagramDrag& moved = hand.drag();
    if (moved.offset().isNull())
        return;
    const Places places = moved.places();
    restHand();
    fitted = false; // what is in sight stays where it is
    Q_EMIT q->moveAsked(places, false);
}

void DiagramView::Private::chooseBand()
{
    setParts(partsWithin(scene, viewport.toDiagram(hand.band())));
}

bool DiagramView::Private::letGo()
{
    if (hand.deed() != DiagramHand::Deed::Move && hand.deed() != DiagramHand::Deed::Band)
        return false;
    restHand();
    q->unsetCursor();
    q->update();
    return true;
}

bool DiagramView::Private::isMovableAt(const QPointF& viewPosition) const
{
    if (!placing || spaceHeld || parts.isEmpty())
        return false;
    const int index = boxAt(viewPosition);
    return index >= 0 && DiagramDrag::canTake(scene, parts, index);
}

void DiagramView::Private::followCursor(const QPointF& viewPosition)
{
    switch (hand.deed()) {
    case DiagramHand::Deed::Pan:
        return q->setCursor(Qt::ClosedHandCursor);
    case DiagramHand::Deed::Move:
        return q->setCursor(Qt::SizeAllCursor);
    case DiagramHand::Deed::Band:
        return q->setCursor(Qt::CrossCursor);
    case DiagramHand::Deed::Click:
    case DiagramHand::Deed::Rest:
        break;
    }
    if (spaceHeld)
        q->setCursor(Qt::OpenHandCursor);
    else if (isMovableAt(viewPosition))
        q->setCursor(Qt::SizeAllCursor);
    else
        q->unsetCursor();
}

/// Alone it walks; Shift selects on the way, Ctrl pans, both together move what is selected.
void DiagramView::Private::pressArrow(Direction direction, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers & Qt::ControlModifier;
    const bool shift = modifiers & Qt::ShiftModifier;
    if (control && shift && placing)
        return nudge(direction);
    if (control || spaceHeld)
        return pan(-arrowPan * QPointF(wayOf(direction)));
    const int next = neighbour(scene.diagram(), current(), direction);
    shift ? extendTo(next) : walkTo(next);
}

void DiagramView::Private::extendTo(int index)
{
    if (index < 0)
        return;
    box = scene.box(index).key;
    setParts(extendedParts(parts, scene.box(index).part));
    revealBox(index);
}

/// One step of the grid. A layout may be under way, so places count from where things were put, not from where they
/// are shown.
void DiagramView::Private::nudge(Direction direction)
{
    const QStringList seats = seatsOf(scene.diagram(), parts);
    if (seats.isEmpty())
        return;
    const QSet<QString> moved(seats.begin(), seats.end());
    Places places;
    for (const DiagramBox& each : scene.diagram().boxes)
        if (!each.seat.isEmpty() && moved.contains(each.seat))
            places.insert(each.seat, arrangement.placed.value(each.seat, each.rect.topLeft()));
    const QPointF held = places.value(seats.last());
    const QPointF by = stepOnGrid(held, wayOf(direction)) - held;
    for (QPointF& place : places)
        place += by;
    fitted = false;
    Q_EMIT q->moveAsked(places, true);
    if (const int index = current(); index >= 0)
        revealBox(index);
}

} // namespace snowmelt
