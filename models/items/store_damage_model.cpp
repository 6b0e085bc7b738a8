// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/store_damage_model.h"

#include "models/domain/drift/drift.h"
#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

namespace snowmelt {

StoreDamageModel::StoreDamageModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("What"), tr("State"), tr("Needed by")});
}

void StoreDamageModel::setDamage(const QList<StoreDamage>& damage)
{
    QList<TreeRow> rows;
    for (const StoreDamage& one : damage) {
        QStringList images;
        for (const QString& image : one.images)
            images += imageText(image);
        TreeRow row;
        row.key = QString(one.blob + u' ' + QString::number(int(one.fault)));
        row.texts = {displayText(one.blob.toUtf8()), storeFaultText(one.fault), images.join(QStringLiteral(", "))};
        row.roles.insert(StateRole, int(one.fault));
        rows.append(row);
    }
    setRows(rows);
}

QVariant StoreDamageModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::ToolTipRole && index.column() != State) // may be longer than its room
        return KeyedTreeModel::data(index, Qt::DisplayRole);
    return KeyedTreeModel::data(index, role);
}

} // namespace snowmelt
