// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/act_printer.h"
#include "app/cli/verb.h"
#include "models/domain/intent.h"

#include <optional>

namespace snowmelt {

/// What a person said to a plan.
struct Agreement
{
    std::optional<int> refused; ///< the exit status: nothing was touched, and they have been told
    DeployOptions options;      ///< those of the plan, with the warnings accepted by name
    Shown shown;
};

/// Plans, shows steps and checks, and asks. Yes, or --yes, accepts the warnings that were shown; with --accept only
/// those it names. A block, or a warning nobody accepts, stops before the question. The act plans once more and refuses
/// what was not accepted, so that what comes up in between is not slipped through.
Agreement agreeOnPlan(const Call& call, const PlanIntent& intent, const QString& consequence);

} // namespace snowmelt
