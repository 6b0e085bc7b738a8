// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/inspector.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/availability.h"
#include "ui/shell/inspector/deployment_page.h"
#include "ui/shell/inspector/facts.h"
#include "ui/shell/inspector/facts_page.h"
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
    connect(m_part, &PartPage::scanAsked, this, &Inspector::scanAsked);
    connect(m_part, &PartPage::driftHistoryAsked, this, &Inspector::driftHistoryAsked);
    connect(m_part, &PartPage::rebirthAsked, this, &Inspector::rebirthAsked);
    connect(m_deployment, &DeploymentPage::told, this, &Inspector::told);
    connect(m_deployment, &DeploymentPage::swapAsked, this, &Inspector::swapToAsked);
    connect(m_deployment, &DeploymentPage::lookAsked, document, &FleetDocument::setSelection);
    connect(m_facts, &FactsPage::clicked, this, &Inspector::pressed);
    connect(m_facts, &FactsPage::secondClicked, this,
            [this] { Q_EMIT rebirthOfAsked(driftedOf(m_document->fleet(), m_document->selection())); });
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

void Inspector::fillFleet()
{
    const bool up = m_document->fleet().isUp();
    m_facts->head()->setHealth({});
    m_facts->head()->setTitle(m_document->blueprint().name, up ? tr("running") : tr("not running"), {});
    m_facts->setFacts(fleetFacts(*m_document));
    const Situation now = situationOf(*m_document);
    m_facts->setButton(up ? QString() : tr("Bring &up…"), whyNot(WindowAct::Up, now));
}

void Inspector::fillImage()
{
    const ImageRecord* record = imageRecord(*m_document, m_image);
    m_facts->head()->setHealth({});
    m_facts->head()->setTitle(imageText(m_image), record ? imageStateText(*record) : QString(), {});
    m_facts->setFacts(imageFacts(*m_document, m_image));
    const bool wanting = !record || record->digest.isNull() || record->stale;
    m_facts->setButton(wanting ? tr("&Build %1…").arg(imageText(m_image)) : QString(),
                       whyNot(WindowAct::Build, situationOf(*m_document)));
}

void Inspector::fillGroup(const QString& group)
{
    const GroupState* state = m_document->fleet().findGroup(group);
    const bool runs = state && !state->nodes.isEmpty();
    const std::optional<Health> health = runs ? std::optional(groupHealth(*m_document, *state)) : std::nullopt;
    m_facts->head()->setHealth(health);
    m_facts->head()->setTitle(group, health ? healthText(*health) : tr("not running"), {});
    m_facts->setFacts(groupFacts(*m_document, group));
    m_facts->setButton(runs ? tr("S&wap %1…").arg(group) : QString(),
                       whyNot(WindowAct::Swap, situationOf(*m_document)));
    const int drifted = int(driftedOf(m_document->fleet(), group).size());
    Situation now = situationOf(*m_document);
    now.nodeSelected = true; // those that differ
    m_facts->setSecondButton(drifted > 0 ? tr("Rebirth the %n that differ(s)…", nullptr, drifted) : QString(),
                             whyNot(WindowAct::Rebirth, now));
}

void Inspector::fillAbsent(const QString& part)
{
    m_facts->head()->setHealth({});
    m_facts->head()->setTitle(part, tr("not running"), tr("It is in the blueprint and does not run yet."));
    m_facts->setFacts({});
    m_facts->setButton(tr("Bring &up…"), whyNot(WindowAct::Up, situationOf(*m_document)));
}

void Inspector::pressed()
{
    const QString part = m_document->selection();
    if (!m_image.isNull())
        Q_EMIT buildAsked(m_image);
    else if (m_document->blueprint().findGroup(part))
        Q_EMIT swapAsked(part);
    else
        Q_EMIT upAsked();
}

} // namespace snowmelt
