// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/records.h"

#include "ui/shell/compare/compare_window.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/history/drift_history_window.h"
#include "ui/shell/history/history_window.h"
#include "ui/shell/history/orphans_window.h"
#include "ui/shell/history/replay_window.h"
#include "ui/shell/history/report_window.h"
#include "ui/shell/images/images_window.h"
#include "ui/shell/images/store_window.h"

namespace snowmelt {

namespace {

void bringToFront(RecordWindow* window)
{
    window->show();
    window->raise();
    window->activateWindow();
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
    bringToFront(window);
}

void Records::closeAll()
{
    for (const QPointer<RecordWindow>& window : std::as_const(m_open))
        delete window.data();
    m_open.clear();
}

void Records::showHistory()
{
    if (m_history)
        return bringToFront(m_history);
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
    auto* replay = new ReplayWindow(m_session, deployment, m_window);
    connect(replay, &ReplayWindow::reportAsked, this, &Records::showReport);
    open(replay);
}

void Records::showComparison()
{
    open(new CompareWindow(m_session, m_window));
}

void Records::showOrphans()
{
    if (m_orphans)
        return bringToFront(m_orphans);
    auto* orphans = new OrphansWindow(m_session, m_window);
    m_orphans = orphans;
    open(orphans);
}

void Records::showImages()
{
    if (m_images)
        return bringToFront(m_images);
    auto* images = new ImagesWindow(m_session, m_window);
    connect(images, &ImagesWindow::buildAsked, this, &Records::buildAsked);
    connect(images, &ImagesWindow::storeAsked, this, &Records::showStore);
    m_images = images;
    open(images);
}

void Records::showStore()
{
    if (m_store)
        return bringToFront(m_store);
    auto* store = new StoreWindow(m_session, m_window);
    connect(store, &StoreWindow::buildAsked, this, &Records::buildAsked);
    m_store = store;
    open(store);
}

void Records::showDriftHistory(const QString& node)
{
    if (m_drift) {
        m_drift->showNode(node);
        return bringToFront(m_drift);
    }
    m_drift = new DriftHistoryWindow(m_session, node, m_window);
    open(m_drift);
}

} // namespace snowmelt
