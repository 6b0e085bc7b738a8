// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/drift_model.h"

#include "models/document/fleet_document.h"

namespace snowmelt {

namespace {

TreeRow rowAt(const QModelIndex& index)
{
    TreeRow row;
    row.texts = QStringList{index.data().toString()};
    for (const int role : {int(DetailRole), int(BaselineRole), int(ActualRole)}) {
        const QVariant value = index.data(role);
        if (value.isValid())
            row.roles.insert(role, value);
    }
    for (int child = 0; child < index.model()->rowCount(index); ++child)
        row.children.append(rowAt(index.model()->index(child, 0, index)));
    return row;
}

} // namespace

DriftModel::DriftModel(FleetDocument* document, QObject* parent) : KeyedTreeModel(3, parent), m_document(document)
{
    connect(document, &FleetDocument::opened, this, &DriftModel::follow);
    connect(document, &FleetDocument::fleetChanged, this, &DriftModel::follow); // forgets reports of reborn nodes
    connect(document, &FleetDocument::driftChanged, this, [this](const QString& node) {
        if (node == m_node)
            follow();
    });
    retranslate();
}

void DriftModel::setNode(const QString& node)
{
    if (m_node == node)
        return;
    m_node = node;
    setRows({}); // another node's rows are other rows, even where the keys agree
    follow();
}

void DriftModel::retranslate()
{
    setHeaders({tr("Difference"), tr("Image"), tr("Node")});
    follow();
}

QString DriftModel::textAt(const QModelIndex& index)
{
    return index.isValid() ? textOf({rowAt(index.siblingAtColumn(0))}) : QString();
}

void DriftModel::follow()
{
    const DriftReport* report = m_document->drift(m_node);
    setRows(report ? driftRows(*report) : QList<TreeRow>());
}

} // namespace snowmelt
