// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tree_row.h"

namespace snowmelt {

class FleetDocument;

/// KindRole of the fleet tree.
enum class FleetRow { Section, Fleet, Balancer, Group, Node, Database, Image, History };

/// The left dock as a value: sections Fleet, Images, History. DetailRole is what stands at the right of a row.
QList<TreeRow> fleetRows(const FleetDocument& document, const QDateTime& now);

} // namespace snowmelt
