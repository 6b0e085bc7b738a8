// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/plan_notice.h"

#include "ui/shell/style/glyph.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

PlanNotice::PlanNotice(QWidget* parent)
    : QWidget(parent), m_glyph(new Glyph(QStringLiteral("health-down"), &Theme::red, this)),
      m_what(makeLabel({}, TextSize::Large, QFont::DemiBold, Ink::Text, this)),
      m_next(makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this)),
      m_again(new QPushButton(tr("&Try again"), this))
{
    m_what->setObjectName(QStringLiteral("noPlanWhat"));
    m_next->setObjectName(QStringLiteral("noPlanNext"));
    m_again->setObjectName(QStringLiteral("planAgain"));
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &PlanNotice::againAsked);
    for (QLabel* words : {m_what, m_next}) {
        words->setWordWrap(true);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* column = new QVBoxLayout;
    column->setSpacing(metric::unit);
    column->addWidget(m_what);
    column->addWidget(m_next);
    column->addSpacing(metric::unit);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::unit);
    row->addWidget(m_glyph, 0, Qt::AlignTop);
    row->addLayout(column, 1);
}

void PlanNotice::showBusy()
{
    m_glyph->setVisible(false);
    m_what->setText(tr("Making the plan…"));
    m_next->setText(tr("Snowmelt looks at the fleet and asks the balancer. Nothing is changed."));
    m_again->setVisible(false);
}

void PlanNotice::showTrouble(const QString& what, const QString& next, bool again)
{
    m_glyph->setVisible(true);
    m_what->setText(what);
    m_next->setText(next);
    m_again->setVisible(again);
}

} // namespace snowmelt
