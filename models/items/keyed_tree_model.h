// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tree_row.h"

#include <QAbstractItemModel>

#include <memory>

namespace snowmelt {

/// A tree model whose content is a value. setRows() compares what is shown with what should be and emits only the
/// inserts, removes, moves and changes between them, so views keep selection, expansion and scroll position.
class KeyedTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit KeyedTreeModel(int columns, QObject* parent = nullptr);
    ~KeyedTreeModel() override;

    void setHeaders(const QStringList& headers);
    void setRows(const QList<TreeRow>& rows);
    /// First row, depth first, whose `role` is `value`; invalid: none.
    QModelIndex find(int role, const QVariant& value) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node;
    Node* nodeOf(const QModelIndex& index) const;
    QModelIndex indexOf(const Node* node, int column = 0) const;
    void fill(Node* parent, const QList<TreeRow>& wanted);
    static std::unique_ptr<Node> made(Node* parent, const TreeRow& wanted);
    void removeMissing(Node* parent, const QList<TreeRow>& wanted);
    void place(Node* parent, int row, const TreeRow& wanted);
    void reconcile(Node* parent, const QList<TreeRow>& wanted);
    void refresh(Node* node, const TreeRow& wanted);

    int m_columns;
    QStringList m_headers;
    std::unique_ptr<Node> m_root;
};

} // namespace snowmelt
