// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/finding.h"

#include "models/document/fleet_document.h"
#include "models/domain/platform_verbs.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/minimap.h"
#include "ui/shell/finding/collapsing.h"
#include "ui/shell/finding/filter_bar.h"
#include "ui/shell/finding/filtering.h"
#include "ui/shell/finding/find_actions.h"
#include "ui/shell/finding/searching.h"
#include "ui/shell/finding/travelling.h"
#include "ui/shell/frame/settings.h"

#include <QKeyEvent>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double selectionRoom = 48; ///< diagram units around what is fitted

} // namespace

Finding::Finding(const FleetDocument* document, DiagramView* view, SearchField* field, QObject* parent)
    : QObject(parent), m_document(document), m_view(view), m_actions(new FindActions(this)),
      m_filtering(new Filtering(document, view, this)), m_travelling(new Travelling(view, this)),
      m_searching(new Searching(document, view, field, m_travelling, this))
{
    makeMinimap();
    view->installEventFilter(this);
    connect(m_actions, &FindActions::asked, this, &Finding::start);
    connect(document, &FleetDocument::opened, m_travelling, &Travelling::forget);
    connect(document, &FleetDocument::opened, this, &Finding::follow);
    connect(view, &DiagramView::selectedPartsChanged, this, &Finding::follow);
    connect(view, &DiagramView::sceneChanged, this, &Finding::follow);
    connect(m_travelling, &Travelling::changed, this, &Finding::follow);
    connect(m_searching, &Searching::changed, this, &Finding::follow);
    connect(m_filtering, &Filtering::changed, this, &Finding::followFilter);
    followFilter();
}

void Finding::makeMinimap()
{
    m_minimap = new Minimap(m_view);
    m_minimap->setWanted(Settings::overview());
    m_actions->action(FindAct::Minimap)->setChecked(Settings::overview());
    connect(m_minimap, &Minimap::jumping, m_travelling, &Travelling::leave);
    connect(m_actions->action(FindAct::Minimap), &QAction::toggled, m_minimap, [this](bool wanted) {
        Settings::setOverview(wanted);
        m_minimap->setWanted(wanted);
    });
}

QWidget* Finding::makeBar(QWidget* parent)
{
    m_bar = new FilterBar(m_actions, m_filtering, parent);
    return m_bar;
}

void Finding::fillViewMenu(QMenu* menu, QAction* before) const
{
    m_actions->fillViewMenu(menu, before);
}

void Finding::fillContextMenu(QMenu* menu) const
{
    m_actions->fillContextMenu(menu, situation());
}

void Finding::search()
{
    m_searching->begin();
}

void Finding::fit()
{
    m_travelling->jump([this] { m_view->zoomToFit(); });
}

void Finding::actualSize()
{
    m_travelling->jump([this] { m_view->resetZoom(); });
}

void Finding::fitSelection()
{
    QRectF area;
    const QStringList parts = m_view->selectedParts();
    for (const QString& part : parts)
        for (const int box : m_view->scene().boxesOf(part))
            area |= m_view->scene().rect(box);
    if (area.isNull())
        return;
    const QRectF roomy = area.adjusted(-selectionRoom, -selectionRoom, selectionRoom, selectionRoom);
    m_travelling->jump([&] { m_view->flyTo(roomy); });
}

QStringList Finding::groups() const
{
    return groupsOf(*m_view, *m_document, m_view->selectedParts());
}

void Finding::start(FindAct act)
{
    switch (act) {
    case FindAct::FindNext:
        return m_searching->step(1);
    case FindAct::FindPrevious:
        return m_searching->step(-1);
    case FindAct::ZoomToSelection:
        return fitSelection();
    case FindAct::Back:
        return m_travelling->back();
    case FindAct::Forward:
        return m_travelling->forward();
    case FindAct::Collapse:
    case FindAct::Expand:
    case FindAct::ExpandAll:
        return startGroups(act);
    case FindAct::Minimap: // its own toggled() does it
        return;
    default:
        return startFilter(act);
    }
}

void Finding::startFilter(FindAct act)
{
    FleetFilter next = m_filtering->chosen();
    if (act == FindAct::ShowAll)
        return m_filtering->showAll();
    if (act == FindAct::Focus)
        return m_filtering->focusOn(m_view->selectedParts());
    if (act == FindAct::ByImage)
        return m_bar->openImages();
    if (act == FindAct::Unhealthy)
        next.unhealthy = !next.unhealthy;
    if (act == FindAct::Drifted)
        next.drifted = !next.drifted;
    if (act == FindAct::Unseen)
        next.unseen = !next.unseen;
    m_filtering->choose(next);
}

void Finding::startGroups(FindAct act)
{
    if (act == FindAct::ExpandAll)
        return expandAll(m_view);
    if (act == FindAct::Expand)
        return expand(m_view, groups());
    collapse(m_view, groups());
}

FindSituation Finding::situation() const
{
    FindSituation now;
    now.open = m_document->isOpen();
    now.given = !makesNodes(m_document->blueprint());
    now.found = m_searching->found();
    const QStringList parts = m_view->selectedParts();
    now.selected = std::any_of(parts.begin(), parts.end(),
                               [this](const QString& part) { return m_view->scene().firstOf(part) >= 0; });
    now.back = m_travelling->canGoBack();
    now.forward = m_travelling->canGoForward();
    now.filtering = m_filtering->chosen().isActive();
    const QStringList theirs = groups();
    now.group = theirs.value(0);
    for (const QString& group : theirs)
        (isCollapsed(*m_view, group) ? now.expandable : now.collapsible) = true;
    const QSet<QString>& collapsed = m_view->arrangement().collapsed; // also of groups that are no more
    now.anyCollapsed = std::any_of(collapsed.begin(), collapsed.end(),
                                   [this](const QString& group) { return m_view->scene().firstOf(group) >= 0; });
    return now;
}

void Finding::follow()
{
    m_actions->follow(situation());
}

void Finding::followFilter()
{
    m_actions->follow(m_filtering->chosen(), m_filtering->counts());
    follow();
}

/// Esc leaves the neighbours before it lets go of what is selected.
bool Finding::eventFilter(QObject* watched, QEvent* event)
{
    const bool pressed = watched == m_view && event->type() == QEvent::KeyPress;
    if (!pressed || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape || m_filtering->chosen().focus.isEmpty())
        return QObject::eventFilter(watched, event);
    m_filtering->focusOn({});
    return true;
}

} // namespace snowmelt
