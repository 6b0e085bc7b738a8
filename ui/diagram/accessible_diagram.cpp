// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/accessible_diagram.h"

#include "models/document/fleet_document.h"
#include "ui/diagram/accessible_cell.h"
#include "ui/diagram/captions.h"
#include "ui/diagram/diagram_view.h"

#include <algorithm>

namespace snowmelt {

AccessibleDiagram::AccessibleDiagram(DiagramView* view) : QAccessibleWidget(view, QAccessible::Table) {}

AccessibleDiagram::~AccessibleDiagram()
{
    for (QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

DiagramView* AccessibleDiagram::view() const
{
    return static_cast<DiagramView*>(widget());
}

const DiagramTable& AccessibleDiagram::rowsNow() const
{
    m_table.follow(view()->scene().shared());
    return m_table;
}

int AccessibleDiagram::rowOfKey(const QString& key) const
{
    const int box = view()->scene().boxOfKey(key);
    return box < 0 ? -1 : rowsNow().rowOf(box);
}

int AccessibleDiagram::currentRow() const
{
    const QStringList parts = view()->selectedParts();
    const int box = parts.isEmpty() ? -1 : view()->scene().firstOf(parts.last());
    return box < 0 ? -1 : rowsNow().rowOf(box);
}

void* AccessibleDiagram::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString AccessibleDiagram::text(QAccessible::Text kind) const
{
    switch (kind) {
    case QAccessible::Name:
        return Captions::viewName(view()->document().blueprint().name);
    case QAccessible::Description:
    case QAccessible::Value:
        return view()->spokenSelection();
    case QAccessible::Help:
        return view()->isPlacing() ? Captions::viewHelp() + u' ' + Captions::placingHelp() : Captions::viewHelp();
    default:
        return QAccessibleWidget::text(kind);
    }
}

int AccessibleDiagram::childCount() const
{
    return tableChildren() + QAccessibleWidget::childCount();
}

QAccessibleInterface* AccessibleDiagram::child(int index) const
{
    if (index < 0)
        return nullptr;
    if (index >= tableChildren())
        return QAccessibleWidget::child(index - tableChildren());
    const int row = index / DiagramTable::columns - 1;
    const int column = index % DiagramTable::columns;
    return row < 0 ? header(column) : cellAt(row, column);
}

int AccessibleDiagram::indexOfChild(const QAccessibleInterface* child) const
{
    if (!child || child->object()) {
        const int index = QAccessibleWidget::indexOfChild(child);
        return index < 0 ? -1 : tableChildren() + index;
    }
    const auto* cell = dynamic_cast<const AccessibleCell*>(child);
    if (!cell || cell->parent() != this)
        return -1;
    const int row = cell->rowIndex();
    return row < 0 && !cell->key().isEmpty() ? -1 : childOf(row, cell->columnIndex());
}

QAccessibleInterface* AccessibleDiagram::childAt(int x, int y) const
{
    const QPoint at = view()->mapFromGlobal(QPoint(x, y));
    if (!view()->rect().contains(at))
        return nullptr;
    if (QWidget* lies = view()->childAt(at))
        return QAccessible::queryAccessibleInterface(lies);
    const int box = view()->boxAt(at);
    return cellAt(box < 0 ? -1 : rowsNow().rowOf(box), DiagramTable::Name);
}

QAccessibleInterface* AccessibleDiagram::focusChild() const
{
    QAccessibleInterface* cell = view()->hasFocus() ? cellAt(currentRow(), DiagramTable::Name) : nullptr;
    return cell ? cell : QAccessibleWidget::focusChild();
}

QAccessibleInterface* AccessibleDiagram::cellAt(int row, int column) const
{
    const int box = rowsNow().boxOf(row);
    if (box < 0 || column < 0 || column >= DiagramTable::columns)
        return nullptr;
    return cell(view()->scene().box(box).key, column);
}

QAccessibleInterface* AccessibleDiagram::cell(const QString& key, int column) const
{
    QAccessible::Id& id = m_cells[{key, column}];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(
            new AccessibleCell(const_cast<AccessibleDiagram*>(this), key, column));
    return QAccessible::accessibleInterface(id);
}

QString AccessibleDiagram::partOf(int row) const
{
    const int box = rowsNow().boxOf(row);
    return box < 0 ? QString() : view()->scene().box(box).part;
}

QList<int> AccessibleDiagram::selectedRows() const
{
    QList<int> rows;
    const QStringList parts = view()->selectedParts();
    for (const QString& part : parts) {
        const QList<int> boxes = view()->scene().boxesOf(part);
        for (int box : boxes)
            if (const int row = rowsNow().rowOf(box); row >= 0)
                rows << row;
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

QList<QAccessibleInterface*> AccessibleDiagram::selectedCells() const
{
    QList<QAccessibleInterface*> cells;
    const QList<int> rows = selectedRows();
    for (int row : rows)
        for (int column = 0; column < DiagramTable::columns; ++column)
            cells << cellAt(row, column);
    return cells;
}

QString AccessibleDiagram::rowDescription(int row) const
{
    const int box = rowsNow().boxOf(row);
    return box < 0 ? QString() : Captions::spoken(view()->scene().box(box));
}

bool AccessibleDiagram::isRowSelected(int row) const
{
    const QString part = partOf(row);
    return !part.isEmpty() && view()->selectedParts().contains(part);
}

bool AccessibleDiagram::selectRow(int row)
{
    const QString part = partOf(row);
    if (part.isEmpty())
        return false;
    view()->setSelectedParts({part});
    return true;
}

bool AccessibleDiagram::unselectRow(int row)
{
    QStringList parts = view()->selectedParts();
    if (parts.removeAll(partOf(row)) == 0)
        return false;
    view()->setSelectedParts(parts);
    return true;
}

void AccessibleDiagram::dropCellsOfTheGone()
{
    m_cells.removeIf([this](const auto& entry) {
        const QString& key = entry.key().first;
        const bool gone = !key.isEmpty() && rowOfKey(key) < 0;
        if (gone)
            QAccessible::deleteAccessibleInterface(entry.value());
        return gone;
    });
}

} // namespace snowmelt
