// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_accessible.h"
#include "ui/diagram/diagram_view_p.h"
#include "ui/diagram/pencil.h"

namespace snowmelt {

void DiagramView::Private::opened()
{
    fitted = true;
    box.clear();
    parts.clear();
    restHand();
    worker.cancel();
    ways.reset();
    // A large one takes a while, and this is not the last one's.
    scene = Scene();
    frame.invalidate();
    relayout();
    fit();
}

/// A small fleet with few links is laid out at once; a large one beside the GUI thread, and what is shown stays until
/// it is ready.
void DiagramView::Private::relayout()
{
    LayoutRequest request{{}, {}, arrangement, scene.shared(), ways};
    if (document && document->isOpen()) {
        request.blueprint = document->blueprint();
        request.fleet = document->fleet();
    }
    if (request.isLong())
        return worker.request(std::move(request));
    worker.cancel();
    adopt(laidOut(request));
}

void DiagramView::Private::adopt(LayoutOutcome outcome)
{
    // Another diagram may have come between the request and its outcome.
    if (outcome.shown != scene.shared())
        outcome.change = differences(scene.diagram(), *outcome.diagram);
    const QRectF before = scene.diagram().bounds;
    const bool rearranged = arrangement != outcome.arrangement;
    arrangement = std::move(outcome.arrangement);
    ways = std::move(outcome.ways);
    const SceneChange& change = outcome.change;
    if (change.geometry) {
        scene = outcome.scene ? std::move(*outcome.scene) : Scene(outcome.diagram);
        // Who is dimmed is known by indices, which are other ones now.
        dimmed.isEmpty() ? frame.invalidate({change.places, {}}) : frame.invalidate();
        dimmed.clear();
        if (fitted && before != scene.diagram().bounds)
            fit();
        Q_EMIT q->sceneChanged();
        announceParts(q);
        q->update();
    } else {
        frame.invalidate(scene.update(outcome.diagram, change));
        // An observation that saw nothing new changes the age alone.
        change.isEmpty() ? q->update(statusRect()) : q->update();
        if (!change.isEmpty())
            Q_EMIT q->marksChanged();
        announceFacts(q, change.boxes);
    }
    if (rearranged)
        Q_EMIT q->arrangementChanged();
}

void DiagramView::Private::lookChanged()
{
    frame.invalidate();
    q->update();
}

DiagramLook DiagramView::Private::look() const
{
    return {&diagramTheme(q), mode, QDateTime::currentDateTimeUtc(), dimmed};
}

/// Unknown nodes print the age; everything else stays as it is painted.
void DiagramView::Private::tick()
{
    q->update(statusRect());
    const QString now = ageShown(scene.diagram(), QDateTime::currentDateTimeUtc());
    if (std::exchange(age, now) == now)
        return;
    Touched unseen;
    for (int i = 0; i < scene.size(); ++i)
        if (!scene.mark(i).planned && scene.mark(i).health == Health::Unknown)
            unseen.texts << scene.rect(i);
    frame.invalidate(unseen);
    q->update();
}

int DiagramView::Private::current() const
{
    return box.isEmpty() ? -1 : scene.boxOfKey(box);
}

void DiagramView::Private::select(const QString& part)
{
    setParts(part.isEmpty() ? QStringList() : QStringList{part});
}

void DiagramView::Private::setParts(const QStringList& next)
{
    const bool changed = parts != next;
    parts = next;
    if (document)
        document->setSelection(next.isEmpty() ? QString() : next.last());
    if (!changed)
        return;
    q->update();
    Q_EMIT q->selectedPartsChanged();
    announceSelection(q);
}

void DiagramView::Private::follow()
{
    const QString part = document->selection();
    const int now = current();
    if (now < 0 || scene.box(now).part != part) {
        const int index = part.isEmpty() ? -1 : scene.firstOf(part);
        box = index < 0 ? QString() : scene.box(index).key;
    }
    if (part != parts.value(parts.size() - 1))
        select(part);
    q->update();
}

void DiagramView::Private::setHovered(int index)
{
    const QString part = index < 0 ? QString() : scene.box(index).part;
    if (part == hovered)
        return;
    hovered = part;
    q->update();
}

QString DiagramView::Private::statusText() const
{
    const QString line = Captions::zoomLine(viewport.zoom, scene.diagram().observedAt, QDateTime::currentDateTimeUtc());
    return parts.size() > 1 ? Captions::selectedCount(int(parts.size())) + u" · " + line : line;
}

QRect DiagramView::Private::statusRect() const
{
    return {q->width() - 420, q->height() - 32, 420, 32};
}

QString DiagramView::Private::hint() const
{
    if (!document || !document->isOpen())
        return Captions::nothingOpen();
    if (scene.isEmpty() && !worker.busy())
        return Captions::nothingDeclared();
    return {};
}

} // namespace snowmelt
