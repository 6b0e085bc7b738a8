// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/diagram.h"

namespace snowmelt {

/// One box for each node that a collapsed group of the diagram does not show, without a place: what is collapsed is
/// still to be found, counted and filtered.
QList<DiagramBox> collapsedNodes(const Diagram& diagram, const FleetState& fleet);

/// The diagram with these after its own boxes.
Diagram withCollapsedNodes(const Diagram& diagram, const FleetState& fleet);

} // namespace snowmelt
