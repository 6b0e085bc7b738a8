// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/facts_page.h"

#include "ui/shell/inspector/panel_head.h"
#include "ui/shell/style/look.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace snowmelt {

FactsPage::FactsPage(QWidget* parent) : QWidget(parent)
{
    m_head = new PanelHead(this);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget(scroll);
    m_facts = new FactList(inside);
    QVBoxLayout* rows = makeColumn(inside);
    rows->addWidget(m_facts);
    rows->addStretch(1);
    scroll->setWidget(inside);
    // The panel behind shows through.
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    m_button = new QPushButton(this);
    m_button->setObjectName(QStringLiteral("factsButton"));
    makePrimary(m_button);
    connect(m_button, &QPushButton::clicked, this, &FactsPage::clicked);
    m_second = new QPushButton(this);
    m_second->setObjectName(QStringLiteral("factsSecondButton"));
    m_second->hide();
    connect(m_second, &QPushButton::clicked, this, &FactsPage::secondClicked);

    QVBoxLayout* column = makeColumn(this, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(makeRule(this));
    column->addWidget(scroll, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(2 * metric::unit, 0, 2 * metric::unit, 2 * metric::unit);
    foot->setSpacing(metric::unit);
    foot->addWidget(m_button, 0, Qt::AlignLeft);
    foot->addWidget(m_second, 0, Qt::AlignLeft);
    column->addLayout(foot);
}

void FactsPage::setFacts(const QList<Fact>& facts)
{
    m_facts->setFacts(facts);
}

static void offer(QPushButton* button, const QString& text, const QString& why)
{
    button->setVisible(!text.isEmpty());
    button->setText(text);
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
}

void FactsPage::setButton(const QString& text, const QString& why)
{
    offer(m_button, text, why);
    offer(m_second, {}, {});
}

void FactsPage::setSecondButton(const QString& text, const QString& why)
{
    offer(m_second, text, why);
}

} // namespace snowmelt
