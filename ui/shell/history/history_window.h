// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "ui/shell/history/record_window.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace snowmelt {

class HistoryFilter;
class HistoryModel;
class Session;

/// What was done with this fleet, by whom, and how it ended; from here to the report and the replay of a deployment.
class HistoryWindow final : public RecordWindow
{
    Q_OBJECT
public:
    HistoryWindow(Session* session, QWidget* parent);

Q_SIGNALS:
    void reportAsked(const snowmelt::OperationId& deployment);
    void replayAsked(const snowmelt::OperationId& deployment);

private:
    QWidget* makeFilters();
    QWidget* makePages();
    void makeList();
    void makeButtons();
    void ask(int limit);
    void follow();
    void settle(const OperationId& id, const Finished& finished);
    void filter();
    void clearFilter();
    void showPage();
    void followChoice();
    OperationId chosen() const;

    Session* m_session;
    HistoryModel* m_model;
    HistoryFilter* m_filter;
    QLineEdit* m_text = nullptr;
    QComboBox* m_verbs = nullptr;
    QComboBox* m_outcomes = nullptr;
    QStackedWidget* m_pages = nullptr;
    QTreeView* m_list = nullptr;
    QPushButton* m_older = nullptr;
    QPushButton* m_replay = nullptr;
    QPushButton* m_report = nullptr;
    QList<HistoryEntry> m_entries;
    OperationId m_asking;
    int m_limit = 0;
    bool m_failed = false;
};

} // namespace snowmelt
