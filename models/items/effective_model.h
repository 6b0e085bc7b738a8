// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/effective_recipe.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

/// An image's recipe with all its parents': its tiers, the OS first, with what each says. StateRole, on a
/// line: whether a tier above says otherwise.
class EffectiveModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { What, Kind, Details, ColumnCount };
    enum class State { Holds, Replaced };
    explicit EffectiveModel(QObject* parent = nullptr);
    void setLines(const QList<EffectiveLine>& lines);
};

} // namespace snowmelt
