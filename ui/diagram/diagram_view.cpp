// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_view.h"

#include "models/document/fleet_document.h"
#include "models/layout/layout_fleet.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_accessible.h"
#include "ui/diagram/diagram_view_p.h"

#include <QAccessible>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr double zoomStep = 1.25;
constexpr int restMs = 90;

/// The palette is the theme's: its canvas follows from how dark its base is.
const Theme& themeOf(const QWidget* widget)
{
    return Theme::of(widget->palette().color(QPalette::Base).lightness() < 128);
}

} // namespace

DiagramView::Private::Private(DiagramView* view, FleetDocument* doc) : q(view), document(doc)
{
    rest.setSingleShot(true);
    rest.setInterval(restMs);
    second.setInterval(1000);
}

void DiagramView::Private::relayout()
{
    const Diagram before = diagram;
    diagram = document && document->isOpen() ? layoutFleet(document->blueprint(), document->fleet()) : Diagram();
    const bool moved = before.bounds != diagram.bounds;
    Diagram aged = before;
    aged.observedAt = diagram.observedAt;
    // An observation that saw nothing new changes the age alone.
    if (aged == diagram)
        return q->update(statusRect());
    frame.invalidate();
    if (fitted && moved)
        fit();
    q->update();
}

void DiagramView::Private::lookChanged()
{
    frame.invalidate();
    q->update();
}

DiagramLook DiagramView::Private::look() const
{
    return {&themeOf(q), mode, QDateTime::currentDateTimeUtc()};
}

void DiagramView::Private::setViewport(const Viewport& next, bool hurry)
{
    if (next == viewport)
        return;
    const bool zoomed = next.zoom != viewport.zoom;
    viewport = next;
    hurried = hurry;
    if (hurry)
        rest.start();
    q->update();
    if (zoomed)
        Q_EMIT q->zoomChanged(viewport.zoom);
}

void DiagramView::Private::fit()
{
    Viewport next = viewport;
    next.fit(diagram.bounds, q->size());
    setViewport(next, false);
    fitted = true;
}

void DiagramView::Private::zoomBy(double factor, const QPointF& anchor)
{
    Viewport next = viewport;
    next.zoomAt(anchor, factor);
    next.keepInSight(diagram.bounds, q->size());
    fitted = false;
    setViewport(next, true);
}

void DiagramView::Private::pan(const QPointF& by)
{
    Viewport next = viewport;
    next.origin += by;
    next.keepInSight(diagram.bounds, q->size());
    fitted = false;
    setViewport(next, true);
}

int DiagramView::Private::current() const
{
    for (int i = 0; i < diagram.boxes.size(); ++i)
        if (diagram.boxes[i].key == box)
            return i;
    return -1;
}

int DiagramView::Private::boxAt(const QPointF& viewPosition) const
{
    return diagram.boxAt(viewport.toDiagram(viewPosition));
}

void DiagramView::Private::select(const QString& part)
{
    if (document)
        document->setSelection(part);
}

