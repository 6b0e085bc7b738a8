// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

namespace snowmelt {

/// Rows of cells in aligned columns, two spaces apart. The last column is not padded; empty columns are left out, and
/// so are titles when no column has one.
class Table
{
public:
    enum class Align { Left, Right };
    struct Column
    {
        QString title;
        Align align = Align::Left;
    };
    explicit Table(QList<Column> columns) : m_columns(std::move(columns)) {}

    void row(const Line& cells) { m_rows.append(cells); }
    void print(Console& console) const;

    const QList<Column>& columns() const { return m_columns; }
    const QList<Line>& rows() const { return m_rows; }
    bool hasTitles() const;

private:
    QList<int> widths() const;
    Line padded(const Line& cells, const QList<int>& widths) const;

    QList<Column> m_columns;
    QList<Line> m_rows;
};

} // namespace snowmelt
