// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/keyed_tree_model.h"

namespace snowmelt {

class FleetDocument;

/// The blueprint's image versions with what the store knows of each, newest recipe first. Columns: image, state, size,
/// built. IdRole: "shop@1.1.0".
class ImagesModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    explicit ImagesModel(FleetDocument* document, QObject* parent = nullptr);
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    FleetDocument* m_document;
};

} // namespace snowmelt
