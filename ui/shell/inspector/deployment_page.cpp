// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/deployment_page.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/items/step_model.h"
#include "models/items/way_back.h"
#include "models/wording/wording.h"
#include "ui/shell/inspector/control_bar.h"
#include "ui/shell/inspector/panel_head.h"
#include "ui/shell/inspector/readings.h"
#include "ui/shell/inspector/step_delegate.h"
#include "ui/shell/inspector/way_back_card.h"
#include "ui/shell/style/look.h"
#include "ui/shell/style/more_below.h"

#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

/// The node a person should look at: the one the failure names.
QString troubledNode(const FleetDocument& document, const DeploymentState& deployment)
{
    if (!deployment.failed)
        return {};
    const QString name = deployment.failed->error.args.value(0);
    return document.fleet().findNode(name) ? name : QString();
}

/// What a person has just told the deployment, while it is on its way there.
std::optional<Command> onItsWay(const FleetDocument& document, const DeploymentState& deployment)
{
    const auto isHeard = [&](Command command) {
        return !deployment.asked.isEmpty() && deployment.asked.last().told.command == command;
    };
    for (const OperationState& operation : document.operations()) {
        if (!operation.running() || operation.subject != deployment.plan.group)
            continue;
        for (const Command command :
             {Command::RollBack, Command::Pause, Command::Continue, Command::Abort, Command::ExtendDrain}) {
            if (operation.verb == verbOf(command) && !isHeard(command) && !deployment.rollingBack)
                return command;
        }
    }
    return {};
}

} // namespace

DeploymentPage::DeploymentPage(FleetDocument* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_head(new PanelHead(this)), m_model(new StepModel(this)),
      m_wayBack(new WayBackCard(this)), m_controls(new ControlBar(this))
{
    setObjectName(QStringLiteral("deploymentPage"));
    m_head->setHealth({});
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(2 * metric::unit, 0, 2 * metric::unit, metric::unit);
    foot->setSpacing(metric::unit);
    foot->addWidget(makeRule(this));
    foot->addWidget(m_wayBack);
    foot->addWidget(m_controls);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(makeBody(), 1);
    column->addLayout(foot);
    connect(m_controls, &ControlBar::told, this, [this](Command command, int seconds) {
        if (const DeploymentState* deployment = m_document->deployment())
            Q_EMIT told(deployment->plan.group, command, seconds);
    });
    connect(m_wayBack, &WayBackCard::swapAsked, this, &DeploymentPage::swapAsked);
    connect(m_wayBack, &WayBackCard::lookAsked, this, &DeploymentPage::lookAsked);
    connect(document, &FleetDocument::operationAdded, this, &DeploymentPage::follow);
}

/// What happens scrolls where it has no room; the way back, and what can be told, stay in sight.
QWidget* DeploymentPage::makeBody()
{
    auto* inside = new QWidget;
    inside->setAutoFillBackground(true);
    inside->setBackgroundRole(QPalette::Base);
    makeSteps();
    m_drain = new Readings(inside);
    m_drain->setObjectName(QStringLiteral("drainLens"));
    m_gates = new Readings(inside);
    m_gates->setObjectName(QStringLiteral("gates"));
    QVBoxLayout* column = makeColumn(inside, 0);
    column->setContentsMargins(2 * metric::unit, 0, 2 * metric::unit, metric::unit);
    column->setSpacing(metric::unit);
    // What is read now comes first: however many steps there are, it does not end up below the edge.
    column->addWidget(m_drain);
    column->addWidget(m_gates);
    column->addWidget(m_steps);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("deploymentBody"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    new MoreBelow(scroll);
    return scroll;
}

void DeploymentPage::makeSteps()
{
    m_steps = new QListView;
    m_steps->setObjectName(QStringLiteral("stepList"));
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setModel(m_model);
    m_steps->setItemDelegate(new StepDelegate(m_steps));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setResizeMode(QListView::Adjust);
    m_steps->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_steps->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void DeploymentPage::follow()
{
    if (const DeploymentState* deployment = m_document->deployment())
        showState(*deployment);
}

void DeploymentPage::setBlocked(const QString& why)
{
    m_wayBack->setBlocked(why);
}

void DeploymentPage::showState(const DeploymentState& deployment)
{
    const QString clock = clockSeconds(deployment.startedAt);
    const QString kind = strategyText(deployment.plan);
    const QString line = deployment.lease ? tr("%1 · started %2 by %3").arg(kind, clock, deployment.lease->holder)
                                          : tr("%1 · started %2").arg(kind, clock);
    m_head->setTitle({}, {}, line); // the banner has the title
    m_model->showDeployment(deployment);
    m_steps->doItemsLayout();
    fitSteps();
    showReadings(deployment);
    m_wayBack->follow(deployment, troubledNode(*m_document, deployment));
    m_controls->setVisible(deployment.running());
    m_controls->follow(deployment, onItsWay(*m_document, deployment));
}

/// The list scrolls with the page, so it is as high as its rows.
void DeploymentPage::fitSteps()
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_steps->sizeHintForIndex(m_model->index(row, 0)).height();
    if (height != m_steps->height())
        m_steps->setFixedHeight(height);
}

void DeploymentPage::showReadings(const DeploymentState& deployment)
{
    const QDateTime until = deployment.drainUntil;
    m_drain->setReadings(tr("Sessions on blue"),
                         until.isValid() ? tr("deadline %1").arg(clockSeconds(until)) : QString(),
                         deployment.drain ? readingsOf(*deployment.drain) : QList<ReadingLine>());
    m_gates->setReadings(tr("Gates"), {}, deployment.gates ? readingsOf(*deployment.gates) : QList<ReadingLine>());
}

void DeploymentPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, &DeploymentPage::fitSteps, Qt::QueuedConnection);
}

} // namespace snowmelt
