// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/fleet.h"

namespace snowmelt {

/// The fleet as a table, then where it is not what the blueprint says, then what could not be seen.
void printStatus(Console& console, const FleetState& fleet, const QDateTime& now);

} // namespace snowmelt
