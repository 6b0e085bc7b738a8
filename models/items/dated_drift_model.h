// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift_history.h"
#include "models/items/keyed_tree_model.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace snowmelt {

/// The differences of a fleet as its scans saw them over time. Columns: what, node, since, last seen, gone, likely
/// cause. Roles: PartRole is the node, StateRole int(State), KindRole int(DifferenceKind), StartedAtRole when it was
/// seen first, DetailRole what its causes rest on.
class DatedDriftModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { What, Node, Since, LastSeen, Gone, Cause, ColumnCount };
    enum Role {
        GroupRole = Qt::UserRole + 100, ///< QString
        LastSeenRole,                   ///< QDateTime
        GoneRole,                       ///< QDateTime; null: it is still there
    };
    enum class State { Standing, Gone };

    explicit DatedDriftModel(QObject* parent = nullptr);
    void setDifferences(const QList<DatedDifference>& differences);
};

/// Those of one group, still there or gone, sorted by any column.
class DatedDriftFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setGroup(const QString& group);                               ///< empty: all
    void setNode(const QString& node);                                 ///< empty: all
    void setState(const std::optional<DatedDriftModel::State>& state); ///< nullopt: both

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_group;
    QString m_node;
    std::optional<DatedDriftModel::State> m_state;
};

/// How one group stood: what its chart shows, as a table. Columns: when, nodes that differ, differences, hidden by
/// rules, not all seen. Newest first.
class DriftCountModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { When, Differing, Differences, Hidden, Incomplete, ColumnCount };

    explicit DriftCountModel(QObject* parent = nullptr);
    void setCounts(const QList<DriftCount>& counts);
};

} // namespace snowmelt
