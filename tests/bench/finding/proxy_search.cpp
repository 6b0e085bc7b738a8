// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/finding/proxy_search.h"

namespace snowmelt::bench {

namespace {

constexpr int everyColumn = -1;

QString down()
{
    return QStringLiteral("down");
}

} // namespace

NodeTable::NodeTable(const FleetState& fleet)
{
    for (const NodeState* node : fleet.allNodes())
        m_nodes << *node;
}

int NodeTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int NodeTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant NodeTable::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    const NodeState& node = m_nodes[index.row()];
    switch (Column(index.column())) {
    case Name:
        return node.name;
    case Group:
        return node.group;
    case Image:
        return node.image.text();
    case Address:
        return node.address;
    case Reason:
        return node.healthReason;
    case State:
        return node.health == Health::Down ? down() : QString();
    case Columns:
        break;
    }
    return {};
}

ProxySearch::ProxySearch(const FleetState& fleet) : m_table(fleet)
{
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy.setSourceModel(&m_table);
}

int ProxySearch::search(const QString& query)
{
    m_proxy.setFilterKeyColumn(everyColumn);
    m_proxy.setFilterFixedString(query);
    return m_proxy.rowCount();
}

int ProxySearch::onlyDown()
{
    m_proxy.setFilterFixedString({});
    m_proxy.setFilterKeyColumn(NodeTable::State);
    m_proxy.setFilterFixedString(down());
    return m_proxy.rowCount();
}

} // namespace snowmelt::bench
