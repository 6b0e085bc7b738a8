// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/accessible_cell.h"

#include "ui/diagram/accessible_diagram.h"
#include "ui/diagram/diagram_view.h"

namespace snowmelt {

AccessibleCell::AccessibleCell(AccessibleDiagram* diagram, QString key, int column)
    : m_diagram(diagram), m_key(std::move(key)), m_column(column)
{
}

void* AccessibleCell::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface*>(this);
    if (type == QAccessible::ActionInterface && !isHeader())
        return static_cast<QAccessibleActionInterface*>(this);
    return nullptr;
}

bool AccessibleCell::isValid() const
{
    return m_diagram->isValid() && (isHeader() || rowIndex() >= 0);
}

QWindow* AccessibleCell::window() const
{
    return m_diagram->window();
}

QAccessibleInterface* AccessibleCell::parent() const
{
    return m_diagram;
}

QString AccessibleCell::text(QAccessible::Text kind) const
{
    if (kind != QAccessible::Name && kind != QAccessible::Value)
        return {};
    return isHeader() ? DiagramTable::title(m_column) : m_diagram->rowsNow().text(rowIndex(), m_column);
}

/// All facts of a part are where its box is.
QRect AccessibleCell::rect() const
{
    const DiagramView* view = m_diagram->view();
    const int row = rowIndex();
    if (row < 0)
        return {};
    const QRectF box = view->viewport().toView(view->scene().rect(m_diagram->rowsNow().boxOf(row)));
    return box.toAlignedRect().translated(view->mapToGlobal(QPoint()));
}

QAccessible::Role AccessibleCell::role() const
{
    if (isHeader())
        return QAccessible::ColumnHeader;
    return m_column == DiagramTable::Name ? QAccessible::RowHeader : QAccessible::Cell;
}

QAccessible::State AccessibleCell::state() const
{
    QAccessible::State state;
    state.readOnly = true;
    if (isHeader())
        return state;
    const int row = rowIndex();
    state.invalid = row < 0;
    state.selectable = state.multiSelectable = state.focusable = true;
    state.selected = row >= 0 && m_diagram->isRowSelected(row);
    state.focused =
        m_column == DiagramTable::Name && row >= 0 && row == m_diagram->currentRow() && m_diagram->view()->hasFocus();
    state.offscreen = !rect().intersects(m_diagram->rect());
    return state;
}

bool AccessibleCell::isSelected() const
{
    return !isHeader() && m_diagram->isRowSelected(rowIndex());
}

QList<QAccessibleInterface*> AccessibleCell::columnHeaderCells() const
{
    return {m_diagram->header(m_column)};
}

QList<QAccessibleInterface*> AccessibleCell::rowHeaderCells() const
{
    if (isHeader())
        return {};
    return {m_diagram->cellAt(rowIndex(), DiagramTable::Name)};
}

int AccessibleCell::rowIndex() const
{
    return isHeader() ? -1 : m_diagram->rowOfKey(m_key);
}

QStringList AccessibleCell::actionNames() const
{
    return isHeader() ? QStringList() : QStringList{setFocusAction(), pressAction()};
}

void AccessibleCell::doAction(const QString& name)
{
    const int row = rowIndex();
    if (row < 0)
        return;
    DiagramView* view = m_diagram->view();
    const QString part = view->scene().box(m_diagram->rowsNow().boxOf(row)).part;
    if (name == setFocusAction()) {
        view->setFocus(Qt::OtherFocusReason);
        m_diagram->selectRow(row);
    } else if (name == pressAction()) {
        Q_EMIT view->activated(part);
    }
}

} // namespace snowmelt
