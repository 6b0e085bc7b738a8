// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/control.h"
#include "backend/fleet/fleet_access.h"
#include "backend/fleet/up.h"
#include "models/domain/event.h"
#include "models/domain/planning/plan.h"
#include "models/domain/planning/recovery.h"

namespace snowmelt {

/// How a deployment ended, for the operation to say.
struct DeployEnd
{
    OutcomeKind outcome = OutcomeKind::Done;
    Safety safety = Safety::AsWanted;
    std::optional<Error> error;
};

/// Executes a plan step by step on the fleet. `emit` journals each event durably before it returns, so StepBegun is on
/// disk before the act. A cancel or failure before RetireBlue turns round: blue serves, green is removed.
/// `control` is the door for commands while it runs.
Task<DeployEnd> deploy(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image, QString storeLayout,
                       Emit emit, DeployControlPtr control, CallContext context);

/// How far a deployment came, by its journal.
struct Reached
{
    int step = -1;          ///< the last one begun; -1: none
    bool goingBack = false; ///< it had turned round
};

/// Brings a deployment nobody works on to an end: one whose process died, or one that ended and left both sides.
/// Continue: the step reached once more, then the rest, with all that a running deployment has. RollBack: the way back
/// from there. Adopt: the config is brought to what the runtime serves and nothing is removed. After each of them
/// config and runtime agree. A result that is an error, not an end: nothing was begun. Errors: WayClosed, PastNoReturn,
/// CheckBlocked {node} (it is not the plan's any more), and why the fleet could not be seen.
Task<DeployEnd> resumeDeployment(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image,
                                 QString storeLayout, Reached reached, Way way, Emit emit, DeployControlPtr control,
                                 CallContext context);

} // namespace snowmelt
