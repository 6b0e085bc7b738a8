// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/drift/row_pool.h"

namespace snowmelt {

namespace {

const QMap<QString, QString>& pooled(QList<QMap<QString, QString>>& ways, const QMap<QString, QString>& fields)
{
    const qsizetype known = ways.indexOf(fields);
    if (known >= 0)
        return ways.at(known);
    ways.append(fields);
    return ways.last();
}

} // namespace

void RowPool::share(FactSheet& sheet)
{
    const QMutexLocker lock(&m_mutex);
    for (auto table = sheet.tables.begin(); table != sheet.tables.end(); ++table) {
        Rows& rows = m_rows[table.key()];
        FactTable shared;
        for (auto row = table->cbegin(); row != table->cend(); ++row) {
            auto known = rows.find(row.key());
            if (known == rows.end())
                known = rows.insert(row.key(), {});
            shared.insert(shared.cend(), known.key(), {pooled(*known, row->fields), row->changedAt});
        }
        *table = shared;
    }
}

} // namespace snowmelt
