// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// The diagram, and after its boxes one for each node that a collapsed group does not show, without a place: what is
/// collapsed is still to be found, counted and filtered.
Diagram withCollapsedNodes(const Diagram& diagram, const FleetState& fleet);

} // namespace snowmelt
