// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/planning/control.h"
#include "models/domain/planning/plan.h"
#include "models/domain/planning/recovery.h"

namespace snowmelt {

/// What the engine does next: a step of the plan, or one of the three acts of the way back.
enum class Act {
    Step,        ///< Plan::steps[Move::step]
    ReviveBlue,  ///< blue takes traffic again, seen up, and the config says so
    DrainGreen,  ///< green takes no new traffic and finishes what it has
    RemoveGreen, ///< green leaves slots, config and platform
    Stop,        ///< the end: Move::outcome
};

/// Why the deployment goes back.
enum class Turn { None, Asked, Cancelled, Failed };

/// How an act ended. DrainTimedOut is a failure of its own: traffic is where it belongs, only old sessions linger.
/// Lost: the lease is another's, nothing more may be done.
enum class ActEnd { Done, Failed, DrainTimedOut, Cancelled, Asked, Aborted, Lost };

struct Move
{
    Act act = Act::Step;
    int step = 0; ///< on the way back: the step that had been reached
    Turn turn = Turn::None;
    OutcomeKind outcome = OutcomeKind::Done; ///< of Stop
    bool touched = true;                     ///< of Stop: false when nothing was done to the world
    bool operator==(const Move&) const = default;
};

Move firstMove();

/// The one place that decides how a deployment goes on. Pure: everything it knows is in its arguments, so every way a
/// deployment can take is tested by value.
Move nextMove(const Plan& plan, const Move& last, ActEnd end);

/// How one goes on that nobody works on any more. What the journal says was reached and what is seen both count: a
/// green that takes traffic, whoever gave it, is never removed before blue serves. Not for Way::Adopt, which is no
/// move.
Move resumedMove(const Plan& plan, int reached, Way way, bool greenTakesTraffic);

/// "asked", "cancelled", "failed": RollingBack::reason.
QString turnReason(Turn turn);

} // namespace snowmelt
