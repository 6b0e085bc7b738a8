// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

/// What a comparison found, one row a difference: a part that came or went, a field that changed, a line that came or
/// went. Columns: part, what, before, after. Roles: PartRole is the part (none for a line), StateRole int(Change).
class ComparisonModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Part, What, Before, After, ColumnCount };

    explicit ComparisonModel(QObject* parent = nullptr);
    void setComparison(const FleetComparison& comparison);
    /// "2 added, 1 removed, 3 changed"; or that nothing differs.
    static QString summary(const FleetComparison& comparison);
};

QString changeText(Change change); ///< "added"; empty for Same
QString comparedFieldText(ComparedField field);
/// As a person reads it: an image "shop 1.1.0", a health "down".
QString comparedValueText(ComparedField field, const QString& value);

} // namespace snowmelt
