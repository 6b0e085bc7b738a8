// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "ui/shell/history/record_window.h"

class QComboBox;
class QStackedWidget;
class QTreeView;

namespace snowmelt {

class DatedDriftModel;
class DriftChart;
class DriftCountModel;
class Session;

/// What the scans of this fleet found over time: of one group a chart and its numbers, and below them every difference
/// with since when it is there and what may have caused it.
class DriftHistoryWindow final : public RecordWindow
{
    Q_OBJECT
public:
    /// `node`: what is listed at first is of this one; empty: of all.
    DriftHistoryWindow(Session* session, const QString& node, QWidget* parent);
    void showNode(const QString& node);

private:
    QWidget* makeTools();
    QWidget* makePages();
    QWidget* makeNumbers();
    QWidget* makeList();
    void read();
    void take(const OperationId& id, const DriftHistory& history);
    void settle(const OperationId& id, const Finished& finished);
    void fillGroups();
    void fillNodes();
    void followGroup();
    void followFilter();
    void sayShown();
    void showPage();
    QList<DriftCount> countsOfGroup() const;

    Session* m_session;
    DatedDriftModel* m_model;
    DriftCountModel* m_counts;
    DriftHistory m_history;
    QString m_wanted; ///< the node that was asked for
    QStackedWidget* m_pages = nullptr;
    QTreeView* m_list = nullptr;
    QTreeView* m_numbers = nullptr;
    DriftChart* m_chart = nullptr;
    QComboBox* m_groups = nullptr;
    QComboBox* m_nodes = nullptr;
    QComboBox* m_states = nullptr;
    OperationId m_reading;
    bool m_failed = false;
};

} // namespace snowmelt
