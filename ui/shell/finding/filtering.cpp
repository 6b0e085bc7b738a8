// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/filtering.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/finding/opened_groups.h"
#include "ui/shell/frame/settings.h"

#include <algorithm>

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

Diagram Filtering::whole() const
{
    return withCollapsedNodes(m_view->scene().diagram(), m_document->fleet());
}

void Filtering::follow()
{
    const Diagram diagram = whole();
    const auto isThere = [&](const QString& part) { return diagram.indexOf(part) >= 0; };
    if (!diagram.isEmpty() && std::none_of(m_chosen.focus.begin(), m_chosen.focus.end(), isThere))
        m_chosen.focus.clear(); // what it was about is gone
    m_outcome = outcomeOf(m_chosen, diagram);
    m_counts = countsOf(diagram);
    QBitArray dimmed = m_outcome.dimmed;
    if (!dimmed.isEmpty())
        dimmed.truncate(m_view->scene().size());
    m_view->setDimmed(dimmed);
    Q_EMIT changed();
}

QList<ImageRef> Filtering::images() const
{
    QList<ImageRef> images = imagesIn(whole());
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
