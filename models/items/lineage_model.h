// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/image_record.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

class FleetDocument;

/// The blueprint's images as a tree of who is born from what, with the nodes that run each now. IdRole: "shop@1.1.0";
/// StateRole: int(State).
class LineageModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    enum Column { Image, Build, Size, Own, Packages, Serves, Built, Nodes, DigestColumn, ColumnCount };
    enum class State { NotBuilt, Stale, Built };

    explicit LineageModel(FleetDocument* document, QObject* parent = nullptr);
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Null reference: not an image of the document.
    ImageRecord imageAt(const QModelIndex& index) const;
    QModelIndex indexOf(const ImageRef& ref) const;

private:
    void follow();
    FleetDocument* m_document;
};

} // namespace snowmelt
