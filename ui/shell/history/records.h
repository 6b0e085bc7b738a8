// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace snowmelt {

class RecordWindow;
class Session;

/// Opens the windows on what was done and what is left of it: history, report, replay, comparison, orphans. One history
/// and one list of orphans at a time, as many of the others as a person wants beside each other. All of them are about
/// the fleet that is open, and close with it.
class Records final : public QObject
{
    Q_OBJECT
public:
    Records(Session* session, QWidget* window, QObject* parent);
    ~Records() override;

    void showHistory();
    /// Empty: the latest deployment.
    void showReport(const OperationId& deployment);
    void showReplay(const OperationId& deployment);
    void showComparison();
    void showOrphans();

private:
    void open(RecordWindow* window);
    void closeAll();

    Session* m_session;
    QWidget* m_window;
    QPointer<RecordWindow> m_history;
    QPointer<RecordWindow> m_orphans;
    QList<QPointer<RecordWindow>> m_open;
};

} // namespace snowmelt
