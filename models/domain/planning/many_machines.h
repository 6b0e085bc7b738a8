// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"

namespace snowmelt {

/// The size of a group is typed by hand, and one zero more is ten times as much. From this many on a person is told the
/// number before anything is made: by `up` in the window and at the command line, by the checks of a plan.
inline constexpr int manyMachines = 100;
inline bool isMany(qint64 machines)
{
    return machines >= manyMachines;
}

/// How many machines of the blueprint the fleet does not have: what `up` makes. Of a fleet that nobody has seen, all.
qint64 missingMachines(const Blueprint& blueprint, const FleetState& fleet);

} // namespace snowmelt
