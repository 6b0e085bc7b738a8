// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scans/scan_choice.h"

#include "ui/shell/frame/availability.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/scans/scan_words.h"

#include <QActionGroup>
#include <QMenu>

namespace snowmelt {

namespace {

constexpr int oneMinute = 60;
constexpr int oneHour = 60 * oneMinute;
constexpr int offered[] = {0, 5 * oneMinute, 15 * oneMinute, oneHour, 6 * oneHour, 24 * oneHour};

} // namespace

ScanChoice::ScanChoice(Session* session, QObject* parent)
    : QObject(parent), m_session(session), m_intervals(new QActionGroup(this)),
      m_notify(new QAction(tr("N&otify about drift"), this))
{
    for (const int seconds : offered) {
        QAction* action = m_intervals->addAction(seconds == 0 ? tr("&Never") : ScanWords::interval(seconds));
        action->setObjectName(QStringLiteral("actionScanEvery%1").arg(seconds));
        action->setCheckable(true);
        action->setData(seconds);
    }
    connect(m_intervals, &QActionGroup::triggered, this, [this](QAction* chosen) {
        const int seconds = chosen->data().toInt();
        Settings::setScanSeconds(m_session->document()->blueprint().path, seconds);
        m_session->setScanSeconds(seconds);
    });
    m_notify->setObjectName(QStringLiteral("actionNotifyDrift"));
    m_notify->setToolTip(tr("Tells you when a node begins to differ, or cannot be scanned any more, and the window is "
                            "not in front."));
    m_notify->setCheckable(true);
    m_notify->setChecked(Settings::driftNotifications());
    connect(m_notify, &QAction::toggled, this, &Settings::setDriftNotifications);
    connect(session->document(), &FleetDocument::opened, this, &ScanChoice::follow);
    connect(session->document(), &FleetDocument::scansDueChanged, this, &ScanChoice::follow);
    follow();
}

void ScanChoice::fillMenu(QMenu* menu, QAction* before)
{
    auto* choices = new QMenu(tr("Scan by &itself"), menu);
    choices->setObjectName(QStringLiteral("scanMenu"));
    choices->setToolTipsVisible(true);
    choices->addActions(m_intervals->actions());
    choices->addSeparator();
    choices->addAction(m_notify);
    menu->insertMenu(before, choices);
}

void ScanChoice::follow()
{
    const int seconds = m_session->document()->scanSeconds();
    const QString why = whyNot(WindowAct::Export, situationOf(*m_session->document()));
    const QList<QAction*> actions = m_intervals->actions();
    for (QAction* action : actions) {
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
        action->setChecked(action->data().toInt() == seconds);
    }
}

} // namespace snowmelt
