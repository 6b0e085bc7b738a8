// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/filtering.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/scene/layout_worker.h"
#include "ui/shell/finding/opened_groups.h"
#include "ui/shell/frame/settings.h"

namespace snowmelt {

Filtering::Filtering(const FleetDocument* document, DiagramView* view, QObject* parent)
    : QObject(parent), m_document(document), m_view(view)
{
    connect(document, &FleetDocument::opened, this, &Filtering::open);
    connect(view, &DiagramView::sceneChanged, this, &Filtering::follow);
    connect(view, &DiagramView::marksChanged, this, &Filtering::follow);
    open();
}

void Filtering::open()
{
    m_chosen = remembered(Settings::filter(), m_document->blueprint().path);
    follow();
}

void Filtering::follow()
{
    const bool someCollapsed = !m_view->arrangement().collapsed.isEmpty();
    const auto answered = [diagram = m_view->scene().shared(), chosen = m_chosen,
                           fleet = someCollapsed ? m_document->fleet() : FleetState()] {
        return answerTo(chosen, withCollapsedNodes(*diagram, fleet));
    };
    if (m_view->scene().size() <= workerFrom) {
        m_aside.forget();
        return take(answered());
    }
    m_aside.ask([this, answered] { return [this, answer = answered()] { take(answer); }; });
    Q_EMIT changed(); // what was chosen
}

/// Of the scene that is shown: each that follows it asks again.
void Filtering::take(const FilterAnswer& answer)
{
    m_chosen = answer.chosen;
    m_outcome = answer.outcome;
    m_counts = answer.counts;
    m_images = answer.images;
    QBitArray dimmed = m_outcome.dimmed;
    if (!dimmed.isEmpty())
        dimmed.truncate(m_view->scene().size());
    m_view->setDimmed(dimmed);
    Q_EMIT changed();
}

QList<ImageRef> Filtering::images() const
{
    QList<ImageRef> images = m_images;
    for (const ImageRef& image : m_chosen.images)
        if (!images.contains(image))
            images << image;
    return images;
}

void Filtering::choose(const FleetFilter& filter)
{
    if (filter == m_chosen)
        return;
    m_chosen = filter;
    Settings::setFilter(rememberedAs(filter, m_document->blueprint().path));
    follow();
}

void Filtering::setImage(const ImageRef& image, bool wanted)
{
    FleetFilter next = m_chosen;
    next.images.removeAll(image);
    if (wanted)
        next.images << image;
    choose(next);
}

void Filtering::focusOn(const QStringList& parts)
{
    FleetFilter next = m_chosen;
    next.focus = parts;
    choose(next);
}

void Filtering::showAll()
{
    choose({});
}

} // namespace snowmelt
