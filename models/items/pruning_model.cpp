// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pruning_model.h"

#include "models/wording/store_wording.h"
#include "models/wording/wording.h"

#include <QLocale>

namespace snowmelt {

namespace {

/// Sizes end at one edge, and so does their header.
bool isSize(int column)
{
    return column == PruningModel::Own;
}

} // namespace

PruningModel::PruningModel(QObject* parent) : KeyedTreeModel(ColumnCount, parent)
{
    setHeaders({tr("Image"), tr("Digest"), tr("Built"), tr("Own size"), tr("What becomes of it")});
}

void PruningModel::setPruning(const Pruning& pruning, const QDateTime& now)
{
    m_pruning = pruning;
    QList<TreeRow> rows;
    for (const ImageRecord& image : pruning.gone)
        rows.append(rowOf(image, Fate::Goes, pruning.removed ? tr("removed") : tr("goes"), now));
    for (const KeptImage& kept : pruning.kept) {
        const Fate fate = kept.reason == KeepReason::NotAsked ? Fate::NotAsked : Fate::Stays;
        rows.append(rowOf(kept.image, fate, tr("stays: %1").arg(keepReasonText(kept)), now));
    }
    setRows(rows);
}

TreeRow PruningModel::rowOf(const ImageRecord& image, Fate fate, const QString& becomes, const QDateTime& now) const
{
    TreeRow row;
    row.key = QString(image.ref.text() + u' ' + image.digest.text()); // two versions may be the same bytes
    row.texts = {imageText(image.ref), image.digest.shortHex(), ageText(image.builtAt, now), sizeText(image.ownSize),
                 becomes};
    row.roles.insert(IdRole, image.digest.text());
    row.roles.insert(StateRole, int(fate));
    row.roles.insert(DetailRole, QLocale().toString(image.builtAt.toLocalTime(), QLocale::ShortFormat));
    return row;
}

QVariant PruningModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole && isSize(index.column()))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == DigestColumn)
        return KeyedTreeModel::data(index, IdRole);
    if (role == Qt::ToolTipRole && index.column() == Built)
        return KeyedTreeModel::data(index, DetailRole);
    if (role == Qt::ToolTipRole && index.column() == Becomes) // may be longer than its room
        return KeyedTreeModel::data(index, Qt::DisplayRole);
    return KeyedTreeModel::data(index, role);
}

QVariant PruningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && isSize(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Own)
        return tr("What it adds to the image it is born from");
    return KeyedTreeModel::headerData(section, orientation, role);
}

} // namespace snowmelt
