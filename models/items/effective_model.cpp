// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/effective_model.h"

#include "models/domain/drift/drift.h"
#include "models/wording/recipe_wording.h"
#include "models/wording/wording.h"

namespace snowmelt {

EffectiveModel::EffectiveModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("What"), tr("Kind"), tr("Details")});
}

void EffectiveModel::setLines(const QList<EffectiveLine>& lines)
{
    QList<TreeRow> tiers;
    for (const EffectiveLine& line : lines) {
        if (tiers.isEmpty() || tiers.last().key != line.from.text()) {
            TreeRow tier;
            tier.key = line.from.text();
            tier.texts = QStringList{imageText(line.from), {}, {}};
            tiers.append(tier);
        }
        TreeRow row;
        // Commands may be said twice.
        row.key = QString::number(tiers.last().children.size()) + u' ' + partText(line.part) + u' ' + line.name;
        row.texts =
            QStringList{displayText(line.name.toUtf8()), partText(line.part), displayText(valueText(line).toUtf8())};
        row.roles.insert(StateRole, int(line.undoneBy.isNull() ? State::Holds : State::Replaced));
        row.roles.insert(Qt::ToolTipRole, QString(row.texts.join(u'\n')).trimmed()); // may be longer than its room
        tiers.last().children.append(row);
    }
    setRows(tiers);
}

} // namespace snowmelt
