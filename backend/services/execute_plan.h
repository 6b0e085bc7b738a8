// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/operation.h"

#include <QCoro/QCoroTask>

namespace snowmelt {

/// Another deployment of the operation's group is open: DeploymentOpen {group, what}. Asked before a plan is made,
/// which would only find that both sides hold the slots.
std::optional<Error> stillOpen(const Operation& operation);
/// Why this plan may not be executed; nothing: it may. Errors: CheckBlocked, WarningNotAccepted {codes}.
std::optional<Error> whyNot(const Operation& operation, const Plan& plan, const QStringList& accepted);

/// Tells the plan and what was seen when it was made, records the warnings the person accepted, and executes it.
QCoro::Task<Finished> executePlan(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, FleetState seen,
                                  Plan plan, ImageRecord image, QStringList accepted);

} // namespace snowmelt
