// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/keyed_tree_model.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace snowmelt {

struct KeyedTreeModel::Node
{
    Node* parent = nullptr;
    QString key;
    QStringList texts;
    QHash<int, QVariant> roles;
    std::vector<std::unique_ptr<Node>> children;

    int rowOf(const Node* child) const
    {
        const auto it = std::find_if(children.begin(), children.end(),
                                     [&](const std::unique_ptr<Node>& one) { return one.get() == child; });
        return int(it - children.begin());
    }
    int rowOfKey(const QString& wanted, int from) const
    {
        for (int row = from; row < int(children.size()); ++row) {
            if (children[size_t(row)]->key == wanted)
                return row;
        }
        return -1;
    }
};

namespace {

QSet<QString> keysOf(const QList<TreeRow>& rows)
{
    QSet<QString> keys;
    keys.reserve(rows.size());
    for (const TreeRow& row : rows)
        keys.insert(row.key);
    return keys;
}

} // namespace

KeyedTreeModel::KeyedTreeModel(int columns, QObject* parent)
    : QAbstractItemModel(parent), m_columns(columns), m_root(std::make_unique<Node>())
{
}

KeyedTreeModel::~KeyedTreeModel() = default;

void KeyedTreeModel::setHeaders(const QStringList& headers)
{
    m_headers = headers;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
}

void KeyedTreeModel::setRows(const QList<TreeRow>& rows)
{
    reconcile(m_root.get(), rows);
}

void KeyedTreeModel::reconcile(Node* parent, const QList<TreeRow>& wanted)
{
    const bool isFlat = std::ranges::all_of(wanted, [](const TreeRow& row) { return row.children.isEmpty(); });
    if (parent->children.empty() && isFlat)
        return fill(parent, wanted);
    removeMissing(parent, wanted);
    for (int row = 0; row < wanted.size(); ++row) {
        place(parent, row, wanted.at(row));
        Node* node = parent->children[size_t(row)].get();
        refresh(node, wanted.at(row));
        reconcile(node, wanted.at(row).children);
    }
}

/// Thousands of rows that come one by one hold whoever shows them.
void KeyedTreeModel::fill(Node* parent, const QList<TreeRow>& wanted)
{
    if (wanted.isEmpty())
        return;
    beginInsertRows(indexOf(parent), 0, int(wanted.size()) - 1);
    for (const TreeRow& row : wanted)
        parent->children.push_back(made(parent, row));
    endInsertRows();
}

std::unique_ptr<KeyedTreeModel::Node> KeyedTreeModel::made(Node* parent, const TreeRow& wanted)
{
    auto node = std::make_unique<Node>();
    node->parent = parent;
    node->key = wanted.key;
    node->texts = wanted.texts;
    node->roles = wanted.roles;
    return node;
}

void KeyedTreeModel::removeMissing(Node* parent, const QList<TreeRow>& wanted)
{
    const QSet<QString> keys = keysOf(wanted);
    auto& children = parent->children;
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (keys.contains(children[size_t(last)]->key))
            continue;
        int first = last;
        while (first > 0 && !keys.contains(children[size_t(first - 1)]->key))
            --first;
        beginRemoveRows(indexOf(parent), first, last);
        children.erase(children.begin() + first, children.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void KeyedTreeModel::place(Node* parent, int row, const TreeRow& wanted)
{
    auto& children = parent->children;
    const int at = parent->rowOfKey(wanted.key, row);
    if (at == row)
        return;
    const QModelIndex parentIndex = indexOf(parent);
    if (at > row) {
        beginMoveRows(parentIndex, at, at, parentIndex, row);
        std::rotate(children.begin() + row, children.begin() + at, children.begin() + at + 1);
        endMoveRows();
        return;
    }
    auto node = made(parent, wanted);
    beginInsertRows(parentIndex, row, row);
    children.insert(children.begin() + row, std::move(node));
    endInsertRows();
}

void KeyedTreeModel::refresh(Node* node, const TreeRow& wanted)
{
    if (node->texts == wanted.texts && node->roles == wanted.roles)
        return;
    node->texts = wanted.texts;
    node->roles = wanted.roles;
    Q_EMIT dataChanged(indexOf(node), indexOf(node, m_columns - 1));
}

QModelIndex KeyedTreeModel::find(int role, const QVariant& value) const
{
    const QModelIndexList found =
        match(index(0, 0), role, value, 1, Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
    return found.isEmpty() ? QModelIndex() : found.first();
}

KeyedTreeModel::Node* KeyedTreeModel::nodeOf(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_root.get();
}

QModelIndex KeyedTreeModel::indexOf(const Node* node, int column) const
{
    if (node == m_root.get())
        return {};
    return createIndex(node->parent->rowOf(node), column, node);
}

QModelIndex KeyedTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[size_t(row)].get());
}

QModelIndex KeyedTreeModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int KeyedTreeModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int KeyedTreeModel::columnCount(const QModelIndex&) const
{
    return m_columns;
}

QVariant KeyedTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node* node = nodeOf(index);
    if (role == Qt::DisplayRole)
        return node->texts.value(index.column());
    return node->roles.value(role);
}

QVariant KeyedTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headers.value(section);
}

} // namespace snowmelt
