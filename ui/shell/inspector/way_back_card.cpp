// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/way_back_card.h"

#include "models/document/fleet_document.h"
#include "models/domain/planning/settled.h"
#include "models/items/item_text.h"
#include "models/items/way_back.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

QLabel* makeNamed(const char* name, int weight, Ink ink, QWidget* parent)
{
    QLabel* label = makeLabel({}, TextSize::Normal, weight, ink, parent);
    label->setObjectName(QString::fromLatin1(name));
    return label;
}

void setLine(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QHBoxLayout* besideEachOther(QLabel* name, QLabel* value)
{
    auto* row = new QHBoxLayout;
    row->addWidget(name, 0, Qt::AlignTop);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    value->setWordWrap(true);
    row->addWidget(value, 1);
    return row;
}

/// What is safe after an end that was not asked for, and what to do next.
QString safeText(const DeploymentState& deployment, const WayBack& way)
{
    if (!deployment.finished || !deployment.finished->error)
        return way.detail;
    return sentences({way.detail, sentence(*deployment.finished->error).next});
}

/// What can be tried once more: the swap failed, and blue serves as before.
ImageRef failedImage(const DeploymentState& deployment)
{
    const bool isSwap = deployment.plan.strategy == Strategy::BlueGreen;
    if (!isSwap || !deployment.failed || !deployment.finished)
        return {};
    const Safety safety = deployment.finished->safety;
    return safety == Safety::BlueServes || safety == Safety::BlueServesGreenKept ? deployment.plan.to : ImageRef();
}

QPushButton* makeButton(const char* name, QWidget* parent)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    return button;
}

} // namespace

WayBackCard::WayBackCard(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("wayBackCard"));
    m_title = makeNamed("wayBackTitle", QFont::DemiBold, Ink::Text, this);
    m_speed = makeNamed("wayBackSpeed", QFont::Normal, Ink::Text, this);
    m_detail = makeNamed("wayBack", QFont::Normal, Ink::Sub, this);
    m_detail->setWordWrap(true);
    m_blue = makeNamed("wayBackBlue", QFont::Normal, Ink::Sub, this);
    m_blue->setWordWrap(true);
    m_blue->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_costTitle = makeNamed("costTitle", QFont::DemiBold, Ink::Text, this);
    m_costTitle->setText(tr("Two environments"));
    m_cost = makeNamed("cost", QFont::Normal, Ink::Sub, this);
    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(metric::unit / 2);
    column->addLayout(besideEachOther(m_title, m_speed));
    column->addWidget(m_detail);
    column->addWidget(m_blue);
    column->addSpacing(metric::unit / 2);
    column->addLayout(besideEachOther(m_costTitle, m_cost));
    column->addLayout(makeButtons());
}

QLayout* WayBackCard::makeButtons()
{
    m_look = makeButton("lookAtNode", this);
    makePrimary(m_look);
    m_again = makeButton("swapAgain", this);
    m_again->setText(tr("&Try again…"));
    m_swapBack = makeButton("swapBack", this);
    connect(m_look, &QPushButton::clicked, this, [this] { Q_EMIT lookAsked(m_troubled); });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT swapAsked(m_group, m_failed); });
    connect(m_swapBack, &QPushButton::clicked, this, [this] { Q_EMIT swapAsked(m_group, m_back); });
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, metric::unit / 2, 0, 0);
    foot->setSpacing(metric::unit);
    for (QPushButton* button : {m_look, m_again, m_swapBack})
        foot->addWidget(button);
    foot->addStretch(1);
    return foot;
}

void WayBackCard::follow(const DeploymentState& deployment, const QString& troubled)
{
    const WayBack way = wayBackOf(deployment);
    m_group = deployment.plan.group;
    m_troubled = troubled;
    m_back = way.to;
    m_failed = failedImage(deployment);
    const bool overAndBack = way.kind == WayBackKind::Back || way.kind == WayBackKind::Undecided;
    m_title->setText(overAndBack ? tr("What is safe") : tr("Way back"));
    setLine(m_speed, way.kind == WayBackKind::Back ? QString() : way.speed);
    setLine(m_detail, safeText(deployment, way));
    setLine(m_blue, way.blue.isEmpty() ? QString() : tr("Blue, as it was at the start: %1").arg(way.blue));
    showCost(deployment);
    showButtons(deployment);
}

void WayBackCard::showButtons(const DeploymentState& deployment)
{
    m_look->setVisible(!m_troubled.isEmpty());
    m_look->setText(tr("Look at %1").arg(m_troubled));
    m_again->setVisible(!m_failed.isNull());
    m_swapBack->setVisible(deployment.finished && !m_back.isNull());
    m_swapBack->setText(tr("Swap &back to %1…").arg(imageText(m_back)));
}

void WayBackCard::showCost(const DeploymentState& deployment)
{
    const std::optional<TwoEnvironments> cost = costOf(deployment, QDateTime::currentDateTimeUtc());
    m_costTitle->setVisible(cost.has_value());
    m_cost->setVisible(cost.has_value());
    if (!cost)
        return;
    const Prices& prices = deployment.plan.prices;
    const QString soFar = moneyText(prices, cost->soFar);
    if (deployment.finished && !settles(deployment.finished->safety))
        return m_cost->setText(tr("%1 an hour while both stand").arg(moneyText(prices, cost->perHour)));
    m_cost->setText(deployment.running() ? tr("%1 so far, %2 an hour").arg(soFar, moneyText(prices, cost->perHour))
                                         : tr("%1 in all").arg(soFar));
}

void WayBackCard::setBlocked(const QString& why)
{
    for (QPushButton* button : {m_again, m_swapBack}) {
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
}

} // namespace snowmelt
