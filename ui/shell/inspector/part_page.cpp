// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/part_page.h"

#include "models/document/fleet_document.h"
#include "models/domain/host_standing.h"
#include "models/wording/wording.h"
#include "ui/shell/inspector/drift_page.h"
#include "ui/shell/inspector/facts.h"
#include "ui/shell/inspector/panel_head.h"
#include "ui/shell/style/look.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int imageTab = 2;

QList<Fact> factsOf(const FleetDocument& document, const NodeState& node)
{
    const FleetState& fleet = document.fleet();
    for (const BalancerState& balancer : fleet.balancers) {
        if (balancer.node.name == node.name)
            return balancerFacts(document, balancer);
    }
    for (const DatabaseState& database : fleet.databases) {
        if (database.node.name == node.name)
            return databaseFacts(document, database);
    }
    return nodeFacts(document, node);
}

} // namespace

PartPage::PartPage(FleetDocument* document, QWidget* parent) : QWidget(parent), m_document(document)
{
    m_head = new PanelHead(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("inspectorTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_drift = new DriftPage(document, this);
    m_tabs->addTab(makeFacts(m_overview), tr("&Overview"));
    m_tabs->addTab(m_drift, tr("D&rift"));
    m_tabs->addTab(makeFacts(m_image), tr("I&mage"));
    connect(m_drift, &DriftPage::scanAsked, this, &PartPage::scanAsked);
    connect(m_drift, &DriftPage::driftHistoryAsked, this, &PartPage::driftHistoryAsked);

    m_rebirth = new QPushButton(this);
    m_rebirth->setObjectName(QStringLiteral("rebirthButton"));
    makePrimary(m_rebirth);
    connect(m_rebirth, &QPushButton::clicked, this, [this] { Q_EMIT rebirthAsked(m_part); });
    m_scan = new QPushButton(tr("S&can"), this);
    m_scan->setObjectName(QStringLiteral("scanHost"));
    makePrimary(m_scan);
    connect(m_scan, &QPushButton::clicked, this, [this] { Q_EMIT scanAsked(m_part); });
    m_look = new QPushButton(tr("&Look again"), this);
    m_look->setObjectName(QStringLiteral("lookAtHost"));
    connect(m_look, &QPushButton::clicked, this, &PartPage::lookAsked);
    m_foot = new QWidget(this);
    auto* foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, 2 * metric::unit);
    foot->setSpacing(metric::unit);
    for (QPushButton* button : {m_rebirth, m_scan, m_look})
        foot->addWidget(button);
    foot->addStretch(1);

    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_foot);
}

QWidget* PartPage::makeFacts(FactList*& list)
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget(scroll);
    list = new FactList(inside);
    QVBoxLayout* column = makeColumn(inside);
    column->addWidget(list);
    column->addStretch(1);
    scroll->setWidget(inside);
    // The panel behind shows through.
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    return scroll;
}

void PartPage::setPart(const QString& part)
{
    m_part = part;
    m_drift->setNode(part);
    follow();
}

void PartPage::follow()
{
    const NodeState* node = m_document->fleet().findNode(m_part);
    if (!node)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_head->setHealth(node->health, isReached(*node));
    m_head->setTitle(node->name, nodeStateText(*node, now), nodeLine(*node, now));
    m_overview->setFacts(factsOf(*m_document, *node));
    m_image->setFacts(imageFacts(*m_document, node->image));
    const int count = node->driftCount.value_or(0);
    m_tabs->setTabText(1, count > 0 ? tr("D&rift %1").arg(count) : tr("D&rift"));
    m_rebirth->setText(tr("Re&birth %1…").arg(node->name));
    const bool given = node->wasThere();
    m_tabs->setTabVisible(imageTab, !given); // nothing it was made of
    m_rebirth->setVisible(!given);
    m_foot->setVisible(given || node->role == Role::Node);
}

void PartPage::offer(const QList<WindowAct>& acts)
{
    const NodeState* node = m_document->fleet().findNode(m_part);
    const bool given = node && node->wasThere();
    m_scan->setVisible(given && acts.contains(WindowAct::Scan));
    m_look->setVisible(given && acts.contains(WindowAct::Look));
}

void PartPage::setBlocked(const QString& rebirth, const QString& scan)
{
    m_rebirth->setEnabled(rebirth.isEmpty());
    m_rebirth->setToolTip(
        rebirth.isEmpty() ? tr("Replaces the node by a fresh one of the same image. No request is lost.") : rebirth);
    m_drift->setScanBlocked(scan);
    m_scan->setEnabled(scan.isEmpty());
    m_scan->setToolTip(scan.isEmpty() ? tr("Looks at this host. It only reads.") : scan);
}

} // namespace snowmelt
