// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/live_strip.h"

#include "ui/shell/frame/session.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace snowmelt {

LiveStrip::LiveStrip(Session* session, QWidget* parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("liveStrip"));
    setAutoFillBackground(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * metric::unit, metric::unit, 2 * metric::unit, metric::unit);
    QLabel* words = makeLabel(tr("Not live: looking at the fleet ended. What is shown may be old."), TextSize::Normal,
                              QFont::DemiBold, Ink::Amber, this);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    auto* again = new QPushButton(tr("&Look again"), this);
    again->setObjectName(QStringLiteral("lookAgain"));
    connect(again, &QPushButton::clicked, session, &Session::look);
    row->addWidget(again);
    connect(session, &Session::liveChanged, this, &LiveStrip::follow);
    follow();
}

void LiveStrip::follow()
{
    setVisible(m_session->document()->isOpen() && !m_session->isLive());
}

} // namespace snowmelt
