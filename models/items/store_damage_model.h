// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image/store_care.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

/// What verifying the image store found. Columns: the blob or file, its state, who needs it. StateRole:
/// int(StoreFault).
class StoreDamageModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { What, State, NeededBy, ColumnCount };

    explicit StoreDamageModel(QObject* parent = nullptr);
    void setDamage(const QList<StoreDamage>& damage);
    QVariant data(const QModelIndex& index, int role) const override;
};

} // namespace snowmelt
