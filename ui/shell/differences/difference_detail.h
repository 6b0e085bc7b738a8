// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/group_drift_model.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace snowmelt {

class DriftDelegate;
class KeyedTreeModel;

/// What is chosen among the differences, in full: each value and who has it, the lines of a text that changed; of a
/// cause, whose it is. Hides while nothing is chosen that has more to tell.
class DifferenceDetail final : public QWidget
{
    Q_OBJECT
public:
    explicit DifferenceDetail(QWidget* parent);
    /// An index of `model`; invalid: nothing.
    void show(const GroupDriftModel& model, const QModelIndex& index);

private:
    QTreeView* makeRows();
    /// `rule`: that hides it; null: none does.
    void showDifference(const GroupDrift& drift, const GroupDifference& difference, DriftSeverity severity,
                        const IgnoreRule* rule);
    void showCause(const GroupDrift& drift, const SharedCause& cause);
    void copy();

    QLabel* m_title;
    QLabel* m_about;
    KeyedTreeModel* m_model;
    QTreeView* m_rows;
    DriftDelegate* m_delegate;
};

} // namespace snowmelt
