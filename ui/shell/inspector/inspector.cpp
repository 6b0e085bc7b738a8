// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/inspector.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/wording/host_wording.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/availability.h"
#include "ui/shell/inspector/deployment_page.h"
#include "ui/shell/inspector/facts.h"
#include "ui/shell/inspector/facts_page.h"
#include "ui/shell/inspector/offers.h"
#include "ui/shell/inspector/panel_head.h"
#include "ui/shell/inspector/part_page.h"
#include "ui/shell/rebirths/whom_to_rebirth.h"

#include <QTimer>

namespace snowmelt {

namespace {

constexpr int factAgeInterval = 15'000;

} // namespace

Inspector::Inspector(FleetDocument* document, QWidget* parent)
    : QStackedWidget(parent), m_document(document), m_part(new PartPage(document, this)), m_facts(new FactsPage(this)),
      m_deployment(new DeploymentPage(document, this))
{
    setObjectName(QStringLiteral("inspector"));
    setMinimumWidth(300);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    addWidget(m_facts);
    addWidget(m_part);
    addWidget(m_deployment);
    connect(m_part, &PartPage::scanAsked, this, [this](const QString& node) { Q_EMIT scanAsked({node}); });
    connect(m_part, &PartPage::lookAsked, this, &Inspector::lookAsked);
    connect(m_part, &PartPage::driftHistoryAsked, this, &Inspector::driftHistoryAsked);
    connect(m_part, &PartPage::rebirthAsked, this, &Inspector::rebirthAsked);
    connect(m_deployment, &DeploymentPage::told, this, &Inspector::told);
    connect(m_deployment, &DeploymentPage::swapAsked, this, &Inspector::swapToAsked);
    connect(m_deployment, &DeploymentPage::lookAsked, document, &FleetDocument::setSelection);
    connect(m_facts, &FactsPage::clicked, this, [this] { press(m_offers.value(0)); });
    connect(m_facts, &FactsPage::secondClicked, this, [this] { press(m_offers.value(1)); });
    connect(document, &FleetDocument::selectionChanged, this, &Inspector::showSelection);
    for (const auto signal : {&FleetDocument::opened, &FleetDocument::fleetChanged, &FleetDocument::imagesChanged,
                              &FleetDocument::deploymentChanged})
        connect(document, signal, this, &Inspector::follow);
    connect(document, &FleetDocument::operationAdded, this, &Inspector::follow);
    connect(document, &FleetDocument::operationFinished, this, &Inspector::follow);
    auto* ages = new QTimer(this);
    connect(ages, &QTimer::timeout, this, &Inspector::follow);
    ages->start(factAgeInterval);
    showSelection(document->selection());
}

void Inspector::showImage(const ImageRef& image)
{
    m_document->setSelection({});
    m_image = image;
    follow();
}

void Inspector::showFleet()
{
    m_image = {};
    follow();
}

void Inspector::showSelection(const QString&)
{
    m_image = {};
    follow();
}

/// A deployment is what its group's inspector is about, while it runs and, until dismissed, after it ended; the whole
/// fleet's too, as long as it left something to decide.
bool Inspector::concerns(const DeploymentState* deployment, const QString& part) const
{
    if (!deployment || m_dismissed.contains(deployment->operation))
        return false;
    const bool open = deployment->running() || deployment->finished->outcome != OutcomeKind::Done;
    return part == deployment->plan.group || (open && part.isEmpty());
}

void Inspector::dismiss(const OperationId& deployment)
{
    m_dismissed.insert(deployment);
    follow();
}

QWidget* Inspector::pageFor(const QString& part)
{
    if (!m_image.isNull() || !m_document->fleet().isUp())
        return m_facts;
    if (concerns(m_document->deployment(), part))
        return m_deployment;
    return m_document->fleet().findNode(part) ? static_cast<QWidget*>(m_part) : m_facts;
}

void Inspector::follow()
{
    if (!m_document->isOpen())
        return;
    const QString part = m_document->selection();
    QWidget* page = pageFor(part);
    if (page == m_deployment) {
        m_deployment->follow();
        m_deployment->setBlocked(whyNot(WindowAct::Swap, situationOf(*m_document)));
    } else if (page == m_part) {
        if (m_shown != part)
            m_part->setPart(part);
        m_part->follow();
        const Situation now = situationOf(*m_document);
        m_part->offer(offersOf(Inspected::Host, now));
        m_part->setBlocked(whyNot(WindowAct::Rebirth, now), whyNot(WindowAct::Scan, now));
    } else if (!m_image.isNull()) {
        fillImage();
    } else if (m_document->blueprint().findGroup(part)) {
        fillGroup(part);
    } else if (part.isEmpty() || part == QStringLiteral("clients")) {
        fillFleet();
    } else {
        fillAbsent(part);
    }
    m_shown = page == m_part ? part : QString();
    setCurrentWidget(page);
}

/// What the buttons at the foot are; the page has room for two.
void Inspector::offer(const QList<WindowAct>& acts)
{
    m_offers = acts.mid(0, 2);
    const auto textOf = [this](int i) { return i < m_offers.size() ? offerText(m_offers.at(i)) : QString(); };
    const auto why = [this](int i) { return i < m_offers.size() ? whyNotOffered(m_offers.at(i)) : QString(); };
    m_facts->setButton(textOf(0), why(0));
    m_facts->setSecondButton(textOf(1), why(1));
}

QString Inspector::offerText(WindowAct act) const
{
    const QString part = m_document->selection();
    const bool ofGroup = m_document->blueprint().findGroup(part);
    switch (act) {
    case WindowAct::Up:
        return tr("Bring &up…");
    case WindowAct::Look:
        return m_document->fleet().isUp() ? tr("&Look again") : tr("&Look now");
    case WindowAct::Scan:
        return ofGroup ? tr("S&can %1").arg(part) : tr("S&can all");
    case WindowAct::Differences:
        return tr("&Who differs in %1…").arg(part);
    case WindowAct::Swap:
        return tr("S&wap %1…").arg(part);
    case WindowAct::Rebirth:
        return tr("Rebirth the %n that differ(s)…", nullptr, int(driftedOf(m_document->fleet(), part).size()));
    case WindowAct::Build:
        return tr("&Build %1…").arg(imageText(m_image));
    default:
        return {};
    }
}

QString Inspector::whyNotOffered(WindowAct act) const
{
    Situation now = situationOf(*m_document);
    now.nodeSelected = true; // those that differ
    return whyNot(act, now);
}

/// Nodes of the selected group; empty: everybody.
QStringList Inspector::subjects() const
{
    QStringList names;
    if (const GroupState* group = m_document->fleet().findGroup(m_document->selection()))
        for (const NodeState& node : group->nodes)
            names << node.name;
    return names;
}

void Inspector::press(WindowAct act)
{
    const QString part = m_document->selection();
    if (act == WindowAct::Build)
        Q_EMIT buildAsked(m_image);
    else if (act == WindowAct::Swap)
        Q_EMIT swapAsked(part);
    else if (act == WindowAct::Rebirth)
        Q_EMIT rebirthOfAsked(driftedOf(m_document->fleet(), part));
    else if (act == WindowAct::Scan)
        Q_EMIT scanAsked(subjects());
    else if (act == WindowAct::Look)
        Q_EMIT lookAsked();
    else if (act == WindowAct::Differences)
        Q_EMIT differencesAsked();
    else
        Q_EMIT upAsked();
}

void Inspector::fillFleet()
{
    const Situation now = situationOf(*m_document);
    const QString made = now.up ? tr("running") : tr("not running");
    m_facts->head()->setHealth({});
    m_facts->head()->setTitle(m_document->blueprint().name, now.given ? lookedText(m_document->fleet()) : made, {});
    m_facts->setFacts(fleetFacts(*m_document));
    offer(offersOf(Inspected::Fleet, now));
}

void Inspector::fillImage()
{
    const ImageRecord* record = imageRecord(*m_document, m_image);
    m_facts->head()->setHealth({});
    m_facts->head()->setTitle(imageText(m_image), record ? imageStateText(*record) : QString(), {});
    m_facts->setFacts(imageFacts(*m_document, m_image));
    const bool wanting = !record || record->digest.isNull() || record->stale;
    offer(wanting ? QList{WindowAct::Build} : QList<WindowAct>());
}

void Inspector::fillGroup(const QString& group)
{
    const GroupState* state = m_document->fleet().findGroup(group);
    const bool runs = state && !state->nodes.isEmpty();
    const Situation now = situationOf(*m_document);
    m_facts->setFacts(groupFacts(*m_document, group));
    if (now.given)
        return fillGivenGroup(runs ? *state : GroupState{group, 0, {}, {}, 0, 0, {}, 0});
    const std::optional<Health> health = runs ? std::optional(groupHealth(*m_document, *state)) : std::nullopt;
    m_facts->head()->setHealth(health);
    m_facts->head()->setTitle(group, health ? healthText(*health) : tr("not running"), {});
    QList<WindowAct> acts = runs ? offersOf(Inspected::Group, now) : QList<WindowAct>();
    if (runs && !driftedOf(m_document->fleet(), group).isEmpty())
        acts << WindowAct::Rebirth;
    offer(acts);
}

void Inspector::fillGivenGroup(const GroupState& group)
{
    const bool looked = !group.nodes.isEmpty();
    const int reached = reachedIn(group);
    const bool all = looked && reached == m_document->blueprint().findGroup(group.name)->size;
    m_facts->head()->setHealth(looked ? std::optional(groupHealth(*m_document, group)) : std::nullopt, all);
    m_facts->head()->setTitle(group.name, groupImageText(*m_document, group.name), {});
    offer(offersOf(looked ? Inspected::Group : Inspected::Absent, situationOf(*m_document)));
}

void Inspector::fillAbsent(const QString& part)
{
    const Situation now = situationOf(*m_document);
    m_facts->head()->setHealth({});
    m_facts->head()->setTitle(part, now.given ? notLookedText() : tr("not running"),
                              now.given ? tr("It is in the blueprint, and nobody has looked at it.")
                                        : tr("It is in the blueprint and does not run yet."));
    m_facts->setFacts({});
    offer(offersOf(Inspected::Absent, now));
}

} // namespace snowmelt
