// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_view.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_accessible.h"
#include "ui/diagram/diagram_view_p.h"
#include "ui/diagram/hover_card.h"

#include <QPainter>

namespace snowmelt {

namespace {

constexpr double zoomStep = 1.25;
constexpr int restMs = 90;

} // namespace

const Theme& diagramTheme(const QWidget* widget)
{
    return Theme::of(widget->palette());
}

DiagramView::Private::Private(DiagramView* view, FleetDocument* doc) : q(view), document(doc), edge(view)
{
    rest.setSingleShot(true);
    rest.setInterval(restMs);
    ahead.setSingleShot(true);
    ahead.setInterval(0);
    second.setInterval(1000);
}

void DiagramView::Private::paint(QPainter* painter)
{
    sharp = frame.paint(painter, scene, look(), viewport, q->size(), hurried);
    if (!sharp && !hurried)
        ahead.start();
    const PixelMap map = PixelMap::of(viewport, q->devicePixelRatioF());
    const Viewport painted{map.zoom(), QPointF(map.origin) / map.ratio};
    const DiagramStage stage{scene,   diagramTheme(q), painted,
                             text,    q->size(),       QSet<QString>(parts.begin(), parts.end()),
                             hovered, q->hasFocus(),   isHandBusy()};
    rings.paint(painter, stage);
    for (const auto& layer : layers)
        layer->paint(painter, stage);
    handLayer.paint(painter, stage);
    if (q->hasFocus() && keyboard && parts.isEmpty()) {
        painter->setPen(QPen(stage.theme.ink, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(q->rect().adjusted(1, 1, -1, -1));
    }
    paintHint(painter);
    paintStatus(painter);
}

void DiagramView::Private::paintStatus(QPainter* painter)
{
    const Diagram& diagram = scene.diagram();
    if (diagram.isEmpty() || !statusShown)
        return;
    const Theme& theme = diagramTheme(q);
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

void DiagramView::Private::paintHint(QPainter* painter)
{
    const QString line = hint();
    if (line.isEmpty())
        return;
    const Theme& theme = diagramTheme(q);
    const TextPainter::Style style{TextSize::Normal, QFont::Normal, theme.sub};
    const double width = std::min<double>(text.widthOf(painter, line, style), q->width() - 48);
    const double middle = scene.isEmpty() ? q->height() / 2.0 : 27;
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
    connect(document, &FleetDocument::opened, this, [this] { d->opened(); });
    connect(document, &FleetDocument::fleetChanged, this, [this] { d->relayout(); });
    connect(document, &FleetDocument::driftChanged, this, [this] { d->relayout(); });
    connect(document, &FleetDocument::selectionChanged, this, [this] { d->follow(); });
    connect(&d->worker, &LayoutWorker::ready, this, [this] {
        if (std::optional<LayoutOutcome> outcome = d->worker.take())
            d->adopt(std::move(*outcome));
    });
    connect(&d->rest, &QTimer::timeout, this, [this] {
        d->hurried = false;
        update();
    });
    connect(&d->ahead, &QTimer::timeout, this,
            [this] { d->frame.paintAhead(d->scene, d->look()) ? update() : d->ahead.start(); });
    connect(&d->second, &QTimer::timeout, this, [this] { d->tick(); });
    d->card = new HoverCard(document, this);
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

const Scene& DiagramView::scene() const
{
    return d->scene;
}

const Viewport& DiagramView::viewport() const
{
    return d->viewport;
}

Viewport DiagramView::destination() const
{
    return d->flight.state() == QAbstractAnimation::Running ? d->bound : d->viewport;
}

const Arrangement& DiagramView::arrangement() const
{
    return d->arrangement;
}

void DiagramView::setArrangement(const Arrangement& arrangement)
{
    if (arrangement == d->arrangement)
        return;
    prepareArrangement(arrangement);
    Q_EMIT arrangementChanged();
    d->relayout();
}

void DiagramView::prepareArrangement(const Arrangement& arrangement)
{
    d->arrangement = arrangement;
    d->worker.cancel();
}

void DiagramView::setPlacing(bool placing)
{
    d->placing = placing;
}

bool DiagramView::isPlacing() const
{
    return d->placing;
}

void DiagramView::selectAll()
{
    d->setParts(placeableParts(d->scene.diagram()));
}

void DiagramView::addLayer(std::unique_ptr<DiagramLayer> layer)
{
    d->layers.push_back(std::move(layer));
    update();
}

void DiagramView::setDimmed(const QBitArray& dimmed)
{
    if (dimmed == d->dimmed)
        return;
    d->dimmed = dimmed;
    d->lookChanged();
}

const QBitArray& DiagramView::dimmed() const
{
    return d->dimmed;
}

void DiagramView::setSelectedParts(const QStringList& parts)
{
    d->setParts(parts);
}

QStringList DiagramView::selectedParts() const
{
    return d->parts;
}

int DiagramView::boxAt(const QPoint& position) const
{
    return d->boxAt(position);
}

bool DiagramView::isHandFree() const
{
    return d->hand.deed() == DiagramHand::Deed::Rest && !d->spaceHeld;
}

void DiagramView::forgetMouse()
{
    d->card->away();
    d->setHovered(-1);
}

void DiagramView::panBy(const QPointF& step)
{
    d->pan(step);
}

QString DiagramView::spokenSelection() const
{
    const int index = d->current();
    return index < 0 ? QString() : Captions::spoken(d->scene.box(index));
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
    const int index = part.isEmpty() ? -1 : d->scene.firstOf(part);
    return index < 0 ? QRect() : d->viewport.toView(d->scene.rect(index)).toAlignedRect();
}

int DiagramView::framesPainted() const
{
    return d->frame.sharpFrames();
}

qint64 DiagramView::pixelsPainted() const
{
    return d->frame.pixelsPainted();
}

bool DiagramView::isSharp() const
{
    return d->sharp && !d->worker.busy();
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
    d->flight.stop();
    d->fit();
}

void DiagramView::resetZoom()
{
    d->zoomBy(1 / d->viewport.zoom, rect().center());
}

void DiagramView::setViewport(const Viewport& viewport)
{
    d->flight.stop();
    d->fitted = false;
    d->show(viewport, false);
}

void DiagramView::flyTo(const Viewport& viewport)
{
    d->fly(viewport);
}

void DiagramView::flyTo(const QRectF& area)
{
    Viewport next = d->viewport;
    next.fit(area, size());
    d->fly(next);
}

void DiagramView::toggleCard()
{
    d->card->toggleSelected();
}

void DiagramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    d->paint(&painter);
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
