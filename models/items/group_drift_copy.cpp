// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/group_drift_model.h"
#include "models/items/group_drift_text.h"

namespace snowmelt {

QString GroupDriftModel::lineOf(const QModelIndex& row) const
{
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells << row.siblingAtColumn(column).data().toString();
    if (!differenceAt(row))
        return cells.first() + u", " + row.siblingAtColumn(thingColumn).data(DetailRole).toString();
    cells.first() = QString(u"  " + cells.first());
    return cells.join(u'\t');
}

QString GroupDriftModel::textOf(const QModelIndexList& rows) const
{
    QStringList headers;
    for (int column = 0; column < columnCount(); ++column)
        headers << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    QStringList lines{headers.join(u'\t')};
    for (const QModelIndex& row : rows) {
        lines << lineOf(row);
        for (int child = 0; child < rowCount(row); ++child) {
            const QModelIndex below = index(child, thingColumn, row);
            if (!rows.contains(below))
                lines << lineOf(below);
        }
    }
    return lines.join(u'\n') + u'\n';
}

QString GroupDriftModel::text() const
{
    QModelIndexList titles;
    for (int row = 0; row < rowCount(); ++row)
        titles << index(row, thingColumn);
    QStringList parts{GroupDriftText::title(m_made.drift), textOf(titles)};
    if (const QString hidden = GroupDriftText::hidden(m_made.drift); !hidden.isEmpty())
        parts << QString(hidden + u'\n');
    const QStringList missing = GroupDriftText::unseenLines(m_made.drift);
    if (!missing.isEmpty())
        parts << QString(missing.join(u'\n') + u'\n');
    return parts.join(u'\n');
}

} // namespace snowmelt
