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

} // namespace

void DiagramView::mousePressEvent(QMouseEvent* event)
{
    d->press(*event);
}

void DiagramView::mouseMoveEvent(QMouseEvent* event)
{
    if (d->hand.deed() != DiagramHand::Deed::Rest)
        return d->drag(event->position());
    d->setHovered(d->boxAt(event->position()));
    d->followCursor(event->position());
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event)
{
    d->release(*event);
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
    d->letGo();
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
    if (direction)
        return d->pressArrow(*direction, event->modifiers());
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
        if (d->letGo())
            return;
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
        return d->followCursor(mapFromGlobal(QCursor::pos()));
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
    d->followCursor(mapFromGlobal(QCursor::pos()));
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? d->current() : d->boxAt(event->pos());
    if (index < 0 || d->scene.box(index).part.isEmpty())
        return;
    const DiagramBox& box = d->scene.box(index);
    d->box = box.key;
    // One of several that are selected: they stay selected, and this is the one that is meant.
    QStringList others = d->parts;
    d->setParts(others.removeAll(box.part) > 0 ? others << box.part : QStringList{box.part});
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
