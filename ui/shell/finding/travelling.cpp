// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/travelling.h"

#include "ui/diagram/diagram_view.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace snowmelt {

namespace {

bool walks(int key)
{
    static const QList<int> keys{Qt::Key_Left, Qt::Key_Right,   Qt::Key_Up,   Qt::Key_Down,
                                 Qt::Key_Tab,  Qt::Key_Backtab, Qt::Key_Home, Qt::Key_End};
    return keys.contains(key);
}

/// Of a key with Shift the Shift comes first.
bool holds(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta;
}

/// The view's own keys for "everything" and "100 %".
bool fits(int key)
{
    return key == Qt::Key_0 || key == Qt::Key_1;
}

QPointF middleOfView(const DiagramView& view)
{
    return {view.width() / 2.0, view.height() / 2.0};
}

} // namespace

Travelling::Travelling(DiagramView* view, QObject* parent) : QObject(parent), m_view(view)
{
    view->installEventFilter(this);
    connect(view, &DiagramView::selectedPartsChanged, this, &Travelling::selected);
    // How far one is from the last place decides whether there is a way back.
    connect(view, &DiagramView::viewportChanged, this, &Travelling::tell);
}

DiagramPlace Travelling::here() const
{
    const Viewport at = m_view->destination();
    return {at.toDiagram(middleOfView(*m_view)), at.zoom, m_part};
}

void Travelling::leave()
{
    m_walking = false;
    m_travels.leave(here());
    tell();
}

void Travelling::selected()
{
    const QString part = m_view->selectedParts().value(m_view->selectedParts().size() - 1);
    const bool elsewhere = !m_part.isEmpty() && !part.isEmpty() && part != m_part;
    if (elsewhere && !m_jumping && !m_walking)
        m_travels.leave(here());
    m_part = part;
    tell();
}

void Travelling::go(const std::optional<DiagramPlace>& place)
{
    if (place) {
        m_jumping = true;
        if (place->part.isEmpty() || m_view->scene().firstOf(place->part) >= 0)
            m_view->setSelectedParts(place->part.isEmpty() ? QStringList() : QStringList{place->part});
        m_jumping = false;
        m_view->flyTo(Viewport{place->zoom, middleOfView(*m_view) - place->centre * place->zoom});
    }
    tell();
}

void Travelling::back()
{
    go(m_travels.back(here()));
}

void Travelling::forward()
{
    go(m_travels.forward(here()));
}

void Travelling::tell()
{
    Travels behind = m_travels;
    Travels ahead = m_travels;
    const DiagramPlace now = here();
    const bool canGoBack = behind.back(now).has_value();
    const bool canGoForward = ahead.forward(now).has_value();
    if (canGoBack == m_canGoBack && canGoForward == m_canGoForward)
        return;
    m_canGoBack = canGoBack;
    m_canGoForward = canGoForward;
    Q_EMIT changed();
}

void Travelling::forget()
{
    m_travels = {};
    m_part.clear();
    tell();
}

void Travelling::key(const QKeyEvent& event)
{
    if (holds(event.key()))
        return;
    if (fits(event.key()))
        return leave();
    if (!walks(event.key())) {
        m_walking = false;
    } else if (!m_walking && !m_part.isEmpty()) {
        leave();
        m_walking = true;
    }
}

bool Travelling::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (watched != m_view || (type != QEvent::KeyPress && type != QEvent::MouseButtonPress))
        return QObject::eventFilter(watched, event);
    if (type == QEvent::KeyPress) {
        key(*static_cast<QKeyEvent*>(event));
        return false;
    }
    m_walking = false;
    const Qt::MouseButton button = static_cast<QMouseEvent*>(event)->button();
    if (button == Qt::BackButton)
        back();
    else if (button == Qt::ForwardButton)
        forward();
    return button == Qt::BackButton || button == Qt::ForwardButton;
}

} // namespace snowmelt
