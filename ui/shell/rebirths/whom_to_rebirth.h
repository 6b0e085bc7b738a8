// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/group_drift.h"
#include "models/domain/fleet.h"

namespace snowmelt {

/// The group's nodes that are selected, when they are two or more and of one group; else all of the selected group's.
/// Empty: neither is.
QStringList chosenForRebirth(const FleetState& fleet, const QStringList& selectedParts);
/// The group whose nodes these are; empty: they are of several, or of none.
QString groupOfAll(const FleetState& fleet, const QStringList& nodes);
/// Those of this group that differed from their birth image when they were scanned last; of all groups when it is empty
/// and only one has such nodes.
QStringList driftedOf(const FleetState& fleet, const QString& group);
/// Those of a comparison that have something otherwise than the others, in its order.
QStringList differingOf(const GroupDrift& drift);

} // namespace snowmelt
