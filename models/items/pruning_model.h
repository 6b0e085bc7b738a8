// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/store_care.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

/// All builds of the image store and what pruning makes of each: what goes first. Columns: image, digest, built, own
/// size, what becomes of it. IdRole: the digest; StateRole: int(Fate).
class PruningModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Image, DigestColumn, Built, Own, Becomes, ColumnCount };
    enum class Fate { Goes, Stays, NotAsked };

    explicit PruningModel(QObject* parent = nullptr);
    void setPruning(const Pruning& pruning, const QDateTime& now);
    const Pruning& pruning() const { return m_pruning; }

    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TreeRow rowOf(const ImageRecord& image, Fate fate, const QString& becomes, const QDateTime& now) const;
    Pruning m_pruning;
};

} // namespace snowmelt
