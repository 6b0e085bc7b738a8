// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"
#include "tests/bench/swap/swap_times.h"

namespace snowmelt::bench {

/// A swap as a person's shell loop would do it, with the same platform and the same driver: create, admit, ask until
/// healthy, green ready, blue drain, write the config, wait until blue is quiet, stop, remove. No plan, no journal, no
/// lease, no checks, no looking back, and no way back: the first error ends it where it stands.
Task<SwapTimes> loopSwap(std::shared_ptr<const FleetAccess> fleet, QString group, ImageRecord image,
                         QString storeLayout);

} // namespace snowmelt::bench
