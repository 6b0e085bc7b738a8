// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_access.h"
#include "backend/fleet/up.h"
#include "models/domain/event.h"
#include "models/domain/planning/plan.h"

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
/// `rollBackAsked` is a second token: a person wants blue back (only meaningful before RetireBlue).
Task<DeployEnd> deploy(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image, QString storeLayout,
                       Emit emit, CancelToken rollBackAsked, CallContext context);

/// How far a deployment came, by its journal.
struct Reached
{
    int step = -1;          ///< the last one begun; -1: none
    bool goingBack = false; ///< it had turned round
};

/// Brings a deployment whose process died to one of its two ends: the way back, as after a cancel, before the point of
/// no return and when it had turned round already; otherwise the rest of the steps. Without a node of this deployment
/// nothing is done: Unchanged. An end with an error left something, and may be tried again.
Task<DeployEnd> finishAbandoned(std::shared_ptr<const FleetAccess> fleet, Plan plan, Reached reached, Emit emit);

} // namespace snowmelt
