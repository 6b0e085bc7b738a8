// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift_history.h"
#include "models/items/keyed_tree_model.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace snowmelt {

struct DatedFilter;

/// The differences of a fleet as its scans saw them over time. Columns: what, node, since, last seen, gone, likely
/// cause. Roles: PartRole is the node, StateRole int(State), KindRole int(DifferenceKind), StartedAtRole when it was
/// seen first, DetailRole what its causes rest on. Filtered and sorted by itself: there may be tens of thousands, of
/// which few are looked at. What a row says is made when it is asked for.
class DatedDriftModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Node, Since, LastSeen, Gone, Cause, ColumnCount };
    enum class State { Standing, Gone };

    explicit DatedDriftModel(QObject* parent = nullptr);
    void setDifferences(const QList<DatedDifference>& differences);
    void setFilter(const DatedFilter& filter);
    int allRows() const { return int(m_differences.size()); } ///< shown or not

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void showWanted();
    bool isWanted(const DatedDifference& one) const;
    void order(std::vector<int>& rows) const;

    QList<DatedDifference> m_differences;
    std::vector<int> m_shown; ///< indexes of differences, by row
    QString m_group;
    QString m_node;
    std::optional<State> m_state;
    int m_column = Since;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

/// What a person wants to see of it.
struct DatedFilter
{
    QString group;                                 ///< empty: all
    QString node;                                  ///< empty: all
    std::optional<DatedDriftModel::State> state{}; ///< nullopt: both
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
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace snowmelt
