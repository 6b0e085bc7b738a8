// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/minimap.h"

#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/minimap_picture.h"

#include <QMouseEvent>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr QSize mapSize(160, 96);
constexpr int mapMargin = 6;
constexpr int mapCorner = 2 * metric::unit; ///< from the corner of the view
constexpr int laterMs = 250;
constexpr double leastFrame = 6;
constexpr QSize leastView(420, 260); ///< in a smaller one it would be in the way

/// Rounding must not decide whether everything is in sight.
constexpr double sightPixels = 2;

QPointF middleOf(const QWidget* view)
{
    return {view->width() / 2.0, view->height() / 2.0};
}

} // namespace

Minimap::Minimap(DiagramView* view) : QWidget(view), m_view(view)
{
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(Captions::minimapName());
    setToolTip(Captions::minimapHint());
    setFixedSize(mapSize + QSize(2 * mapMargin, 2 * mapMargin));
    setCursor(Qt::PointingHandCursor);
    m_later.setSingleShot(true);
    m_later.setInterval(laterMs);
    view->installEventFilter(this);
    connect(view, &DiagramView::viewportChanged, this, &Minimap::follow);
    connect(view, &DiagramView::sceneChanged, this, [this] {
        m_stale = true;
        noteBoxes();
        follow();
    });
    connect(view, &DiagramView::marksChanged, this, [this] { m_later.start(); });
    connect(&m_later, &QTimer::timeout, this, [this] {
        m_stale = true;
        update();
    });
    noteBoxes();
    follow();
}

void Minimap::noteBoxes()
{
    const Scene& scene = m_view->scene();
    m_boxes.clear();
    m_all = {};
    for (int box = 0; box < scene.size(); ++box) {
        if (scene.mark(box).node() || scene.mark(box).kind == BoxKind::Zone)
            continue;
        m_boxes << scene.rect(box);
        m_all |= scene.rect(box);
    }
}

/// It stays where a hand holds it.
void Minimap::chooseCorner()
{
    if (m_dragging)
        return;
    const Viewport& viewport = m_view->viewport();
    const QRectF sight = viewport.toDiagram(QRectF(m_view->rect()));
    QList<QRectF> seen;
    for (const QRectF& box : std::as_const(m_boxes))
        if (sight.intersects(box))
            seen << viewport.toView(box);
    m_corner = leastCovering(m_corner, seen, m_view->size(), size(), mapCorner);
}

void Minimap::setWanted(bool wanted)
{
    m_wanted = wanted;
    follow();
}

Viewport Minimap::place() const
{
    Viewport place = wholeIn(m_view->scene().diagram().bounds, mapSize);
    place.origin += QPointF(mapMargin, mapMargin);
    return place;
}

QPointF Minimap::toDiagram(const QPointF& here) const
{
    return place().toDiagram(here);
}

QRectF Minimap::frameRect() const
{
    const QRectF seen = place().toView(m_view->viewport().toDiagram(QRectF(m_view->rect())));
    const QRectF map = QRectF(rect()).adjusted(mapMargin, mapMargin, -mapMargin, -mapMargin);
    QRectF frame = seen & map;
    if (frame.width() < leastFrame)
        frame.adjust(-(leastFrame - frame.width()) / 2, 0, (leastFrame - frame.width()) / 2, 0);
    if (frame.height() < leastFrame)
        frame.adjust(0, -(leastFrame - frame.height()) / 2, 0, (leastFrame - frame.height()) / 2);
    return frame;
}

void Minimap::follow()
{
    const QRectF all = m_view->viewport().toView(m_all);
    const QRectF sight = QRectF(m_view->rect()).adjusted(-sightPixels, -sightPixels, sightPixels, sightPixels);
    const bool roomy = m_view->width() >= leastView.width() && m_view->height() >= leastView.height();
    const bool shown = m_wanted && roomy && !m_boxes.isEmpty() && !sight.contains(all);
    setVisible(shown);
    if (!shown)
        return;
    chooseCorner();
    move(cornerRect(m_corner, m_view->size(), size(), mapCorner).toRect().topLeft());
    update();
}

/// A mode, a filter or another appearance shows in the view first.
void Minimap::followLook()
{
    const DiagramLook now{&diagramTheme(m_view), m_view->mode(), {}, m_view->dimmed()};
    if (now.theme == m_look.theme && now.mode == m_look.mode && now.dimmed == m_look.dimmed)
        return;
    m_look = now;
    m_stale = true;
    update();
}

bool Minimap::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::Resize)
        follow();
    if (watched == m_view && event->type() == QEvent::Paint && isVisible())
        followLook();
    return QWidget::eventFilter(watched, event);
}

void Minimap::makePicture()
{
    Viewport inside = place();
    inside.origin -= QPointF(mapMargin, mapMargin);
    m_picture = minimapPicture(m_view->scene(), m_look, inside, mapSize, devicePixelRatioF());
    m_stale = false;
    ++m_made;
}

void Minimap::paintEvent(QPaintEvent*)
{
    followLook();
    if (m_stale || m_picture.devicePixelRatio() != devicePixelRatioF())
        makePicture();
    const Theme& theme = *m_look.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.control);
    painter.setBrush(theme.canvas);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::controlRadius,
                            metric::controlRadius);
    painter.drawImage(QPoint(mapMargin, mapMargin), m_picture);
    painter.setPen(QPen(theme.ink, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(frameRect().toRect()), 2, 2); // on whole pixels
}

void Minimap::bringToMiddle(const QPointF& diagram)
{
    Viewport next = m_view->viewport();
    next.origin = middleOf(m_view) - diagram * next.zoom;
    next.keepInSight(m_view->scene().diagram().bounds, m_view->size());
    m_view->setViewport(next);
}

/// Inside the frame the hand takes hold of it; elsewhere the view goes there first.
void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    Q_EMIT jumping();
    m_dragging = true;
    if (!frameRect().contains(event->position()))
        bringToMiddle(toDiagram(event->position()));
    const QPointF middle = m_view->viewport().toDiagram(middleOf(m_view));
    m_held = middle - toDiagram(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragging)
        bringToMiddle(toDiagram(event->position()) + m_held);
}

void Minimap::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_dragging = false;
}

} // namespace snowmelt
