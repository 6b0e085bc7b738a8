// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fleet_tree_model.h"

#include "models/document/fleet_document.h"

#include <QDateTime>

namespace snowmelt {

FleetTreeModel::FleetTreeModel(FleetDocument* document, QObject* parent)
    : KeyedTreeModel(1, parent), m_document(document)
{
    connect(document, &FleetDocument::opened, this, &FleetTreeModel::follow);
    connect(document, &FleetDocument::fleetChanged, this, &FleetTreeModel::follow);
    connect(document, &FleetDocument::imagesChanged, this, &FleetTreeModel::follow);
    connect(document, &FleetDocument::historyChanged, this, &FleetTreeModel::follow);
    connect(document, &FleetDocument::deploymentChanged, this, &FleetTreeModel::follow);
    follow();
}

QModelIndex FleetTreeModel::indexOfPart(const QString& part) const
{
    return part.isEmpty() ? QModelIndex() : find(PartRole, part);
}

void FleetTreeModel::retranslate()
{
    follow();
}

void FleetTreeModel::follow()
{
    setRows(fleetRows(*m_document, QDateTime::currentDateTimeUtc()));
}

} // namespace snowmelt
