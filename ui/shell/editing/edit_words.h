// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "models/editing/edited.h"

namespace snowmelt {

class AsideStep;

/// What undo or redo would do: one of the two, as BlueprintEditor has it; empty: nothing.
QString undoTitle(const Edit* edit, const AsideStep* aside);
/// An edit as undo and redo name it: "Resize web to 5".
QString editTitle(const Edit& edit);
/// What a tie is, seen from one side: "serves web", "uses orders".
QString tieText(Tie tie, const QString& to);
QString tieLine(const QString& from, Tie tie, const QString& to); ///< "edge serves web"
QString refusalText(const EditRefusal& refusal);
/// What the edit means for the fleet, and what it does not.
QString consequence(const Edit& edit, const Blueprint& before, const Blueprint& after, const FleetState& fleet);

} // namespace snowmelt
