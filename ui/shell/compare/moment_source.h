// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/document/replay.h"
#include "ui/shell/compare/moment_choice.h"

#include <memory>

namespace snowmelt {

/// What a moment is made of, as a value: making it takes a while where a fleet is large, and can be done on any thread.
struct MomentSource
{
    MomentChoice::Kind kind = MomentChoice::Kind::Now;
    Blueprint blueprint;                ///< as it is now
    FleetState fleet;                   ///< as it was seen last
    std::shared_ptr<const Replay> past; ///< of Before and After; has a fleet
};

FleetMoment momentOf(const MomentSource& source);

} // namespace snowmelt
