// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/connect_gesture.h"

#include "ui/diagram/connect_guide.h"
#include "ui/diagram/connect_handle.h"
#include "ui/diagram/diagram_view.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

namespace snowmelt {

ConnectGesture::ConnectGesture(DiagramView* view, const ConnectGuide& guide, const QKeySequence& keys)
    : QObject(view), m_view(view), m_guide(guide), m_keys(keys), m_picture(std::make_shared<ConnectPicture>()),
      m_edge(view)
{
    view->addLayer(std::make_unique<ConnectLayer>(m_picture));
    view->installEventFilter(this);
    connect(view, &DiagramView::selectedPartsChanged, this, &ConnectGesture::showHandles);
    connect(view, &DiagramView::sceneChanged, this, &ConnectGesture::followScene);
    // The mouse stays where it is, and something else comes under it.
    connect(view, &DiagramView::viewportChanged, this, [this] {
        if (m_picture->line)
            drawTo(m_picture->line->end);
    });
}

QRect ConnectGesture::placeOf(const QString& key) const
{
    const int box = m_view->scene().boxOfKey(key);
    return box < 0 ? QRect() : handlePlace(m_view->viewport().toView(m_view->scene().rect(box)), m_view->size());
}

QRect ConnectGesture::handleOf(const QString& part) const
{
    for (const QString& key : std::as_const(m_picture->handles))
        if (const int box = m_view->scene().boxOfKey(key); box >= 0 && m_view->scene().box(box).part == part)
            return placeOf(key);
    return {};
}

/// Of the box whose handle is there; while the hand does something else there is none.
QString ConnectGesture::keyAt(const QPointF& position) const
{
    if (!m_view->isHandFree())
        return {};
    for (const QString& key : std::as_const(m_picture->handles))
        if (const QRect place = placeOf(key); !place.isNull() && handleReach(place).contains(position.toPoint()))
            return key;
    return {};
}

QString ConnectGesture::partUnder(const QPoint& position) const
{
    const Scene& scene = m_view->scene();
    const int box = m_view->rect().contains(position) ? connectedBox(scene, m_view->boxAt(position)) : -1;
    return box < 0 ? QString() : scene.box(box).part;
}

void ConnectGesture::point(int box)
{
    const int connected = connectedBox(m_view->scene(), box);
    const QString key = connected < 0 ? QString() : m_view->scene().box(connected).key;
    if (std::exchange(m_pointed, key) != key)
        showHandles();
}

void ConnectGesture::showHandles()
{
    const Scene& scene = m_view->scene();
    const QStringList selected = m_view->selectedParts();
    QList<int> boxes{m_pointed.isEmpty() ? -1 : scene.boxOfKey(m_pointed)};
    if (selected.size() == 1)
        boxes << connectedBox(scene, scene.firstOf(selected.first()));
    QStringList handles;
    for (const int box : boxes)
        if (box >= 0 && !handles.contains(scene.box(box).key) && !m_guide.targetsOf(scene.box(box).part).isEmpty())
            handles << scene.box(box).key;
    if (handles == m_picture->handles)
        return;
    m_picture->handles = handles;
    m_view->update();
}

/// Other boxes, or others in the blueprint.
void ConnectGesture::followScene()
{
    showHandles();
    if (!m_picture->line)
        return;
    ConnectLine& line = *m_picture->line;
    line.targets = m_guide.targetsOf(line.from);
    line.over.clear();
    line.words.clear();
    if (m_view->scene().firstOf(line.from) < 0 || line.targets.isEmpty())
        return end();
    drawTo(line.end);
}

void ConnectGesture::begin(const QString& key, const QPointF& at)
{
    const QString from = m_view->scene().box(m_view->scene().boxOfKey(key)).part;
    const QPointF start = m_view->viewport().toDiagram(QRectF(placeOf(key)).center());
    m_picture->line = ConnectLine{from, start, at, m_guide.targetsOf(from), {}, {}};
    m_pressedAt = at;
    m_moved = false;
    m_view->forgetMouse();
    m_view->setCursor(Qt::CrossCursor);
    m_view->update();
}

void ConnectGesture::drawTo(const QPointF& at)
{
    m_moved = m_moved || (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (!m_moved)
        return;
    ConnectLine& line = *m_picture->line;
    line.end = at;
    const QString part = partUnder(at.toPoint());
    const QString over = part == line.from ? QString() : part;
    if (over != line.over || line.words.isEmpty())
        line.words = over.isEmpty() ? QString() : m_guide.meaning(line.from, over);
    line.over = over;
    m_view->setCursor(over.isEmpty() || line.isLegal() ? Qt::CrossCursor : Qt::ForbiddenCursor);
    m_view->update();
    m_edge.hold(at);
}

void ConnectGesture::end()
{
    m_edge.letGo();
    if (!m_picture->line)
        return;
    const QPoint mouse = m_picture->line->end.toPoint();
    m_picture->line.reset();
    m_picture->under.clear();
    point(m_view->boxAt(mouse));
    m_view->unsetCursor();
    m_view->update();
}

/// Other buttons and keys held with it mean something else to the view.
bool ConnectGesture::press(const QMouseEvent& mouse)
{
    if (m_picture->line)
        return true;
    const bool plain = mouse.button() == Qt::LeftButton && mouse.modifiers() == Qt::NoModifier;
    const QString key = plain ? keyAt(mouse.position()) : QString();
    if (key.isEmpty())
        return false;
    begin(key, mouse.position());
    return true;
}

/// Half of a handle is beside its part: there the view would see the mouse leave it.
bool ConnectGesture::move(const QMouseEvent& mouse)
{
    if (m_picture->line) {
        drawTo(mouse.position());
        return true;
    }
    const QString key = keyAt(mouse.position());
    if (std::exchange(m_picture->under, key) != key)
        m_view->update();
    if (key.isEmpty()) {
        point(m_view->boxAt(mouse.position().toPoint()));
        return false;
    }
    m_view->forgetMouse();
    m_view->setCursor(Qt::PointingHandCursor);
    return true;
}

bool ConnectGesture::release(const QMouseEvent& mouse)
{
    if (!m_picture->line)
        return false;
    if (mouse.button() != Qt::LeftButton)
        return true;
    drawTo(mouse.position());
    const ConnectLine line = *m_picture->line;
    end();
    if (line.isLegal())
        Q_EMIT dropped(line.from, line.over, mouse.globalPosition().toPoint());
    else if (!m_moved)
        Q_EMIT clicked(line.from);
    return true;
}

bool ConnectGesture::tell(const QHelpEvent& help) const
{
    const QString key = m_picture->line ? QString() : keyAt(help.pos());
    if (key.isEmpty())
        return m_picture->line.has_value();
    const QString part = m_view->scene().box(m_view->scene().boxOfKey(key)).part;
    QToolTip::showText(help.globalPos(),
                       tr("Drag it to another part to connect %1 with it, or click it to choose from a list (%2).")
                           .arg(part, m_keys.toString(QKeySequence::NativeText)),
                       m_view);
    return true;
}

/// Before the view itself: what begins on a handle neither pans nor selects.
bool ConnectGesture::eventFilter(QObject* watched, QEvent* event)
{
    if (!qobject_cast<DiagramView*>(watched))
        return false; // it is going, and what it had is gone already
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        return m_picture->line || !keyAt(static_cast<QMouseEvent*>(event)->position()).isEmpty();
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent*>(event));
    case QEvent::ContextMenu:
        return m_picture->line.has_value();
    case QEvent::ToolTip:
        return tell(*static_cast<QHelpEvent*>(event));
    case QEvent::KeyPress:
        if (!m_picture->line || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
            return false;
        end();
        return true;
    case QEvent::Leave:
        m_picture->under.clear();
        point(-1);
        return false;
    case QEvent::FocusOut:
        end();
        return false;
    default:
        return false;
    }
}

} // namespace snowmelt
