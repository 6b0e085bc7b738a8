// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/records.h"

#include "ui/shell/frame/session.h"
#include "ui/shell/history/history_window.h"
#include "ui/shell/history/orphans_window.h"
#include "ui/shell/history/replay_window.h"
#include "ui/shell/history/report_window.h"

namespace snowmelt {

namespace {

/// A window that is there already comes to the front.
bool raised(RecordWindow* window)
{
    if (!window)
        return false;
    window->raise();
    window->activateWindow();
    return true;
}

} // namespace

Records::Records(Session* session, QWidget* window, QObject* parent)
    : QObject(parent), m_session(session), m_window(window)
{
    connect(session->document(), &FleetDocument::opened, this, &Records::closeAll);
}

Records::~Records()
{
    closeAll();
}

void Records::open(RecordWindow* window)
{
    m_open.removeAll(nullptr);
    m_open.append(window);
    window->show();
}

void Records::closeAll()
{
    for (const QPointer<RecordWindow>& window : std::as_const(m_open))
        delete window.data();
    m_open.clear();
}

void Records::showHistory()
{
    if (raised(m_history))
        return;
    auto* history = new HistoryWindow(m_session, m_window);
    connect(history, &HistoryWindow::reportAsked, this, &Records::showReport);
    connect(history, &HistoryWindow::replayAsked, this, &Records::showReplay);
    m_history = history;
    open(history);
}

void Records::showReport(const OperationId& deployment)
{
    auto* report = new ReportWindow(m_session, deployment, m_window);
    connect(report, &ReportWindow::replayAsked, this, &Records::showReplay);
    open(report);
}

void Records::showReplay(const OperationId& deployment)
{
    open(new ReplayWindow(m_session, deployment, m_window));
}

void Records::showOrphans()
{
    if (raised(m_orphans))
        return;
    auto* orphans = new OrphansWindow(m_session, m_window);
    m_orphans = orphans;
    open(orphans);
}

} // namespace snowmelt
