// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/planning/plan.h"

#include <optional>

namespace snowmelt {

/// What a person tells a deployment that runs, from any window or terminal.
enum class Command {
    RollBack,    ///< blue takes its traffic back at once, green is removed
    Pause,       ///< finish the act at hand, then stand still; deadlines and the bake stand still as well
    Continue,    ///< after a pause
    Abort,       ///< stop where it stands: both sides stay as they are, and the person decides with `resume`
    ExtendDrain, ///< give blue's sessions more time
};

/// Where a running deployment is, as far as commands care.
struct ControlState
{
    int step = -1; ///< the last one begun; -1: none
    bool goingBack = false;
    bool aborting = false;
    bool paused = false;
    bool operator==(const ControlState&) const = default;
};

/// Why the command cannot be obeyed in this state; nullopt: it can. Pure, so that a button is greyed for the reason the
/// engine would refuse with. Error: NotNow {command, group, reason}; reasons: "paused", "notPaused", "goingBack",
/// "aborting", "pastNoReturn", "drained".
std::optional<Error> refusal(Command command, const Plan& plan, const ControlState& state);

/// A step from which there is no way back: a wish is not heard any more, the deployment is finished.
bool isPastNoReturn(const Plan& plan, int step);

/// The verb of the command line: "extend-drain".
QString verbOf(Command command);

} // namespace snowmelt
