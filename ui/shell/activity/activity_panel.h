// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QWidget>

class QLabel;
class QModelIndex;
class QStackedLayout;
class QTabBar;
class QTreeView;

namespace snowmelt {

class ActivityModel;
class FleetDocument;
class LogView;

/// The bottom dock: operations with progress and Cancel, the chosen one's log beside them; on further tabs the timeline
/// of the deployment, the log alone, and charts.
class ActivityPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityPanel(FleetDocument* document, QWidget* parent = nullptr);
    /// A handle for the dock: the tabs, and room to drag it by.
    QWidget* handle() const { return m_handle; }

Q_SIGNALS:
    void cancelAsked(const snowmelt::OperationId& id);
    /// Something shows from now on that wants room: a log, a timeline, charts.
    void roomWanted();

private:
    enum Tab { Activity, Timeline, Log, Charts };
    void makeTabs();
    QWidget* makeActivity();
    QWidget* makeLogPage();
    void showTab(int tab);
    void makeList();
    void placeButtons();
    QWidget* makeCancel(const QModelIndex& index);
    void choose(const OperationId& id);
    void showLog(const OperationId& id);
    void tick();

    FleetDocument* m_document;
    ActivityModel* m_model;
    QStackedLayout* m_stack;
    QTreeView* m_list;
    LogView* m_log;
    QWidget* m_handle;
    QTabBar* m_tabs;
    QStackedLayout* m_pages;
    QLabel* m_logTitle;
    LogView* m_wholeLog;
    OperationId m_chosen;
};

} // namespace snowmelt
