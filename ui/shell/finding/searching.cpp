// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/searching.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/scene/layout_worker.h"
#include "ui/shell/finding/collapsing.h"
#include "ui/shell/finding/found_model.h"
#include "ui/shell/finding/hits_layer.h"
#include "ui/shell/finding/search_field.h"
#include "ui/shell/finding/search_panel.h"
#include "ui/shell/finding/travelling.h"

#include <QApplication>

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

constexpr int manyBoxes = 10'000;
constexpr int restedMs = 120;
constexpr double surroundings = 120; ///< diagram units around a hit: one sees where it is

QRectF placeOf(const Scene& scene, const QString& part)
{
    QRectF place;
    for (const int box : scene.boxesOf(part))
        place |= scene.rect(box);
    return place;
}

} // namespace

/// Touched by the worker's thread alone, where one search follows the other.
struct Searching::AsideIndex
{
    int fleet = -1; ///< of which it is
    FindIndex parts;
};

Searching::Searching(const FleetDocument* document, DiagramView* view, SearchField* field, Travelling* travelling,
                     QObject* parent)
    : QObject(parent), m_document(document), m_view(view), m_field(field), m_travelling(travelling),
      m_model(new FoundModel(document, view, this)), m_panel(new SearchPanel(field, m_model)),
      m_index(std::make_shared<AsideIndex>())
{
    auto rings = std::make_unique<HitsLayer>();
    m_rings = rings.get();
    view->addLayer(std::move(rings));
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Searching::look);
    listenToField();
    connect(m_panel, &SearchPanel::chosen, this, [this](int row) {
        moveTo(row);
        whenFound([this] {
            if (found())
                flyTo(m_model->found()[m_row]);
        });
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (now == m_field && before)
            m_focusBefore = before;
    });
    watchFleet();
}

Searching::~Searching()
{
    delete m_panel;
}

void Searching::listenToField()
{
    connect(m_field, &QLineEdit::textChanged, this, &Searching::typed);
    connect(m_field, &SearchField::stepped, this, [this](int by) { whenFound([this, by] { stepFrom(m_row, by); }); });
    connect(m_field, &SearchField::taken, this, &Searching::take);
    connect(m_field, &SearchField::entered, this, &Searching::look);
    connect(m_field, &SearchField::left, this, &Searching::end);
    connect(m_field, &SearchField::escaped, this, &Searching::close);
}

void Searching::watchFleet()
{
    const auto other = [this] { ++m_fleet; };
    connect(m_document, &FleetDocument::fleetChanged, this, other);
    connect(m_document, &FleetDocument::driftChanged, this, other);
    connect(m_document, &FleetDocument::opened, this, [this] {
        ++m_fleet;
        m_landing.clear();
        m_flownTo.clear();
    });
    const auto again = [this] {
        ++m_fleet;
        if (m_panel->isVisible())
            m_soon.start(restedMs);
    };
    connect(m_view, &DiagramView::sceneChanged, this, again);
    connect(m_view, &DiagramView::sceneChanged, this, &Searching::land);
    connect(m_view, &DiagramView::marksChanged, this, again);
}

void Searching::begin()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool Searching::found() const
{
    return m_model->rowCount() > 0;
}

/// What is found for other words is of no use any more, and nor is what a key asked of it.
void Searching::typed()
{
    m_aside.forget();
    m_whenFound.clear();
    m_flownTo.clear();
    m_row = -1;
    m_soon.start(m_view->scene().size() > manyBoxes ? restedMs : 0);
}

void Searching::look()
{
    m_soon.stop();
    const bool someCollapsed = !m_view->arrangement().collapsed.isEmpty();
    FindSource source{m_view->scene().shared(), someCollapsed ? m_document->fleet() : FleetState(),
                      m_document->driftReports()};
    if (m_view->scene().size() > workerFrom)
        return lookAside(std::move(source));
    m_aside.forget();
    const bool asked = !m_field->text().trimmed().isEmpty();
    show(asked ? FindIndex(source).find(m_field->text()) : QList<FoundPart>(), m_fleet);
}

