// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace snowmelt::bench {

/// The machines of a fleet as a table: what is in a column is text.
class NodeTable final : public QAbstractTableModel
{
public:
    enum Column { Name, Group, Image, Address, Reason, State, Columns };

    explicit NodeTable(const FleetState& fleet);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<NodeState> m_nodes;
};

/// What one writes first with Qt: a proxy that filters by what is typed, on the GUI thread.
class ProxySearch
{
public:
    explicit ProxySearch(const FleetState& fleet);
    int search(const QString& query); ///< how many machines it finds
    int onlyDown();

private:
    NodeTable m_table;
    QSortFilterProxyModel m_proxy;
};

} // namespace snowmelt::bench
