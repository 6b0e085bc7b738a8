// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace snowmelt {

class DriftHistoryWindow;
class RecordWindow;
class Session;

/// Opens the windows on what was done and what is left of it: history, report, replay, comparison, orphans,
/// drift over time, and those on its images and their store. One history, one drift over time, one list of orphans, of
/// images and of the store at a time, as many of the others as a person wants beside each other. All of them are about
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
    void showImages();
    void showStore();
    /// What is listed at first is of this node; empty: of all.
    void showDriftHistory(const QString& node);

Q_SIGNALS:
    void buildAsked(const snowmelt::ImageRef& image); ///< null: a person chooses

private:
    void open(RecordWindow* window);
    void closeAll();

    Session* m_session;
    QWidget* m_window;
    QPointer<RecordWindow> m_history;
    QPointer<RecordWindow> m_orphans;
    QPointer<RecordWindow> m_images;
    QPointer<RecordWindow> m_store;
    QPointer<DriftHistoryWindow> m_drift;
    QList<QPointer<RecordWindow>> m_open;
};

} // namespace snowmelt
