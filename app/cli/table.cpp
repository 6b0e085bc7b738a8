// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "models/domain/drift/drift.h"

#include <algorithm>

namespace snowmelt {
namespace {

/// What the console will show of it, so that an escaped character is counted with its escape.
int shownColumns(const QString& text)
{
    return columnsOf(displayText(text.toUtf8()));
}

} // namespace

/// 0 for a column in which no row says anything.
QList<int> Table::widths() const
{
    QList<int> widths(m_columns.size(), 0);
    for (const Line& cells : m_rows) {
        for (qsizetype i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], shownColumns(cells[i].text));
    }
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (widths[i] > 0)
            widths[i] = std::max(widths[i], columnsOf(m_columns[i].title));
    }
    return widths;
}

Line Table::padded(const Line& cells, const QList<int>& widths) const
{
    Line line;
    int pending = 0; // spaces owed before the next text: trailing ones are never written
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (widths[i] == 0)
            continue;
        const int room = widths[i] - shownColumns(cells[i].text);
        const bool right = m_columns[i].align == Align::Right;
        const int before = pending + (right ? room : 0);
        pending = (right ? 0 : room) + 2;
        if (cells[i].text.isEmpty()) {
            pending += before;
            continue;
        }
        line.append({QString(before, u' '), TerminalInk::Plain});
        line.append(cells[i]);
    }
    return line;
}

bool Table::hasTitles() const
{
    return std::ranges::any_of(m_columns, [](const Column& column) { return !column.title.isEmpty(); });
}

void Table::print(Console& console) const
{
    if (m_rows.isEmpty())
        return;
    const QList<int> columnWidths = widths();
    Line titles;
    for (const Column& column : m_columns)
        titles.append({column.title, TerminalInk::Faint});
    if (hasTitles())
        console.out(padded(titles, columnWidths));
    for (const Line& cells : m_rows)
        console.out(padded(cells, columnWidths));
}

} // namespace snowmelt