/// Also while nothing is typed yet: by the first key the index is there.
void Searching::lookAside(FindSource source)
{
    m_aside.ask([this, source = std::move(source), words = m_field->text(), fleet = m_fleet, index = m_index] {
        if (index->fleet != fleet)
            *index = {fleet, FindIndex(source)};
        return [this, fleet, found = index->parts.find(words)] { show(found, fleet); };
    });
}

void Searching::show(const QList<FoundPart>& found, int fleet)
{
    const QString at = m_row < 0 ? QString() : m_model->found().value(m_row).part;
    m_model->setFound(found);
    m_shown = fleet;
    m_row = m_model->rowOf(at);
    if (m_row < 0 && !found.isEmpty())
        m_row = 0;
    ring();
    const bool asked = !m_field->text().trimmed().isEmpty();
    if (asked && m_field->hasFocus())
        m_panel->showRow(m_row, m_field->text().trimmed());
    else
        m_panel->hide();
    Q_EMIT changed();
    const QList<Act> acts = std::exchange(m_whenFound, {});
    for (const Act& act : acts)
        act();
}

void Searching::whenFound(Act act)
{
    if (!m_soon.isActive() && !m_aside.busy())
        return act();
    m_whenFound << std::move(act);
    if (m_soon.isActive())
        look();
}

/// Around the ends, as one looks through a list again.
void Searching::moveTo(int row)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    m_row = row < 0 ? count - 1 : row >= count ? 0 : row;
    ring();
    if (m_field->hasFocus())
        m_panel->showRow(m_row, m_field->text().trimmed());
}

/// A page stops at the ends, an arrow goes around them.
void Searching::stepFrom(int row, int by)
{
    moveTo(std::abs(by) == 1 ? row + by : std::clamp(row + by, 0, std::max(0, m_model->rowCount() - 1)));
}

void Searching::take(int step)
{
    whenFound([this, step] {
        if (!found())
            return;
        if (m_model->found()[m_row].part == m_flownTo)
            moveTo(m_row + step);
        flyTo(m_model->found()[m_row]);
    });
}

void Searching::step(int by)
{
    if (m_shown != m_fleet)
        look(); // while nobody looked, the fleet went on
    whenFound([this, by] {
        if (!found())
            return;
        if (!m_flownTo.isEmpty())
            moveTo(m_row + by);
        flyTo(m_model->found()[m_row]);
    });
}

void Searching::flyTo(const FoundPart& part)
{
    m_flownTo = m_landing = part.part;
    if (!part.collapsedIn.isEmpty())
        expand(m_view, {part.collapsedIn});
    land();
    if (part.collapsedIn.isEmpty())
        m_landing.clear(); // it is gone
}

/// At once; or, where the group has to be expanded and that takes a while, when it is.
void Searching::land()
{
    if (m_landing.isEmpty() || m_view->scene().firstOf(m_landing) < 0)
        return;
    const QString part = std::exchange(m_landing, QString());
    const QRectF place = placeOf(m_view->scene(), part);
    m_travelling->jump([&] {
        m_view->setSelectedParts({part});
        m_view->flyTo(place.adjusted(-surroundings, -surroundings, surroundings, surroundings));
    });
}

void Searching::ring()
{
    const Scene& scene = m_view->scene();
    QList<QRectF> places;
    const auto place = [&](const FoundPart& found) {
        return placeOf(scene, found.collapsedIn.isEmpty() ? found.part : found.collapsedIn);
    };
    const QList<FoundPart> best = m_model->found().mid(0, HitsLayer::atMost);
    for (const FoundPart& found : best)
        if (const QRectF at = place(found); !at.isNull())
            places << at;
    const bool shown = m_field->hasFocus();
    m_rings->setHits(shown ? places : QList<QRectF>());
    m_rings->setCurrent(shown && m_row >= 0 ? place(m_model->found()[m_row]) : QRectF());
    m_view->update();
}

void Searching::close()
{
    QWidget* back = m_focusBefore && m_focusBefore->isVisible() ? m_focusBefore.data() : m_view;
    back->setFocus(Qt::OtherFocusReason);
}

void Searching::end()
{
    m_whenFound.clear();
    m_panel->hide();
    ring();
}

} // namespace snowmelt
