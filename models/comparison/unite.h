// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"

namespace snowmelt::comparison {

/// Everything that is in either moment, as it is after; what is gone, as it was before but without traffic.
FleetMoment unite(const FleetMoment& before, const FleetMoment& after);

} // namespace snowmelt::comparison
