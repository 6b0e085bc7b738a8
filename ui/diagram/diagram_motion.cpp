// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_view_p.h"

#include <QStyle>

namespace snowmelt {

void DiagramView::Private::show(const Viewport& next, bool hurry)
{
    if (next == viewport)
        return;
    const bool zoomed = next.zoom != viewport.zoom;
    viewport = next;
    keepHold();
    hurried = hurry;
    if (hurry)
        rest.start();
    q->update();
    if (zoomed)
        Q_EMIT q->zoomChanged(viewport.zoom);
    Q_EMIT q->viewportChanged();
}

void DiagramView::Private::fit()
{
    Viewport next = viewport;
    next.fit(scene.diagram().bounds, q->size());
    show(next, false);
    fitted = true;
}

void DiagramView::Private::zoomBy(double factor, const QPointF& anchor)
{
    const QRectF bounds = scene.diagram().bounds;
    Viewport next = viewport;
    next.zoomAt(anchor, factor, Viewport::farthestFor(bounds, q->size()));
    next.keepInSight(bounds, q->size());
    fitted = false;
    flight.stop();
    show(next, true);
}

void DiagramView::Private::pan(const QPointF& by)
{
    Viewport next = viewport;
    next.origin += by;
    next.keepInSight(scene.diagram().bounds, q->size());
    fitted = false;
    flight.stop();
    show(next, true);
}

void DiagramView::Private::walkTo(int index)
{
    if (index < 0)
        return;
    box = scene.box(index).key;
    select(scene.box(index).part);
    q->update();
    revealBox(index);
}

void DiagramView::Private::revealBox(int index)
{
    Viewport next = viewport;
    next.reveal(scene.rect(index), q->size());
    if (next != viewport)
        fitted = false;
    show(next, false);
}

void DiagramView::Private::fly(const Viewport& to)
{
    flight.stop();
    fitted = false;
    // Zero where the desktop asks for reduced motion.
    const int allowed = q->isVisible() ? q->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, q) : 0;
    if (allowed == 0)
        return show(to, false);
    const Flight way(viewport, to, q->size());
    bound = to;
    QObject::disconnect(&flight, &QVariantAnimation::valueChanged, q, nullptr);
    QObject::connect(&flight, &QVariantAnimation::valueChanged, q,
                     [this, way](const QVariant& progress) { show(way.at(progress.toDouble()), true); });
    flight.setStartValue(0.0);
    flight.setEndValue(1.0);
    flight.setDuration(way.milliseconds());
    flight.start();
}

int DiagramView::Private::boxAt(const QPointF& viewPosition) const
{
    return scene.boxAt(viewport.toDiagram(viewPosition));
}

} // namespace snowmelt
