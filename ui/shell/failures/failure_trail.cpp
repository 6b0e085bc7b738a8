// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/failures/failure_trail.h"

#include "models/document/fleet_document.h"
#include "models/domain/failures.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/failure_chips.h"
#include "ui/shell/failures/failure_panel.h"
#include "ui/shell/style/look.h"

#include <QAction>
#include <QDockWidget>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr double aroundNode = 160; ///< units of its surroundings that stay in sight

/// The one selected, else the balancer behind which most failed.
QString failingPart(const FleetDocument& document)
{
    const FleetState& fleet = document.fleet();
    if (failuresOf(fleet, document.selection()).known())
        return document.selection();
    QString worst;
    qint64 most = -1;
    for (const BalancerState& balancer : fleet.balancers) {
        const qint64 failed = failuresOf(fleet, balancer.node.name).failed;
        if (std::exchange(most, std::max(most, failed)) < failed)
            worst = balancer.node.name;
    }
    return worst;
}

/// A dock that was closed, or lies behind another, comes to the front.
void raiseDockOf(QWidget* inside)
{
    for (QWidget* widget = inside; widget; widget = widget->parentWidget()) {
        if (auto* dock = qobject_cast<QDockWidget*>(widget)) {
            dock->show();
            dock->raise();
        }
    }
}

} // namespace

FailureTrail::FailureTrail(FleetDocument* document, DiagramView* diagram)
    : QObject(diagram), m_document(document), m_diagram(diagram), m_chips(new FailureChips(document, diagram)),
      m_action(new QAction(tr("Show &failures"), this))
{
    m_action->setObjectName(QStringLiteral("actionFailures"));
    m_action->setShortcut(QKeySequence(QStringLiteral("F8")));
    m_action->setToolTip(tr("Which nodes failed, since when, and with which check."));
    connect(m_action, &QAction::triggered, this, &FailureTrail::show);
}

QWidget* FailureTrail::below(QWidget* inspector)
{
    auto* both = new QWidget;
    both->setMinimumWidth(inspector->minimumWidth());
    m_panel = new FailurePanel(m_document, both);
    QVBoxLayout* column = makeColumn(both, 0);
    column->setSpacing(0);
    column->addWidget(inspector, 1);
    column->addWidget(m_panel);
    connect(m_panel, &FailurePanel::culpritChosen, this, &FailureTrail::lookAt);
    connect(m_chips, &FailureChips::clicked, this, [this](const QString& balancer) {
        m_panel->open(balancer);
        raiseDockOf(m_panel);
    });
    return both;
}

/// By the keyboard: the focus goes with it, so that Tab and Return walk on through the culprits.
void FailureTrail::show()
{
    const QString part = failingPart(*m_document);
    if (!m_panel || part.isEmpty())
        return;
    m_panel->open(part);
    raiseDockOf(m_panel);
    m_panel->setFocus(Qt::ShortcutFocusReason);
}

void FailureTrail::lookAt(const QString& node)
{
    m_document->setSelection(node);
    const int box = m_diagram->scene().firstOf(node);
    if (box >= 0)
        m_diagram->flyTo(m_diagram->scene().rect(box).adjusted(-aroundNode, -aroundNode, aroundNode, aroundNode));
}

} // namespace snowmelt
