// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/fleet_rows.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

/// The open fleet as a tree: its parts, images and history. Roles as in fleet_rows.h.
class FleetTreeModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    explicit FleetTreeModel(FleetDocument* document, QObject* parent = nullptr);

    QModelIndex indexOfPart(const QString& part) const;
    /// Words changed: the language did.
    void retranslate();

private:
    void follow();
    FleetDocument* m_document;
};

} // namespace snowmelt
