// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/drift_rows.h"
#include "models/items/keyed_tree_model.h"

namespace snowmelt {

class FleetDocument;

/// The drift of one node of the document. Columns: what, baseline, actual. Roles as in drift_rows.h.
class DriftModel final : public KeyedTreeModel
{
    Q_OBJECT
public:
    explicit DriftModel(FleetDocument* document, QObject* parent = nullptr);

    void setNode(const QString& node);
    QString node() const { return m_node; }
    void retranslate();
    /// The row and what is below it as text.
    static QString textAt(const QModelIndex& index);

private:
    void follow();
    FleetDocument* m_document;
    QString m_node;
};

} // namespace snowmelt
