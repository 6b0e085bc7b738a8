// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/plan.h"

namespace snowmelt {

/// What the commands of a plan need besides the plan.
struct CommandContext
{
    QString platform; ///< "podman"
    QString fleet;
    int port = 0; ///< the group's
    QString healthPath;
};

/// The exact commands of each step, for people to read. "{web-4}" stands for the address web-4 gets at its birth.
QStringList commandsOf(StepKind kind, const Plan& plan, const CommandContext& context);
/// What leads back once this step is done, in the same words; empty: nothing to undo, or no way back.
QStringList undoOf(StepKind kind, const Plan& plan, const CommandContext& context);

} // namespace snowmelt
