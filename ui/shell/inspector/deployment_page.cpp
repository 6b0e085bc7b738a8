// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/deployment_page.h"

#include "models/document/fleet_document.h"
#include "models/items/item_text.h"
#include "models/items/step_model.h"
#include "models/wording/wording.h"
#include "ui/shell/frame/banner.h"
#include "ui/shell/inspector/panel_head.h"
#include "ui/shell/inspector/step_delegate.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
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

bool isBaking(const DeploymentState& deployment)
{
    const Step now = deployment.plan.steps.value(deployment.current);
    return deployment.current >= 0 && now.kind == StepKind::Bake;
}

} // namespace

DeploymentPage::DeploymentPage(FleetDocument* document, QWidget* parent)
    : QWidget(parent), m_document(document), m_head(new PanelHead(this)), m_model(new StepModel(this))
{
    setObjectName(QStringLiteral("deploymentPage"));
    m_head->setHealth({});
    m_steps = new QListView(this);
    m_steps->setObjectName(QStringLiteral("stepList"));
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setModel(m_model);
    m_steps->setItemDelegate(new StepDelegate(StepDelegate::Lead::Glyph, m_steps));
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setResizeMode(QListView::Adjust);
    m_steps->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_backTitle = makeLabel({}, TextSize::Normal, QFont::DemiBold, Ink::Text, this);
    m_back = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    m_back->setObjectName(QStringLiteral("wayBack"));
    m_back->setWordWrap(true);
    m_consequence = makeLabel({}, TextSize::Small, QFont::Normal, Ink::Sub, this);
    m_consequence->setObjectName(QStringLiteral("consequence"));
    m_consequence->setWordWrap(true);
    makeButtons();

    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(2 * metric::unit, 0, 2 * metric::unit, 2 * metric::unit);
    inner->setSpacing(metric::unit);
    inner->addWidget(m_steps, 1);
    inner->addWidget(makeRule(this));
    inner->addWidget(m_backTitle);
    inner->addWidget(m_back);
    inner->addSpacing(metric::unit);
    inner->addWidget(m_consequence);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::unit);
    buttons->addWidget(m_look);
    buttons->addWidget(m_rollBack);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    inner->addLayout(buttons);
    QVBoxLayout* column = makeColumn(this, 0);
    column->addWidget(m_head);
    column->addLayout(inner, 1);
}

void DeploymentPage::makeButtons()
{
    m_rollBack = new QPushButton(tr("&Roll back…"), this);
    m_rollBack->setObjectName(QStringLiteral("rollbackButton"));
    connect(m_rollBack, &QPushButton::clicked, this, &DeploymentPage::rollBackAsked);
    m_cancel = new QPushButton(tr("&Cancel…"), this);
    m_cancel->setObjectName(QStringLiteral("cancelDeployment"));
    connect(m_cancel, &QPushButton::clicked, this, &DeploymentPage::cancelAsked);
    m_look = new QPushButton(this);
    m_look->setObjectName(QStringLiteral("lookAtNode"));
    makePrimary(m_look);
    connect(m_look, &QPushButton::clicked, this, [this] {
        if (const DeploymentState* deployment = m_document->deployment())
            Q_EMIT lookAsked(troubledNode(*m_document, *deployment));
    });
}

void DeploymentPage::follow()
{
    if (const DeploymentState* deployment = m_document->deployment())
        showState(*deployment);
}

void DeploymentPage::showState(const DeploymentState& deployment)
{
    const QString clock = deployment.startedAt.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    m_head->setTitle(bannerText(deployment).title, {},
                     tr("%1 · started %2").arg(strategyText(deployment.plan.strategy), clock));
    m_model->showDeployment(deployment);
    m_steps->doItemsLayout();
    showWayBack(deployment);
    showButtons(deployment);
}

void DeploymentPage::showWayBack(const DeploymentState& deployment)
{
    if (deployment.finished) {
        m_backTitle->setText(tr("What is safe"));
        QString text = sentence(deployment.finished->safety, deployment.plan);
        if (deployment.finished->error)
            text += u'\n' + sentence(*deployment.finished->error).next;
        m_back->setText(text);
        return;
    }
    m_backTitle->setText(tr("Way back"));
    if (deployment.rollingBack)
        m_back->setText(sentence(*deployment.rollingBack));
    else if (deployment.canRollBack())
        m_back->setText(isBaking(deployment) ? tr("At once: blue is kept ready until it is retired.")
                                             : tr("Open until blue is retired. Blue is kept."));
    else
        m_back->setText(tr("Blue is retired: going back means a new deployment."));
}

void DeploymentPage::showButtons(const DeploymentState& deployment)
{
    const QString troubled = troubledNode(*m_document, deployment);
    m_look->setVisible(!troubled.isEmpty());
    m_look->setText(tr("Look at %1").arg(troubled));
    m_rollBack->setVisible(deployment.running());
    m_cancel->setVisible(deployment.running());
    m_rollBack->setEnabled(deployment.canRollBack());
    m_cancel->setEnabled(deployment.canRollBack());
    m_consequence->setVisible(deployment.running());
    const QString why = deployment.canRollBack() ? QString() : m_back->text();
    m_rollBack->setToolTip(why);
    m_cancel->setToolTip(why);
    m_consequence->setText(deployment.canRollBack()
                               ? tr("Roll back: blue takes all traffic again, then green is removed. "
                                    "Cancel: stops the step under way first, then does the same.")
                               : QString());
}

} // namespace snowmelt
