// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"
#include "ui/diagram/diagram_mode.h"

namespace snowmelt::gallery {

/// A fleet that shows what the diagram must be able to show.
struct Piece
{
    QString name; ///< of its files
    Blueprint blueprint;
    FleetState fleet;
    DiagramMode mode = DiagramMode::Health;
};

/// Ten of them, always the same.
QList<Piece> pieces();

} // namespace snowmelt::gallery
