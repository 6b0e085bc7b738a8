// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_table.h"

#include <QAccessibleWidget>
#include <QHash>

namespace snowmelt {

class DiagramView;

/// A DiagramView to a screen reader: a table whose cells are made when somebody asks for them. Its children are the
/// titles of the columns, then the cells row by row, then the widgets that lie on the view.
class AccessibleDiagram final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit AccessibleDiagram(DiagramView* view);
    ~AccessibleDiagram() override;

    DiagramView* view() const;
    const DiagramTable& rowsNow() const;
    int rowOfKey(const QString& key) const; ///< -1: the part is gone
    int currentRow() const;                 ///< the keyboard is on it; -1: on none
    int childOf(int row, int column) const { return DiagramTable::columns * (row + 1) + column; }
    QAccessibleInterface* header(int column) const { return cell({}, column); }
    void dropCellsOfTheGone(); ///< cells of other parts live on, whatever row they are in now
    int cellsMade() const { return int(m_cells.size()); }

    void* interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text kind) const override;
    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override;
    int selectedCellCount() const override { return selectedRowCount() * DiagramTable::columns; }
    QList<QAccessibleInterface*> selectedCells() const override;
    QString columnDescription(int column) const override { return DiagramTable::title(column); }
    QString rowDescription(int row) const override;
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return int(selectedRows().size()); }
    int columnCount() const override { return DiagramTable::columns; }
    int rowCount() const override { return rowsNow().rows(); }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override;
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override {} ///< rows are looked up each time

private:
    int tableChildren() const { return DiagramTable::columns * (rowCount() + 1); }
    QString partOf(int row) const;
    QAccessibleInterface* cell(const QString& key, int column) const;

    mutable DiagramTable m_table;
    mutable QHash<std::pair<QString, int>, QAccessible::Id> m_cells;
};

} // namespace snowmelt
