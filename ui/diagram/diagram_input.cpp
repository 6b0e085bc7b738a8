// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_view_p.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>

namespace snowmelt {

namespace {

constexpr double panStep = 64;
constexpr double wheelZoomPerNotch = 1.15;
constexpr double anglePerNotch = 120;

std::optional<Direction> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return Direction::Left;
    case Qt::Key_Right:
        return Direction::Right;
    case Qt::Key_Up:
        return Direction::Up;
    case Qt::Key_Down:
        return Direction::Down;
    default:
        return {};
    }
}

QPointF stepOf(Direction direction)
{
    switch (direction) {
    case Direction::Left:
        return {panStep, 0};
    case Direction::Right:
        return {-panStep, 0};
    case Direction::Up:
        return {0, panStep};
    case Direction::Down:
        return {0, -panStep};
    }
    return {};
}

} // namespace

void DiagramView::mousePressEvent(QMouseEvent* event)
{
    d->lastPosition = d->pressedAt = event->position();
    d->dragged = false;
    d->dragging = event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton;
}

void DiagramView::mouseMoveEvent(QMouseEvent* event)
{
    if (!d->dragging)
        return d->setHovered(d->boxAt(event->position()));
    const double moved = (event->position() - d->pressedAt).manhattanLength();
    if (!d->dragged && moved < QApplication::startDragDistance())
        return;
    d->dragged = true;
    setCursor(Qt::ClosedHandCursor);
    d->pan(event->position() - d->lastPosition);
    d->lastPosition = event->position();
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool click = d->dragging && !d->dragged && event->button() == Qt::LeftButton && !d->spaceHeld;
    d->dragging = d->dragged = false;
    d->spaceHeld ? setCursor(Qt::OpenHandCursor) : unsetCursor();
    if (!click)
        return;
    const int index = d->boxAt(event->position());
    d->box = index < 0 ? QString() : d->scene.box(index).key;
    d->select(index < 0 ? QString() : d->scene.box(index).part);
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const int index = d->boxAt(event->position());
    if (event->button() == Qt::LeftButton && index >= 0 && !d->scene.box(index).part.isEmpty())
        Q_EMIT activated(d->scene.box(index).part);
}

void DiagramView::leaveEvent(QEvent*)
{
    d->setHovered(-1);
}

void DiagramView::focusInEvent(QFocusEvent* event)
{
    const Qt::FocusReason reason = event->reason();
    d->keyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    update();
}

void DiagramView::focusOutEvent(QFocusEvent*)
{
    d->spaceHeld = false;
    unsetCursor();
    update();
}

/// Ctrl and a wheel zoom to the cursor; a wheel alone, or a touchpad's two fingers, pan.
void DiagramView::wheelEvent(QWheelEvent* event)
{
    event->accept();
    const QPointF angle = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier)
        return d->zoomBy(std::pow(wheelZoomPerNotch, angle.y() / anglePerNotch), event->position());
    QPointF by = event->pixelDelta().isNull() ? angle / anglePerNotch * panStep : QPointF(event->pixelDelta());
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0)
        by = {by.y(), 0};
    d->pan(by);
}

/// Tab walks to the next part and leaves the view past the last one.
bool DiagramView::focusNextPrevChild(bool next)
{
    const int index = following(d->scene.diagram(), d->current(), next ? 1 : -1);
    if (!hasFocus() || index < 0)
        return QWidget::focusNextPrevChild(next);
    d->walkTo(index);
    return true;
}

void DiagramView::keyPressEvent(QKeyEvent* event)
{
    const auto direction = directionOf(event->key());
    const bool pans = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier) || d->spaceHeld;
    if (direction && pans)
        return d->pan(stepOf(*direction));
    if (direction)
        return d->walkTo(neighbour(d->scene.diagram(), d->current(), *direction));
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return zoomToFit();
    case Qt::Key_1:
        return resetZoom();
    case Qt::Key_Home:
        return d->walkTo(following(d->scene.diagram(), -1, 1));
    case Qt::Key_End:
        return d->walkTo(following(d->scene.diagram(), -1, -1));
    case Qt::Key_Escape:
        if (document().selection().isEmpty())
            break;
        d->box.clear();
        return d->select({});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!document().selection().isEmpty())
            Q_EMIT activated(document().selection());
        return;
    case Qt::Key_Space:
        d->spaceHeld = true;
        return setCursor(Qt::OpenHandCursor);
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void DiagramView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Space)
        return QWidget::keyReleaseEvent(event);
    if (event->isAutoRepeat())
        return;
    d->spaceHeld = false;
    unsetCursor();
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? d->current() : d->boxAt(event->pos());
    if (index < 0 || d->scene.box(index).part.isEmpty())
        return;
    const DiagramBox& box = d->scene.box(index);
    d->box = box.key;
    d->select(box.part);
    const QPoint at = byKey ? d->viewport.toView(box.rect).center().toPoint() : event->pos();
    Q_EMIT menuRequested(box.part, mapToGlobal(at));
}

bool DiagramView::event(QEvent* event)
{
    if (event->type() == QEvent::Gesture) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        if (const auto* pinch = static_cast<QPinchGesture*>(gestures->gesture(Qt::PinchGesture)))
            d->zoomBy(pinch->scaleFactor(), mapFromGlobal(pinch->centerPoint()));
        return true;
    }
    return QWidget::event(event);
}

const FleetDocument& DiagramView::document() const
{
    return *d->document;
}

} // namespace snowmelt