void DiagramView::Private::follow()
{
    const QString part = document->selection();
    const int now = current();
    if (now < 0 || diagram.boxes[now].part != part) {
        const int index = diagram.indexOf(part);
        box = index < 0 ? QString() : diagram.boxes[index].key;
    }
    q->update();
    QAccessibleEvent changed(q, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void DiagramView::Private::walkTo(int index)
{
    if (index < 0)
        return;
    box = diagram.boxes[index].key;
    select(diagram.boxes[index].part);
    q->update();
    Viewport next = viewport;
    next.reveal(diagram.boxes[index].rect, q->size());
    if (next != viewport)
        fitted = false;
    setViewport(next, false);
}

void DiagramView::Private::setHovered(int index)
{
    const QString part = index < 0 ? QString() : diagram.boxes[index].part;
    if (part == hovered)
        return;
    hovered = part;
    q->update();
}

void DiagramView::Private::tick()
{
    bool unseen = false;
    for (const DiagramBox& each : std::as_const(diagram.boxes))
        unseen = unseen || (!each.planned && each.node() && each.health() == Health::Unknown);
    // Unknown nodes print their age; everything else stays as it is painted.
    if (unseen)
        return lookChanged();
    q->update(statusRect());
}

void DiagramView::Private::paintOverlay(QPainter* painter)
{
    const Theme& theme = themeOf(q);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setTransform(viewport.transform(), true);
    const QString selected = document ? document->selection() : QString();
    if (!hovered.isEmpty() && hovered != selected)
        DiagramPainter::paintRing(painter, diagram, hovered, QPen(theme.control, 1.5));
    const QPen ring = q->hasFocus() ? QPen(theme.ink, 2.5) : QPen(theme.sub, 1.5);
    DiagramPainter::paintRing(painter, diagram, selected, ring);
    painter->restore();
    if (q->hasFocus() && keyboard && selected.isEmpty()) {
        painter->setPen(QPen(theme.ink, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(q->rect().adjusted(1, 1, -1, -1));
    }
}

QString DiagramView::Private::statusText() const
{
    return Captions::zoomLine(viewport.zoom, diagram.observedAt, QDateTime::currentDateTimeUtc());
}

QRect DiagramView::Private::statusRect() const
{
    return {q->width() - 420, q->height() - 32, 420, 32};
}

void DiagramView::Private::paintStatus(QPainter* painter)
{
    if (diagram.isEmpty() || !statusShown)
        return;
    const Theme& theme = themeOf(q);
    const QString line = statusText();
    const bool stale =
        diagram.observedAt.isValid() && diagram.observedAt.msecsTo(QDateTime::currentDateTimeUtc()) > staleAfterMs;
    const TextPainter::Style style{TextSize::Small, stale ? QFont::DemiBold : QFont::Normal,
                                   stale ? theme.amber : theme.sub};
    const double width = text.widthOf(painter, line, style);
    const QRectF pill(q->width() - width - 28, q->height() - 30, width + 20, 22);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.canvas);
    painter->drawRoundedRect(pill, metric::controlRadius, metric::controlRadius);
    text.draw(painter, {pill.right() - 10, pill.center().y() + 4}, width + 1, line, style, Qt::AlignRight);
}

QString DiagramView::Private::hint() const
{
    if (!document || !document->isOpen())
        return Captions::nothingOpen();
    if (diagram.isEmpty())
        return Captions::nothingDeclared();
    return {};
}

void DiagramView::Private::paintHint(QPainter* painter)
{
    const QString line = hint();
    if (line.isEmpty())
        return;
    const Theme& theme = themeOf(q);
    const TextPainter::Style style{TextSize::Normal, QFont::Normal, theme.sub};
    const double width = std::min<double>(text.widthOf(painter, line, style), q->width() - 48);
    const double middle = diagram.isEmpty() ? q->height() / 2.0 : 27;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.line, 1));
    painter->setBrush(theme.panel);
    painter->drawRoundedRect(QRectF((q->width() - width) / 2 - 12, middle - 14.5, width + 24, 29),
                             metric::controlRadius, metric::controlRadius);
    text.draw(painter, {q->width() / 2.0, middle + 4.5}, width + 1, line, style, Qt::AlignHCenter);
}

DiagramView::DiagramView(FleetDocument* document, QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(this, document))
{
    installDiagramAccessibility();
    setObjectName(QStringLiteral("diagram"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    grabGesture(Qt::PinchGesture);
    setMinimumSize(240, 160);
    const auto opened = [this] {
        d->fitted = true;
        d->box.clear();
        d->relayout();
        d->fit();
    };
    connect(document, &FleetDocument::opened, this, opened);
    connect(document, &FleetDocument::fleetChanged, this, [this] { d->relayout(); });
    connect(document, &FleetDocument::driftChanged, this, [this] { d->relayout(); });
    connect(document, &FleetDocument::selectionChanged, this, [this] { d->follow(); });
    connect(&d->rest, &QTimer::timeout, this, [this] {
        d->hurried = false;
        update();
    });
    connect(&d->second, &QTimer::timeout, this, [this] { d->tick(); });
    d->relayout();
}

DiagramView::~DiagramView() = default;

void DiagramView::setMode(DiagramMode mode)
{
    if (mode == d->mode)
        return;
    d->mode = mode;
    d->lookChanged();
}

void DiagramView::setStatusShown(bool shown)
{
    d->statusShown = shown;
    update();
}

DiagramMode DiagramView::mode() const
{
    return d->mode;
}

double DiagramView::zoom() const
{
    return d->viewport.zoom;
}

QString DiagramView::spokenSelection() const
{
    const int index = d->current();
    return index < 0 ? QString() : Captions::spoken(d->diagram.boxes[index]);
}

QString DiagramView::statusLine() const
{
    return d->statusText();
}

QString DiagramView::hintLine() const
{
    return d->hint();
}

QRect DiagramView::partRect(const QString& part) const
{
    const int index = d->diagram.indexOf(part);
    return index < 0 ? QRect() : d->viewport.toView(d->diagram.boxes[index].rect).toAlignedRect();
}

int DiagramView::framesPainted() const
{
    return d->frame.sharpFrames();
}

void DiagramView::zoomIn()
{
    d->zoomBy(zoomStep, rect().center());
}

void DiagramView::zoomOut()
{
    d->zoomBy(1 / zoomStep, rect().center());
}

void DiagramView::zoomToFit()
{
    d->fit();
}

void DiagramView::resetZoom()
{
    d->zoomBy(1 / d->viewport.zoom, rect().center());
}

void DiagramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    d->frame.paint(&painter, d->diagram, d->look(), d->viewport, size(), d->hurried);
    d->paintOverlay(&painter);
    d->paintHint(&painter);
    d->paintStatus(&painter);
}

void DiagramView::resizeEvent(QResizeEvent*)
{
    if (d->fitted)
        d->fit();
}

void DiagramView::showEvent(QShowEvent* event)
{
    d->second.start();
    QWidget::showEvent(event);
}

void DiagramView::hideEvent(QHideEvent* event)
{
    d->second.stop();
    QWidget::hideEvent(event);
}

void DiagramView::changeEvent(QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::PaletteChange || type == QEvent::LanguageChange || type == QEvent::FontChange)
        d->lookChanged();
    QWidget::changeEvent(event);
}

} // namespace snowmelt
