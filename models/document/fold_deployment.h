// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/fleet_document.h"

namespace snowmelt {

/// Verbs whose operations execute the plan they make. ("plan" makes one and executes nothing.)
bool executesPlan(const QString& verb);

/// A deployment at the moment its plan is known.
DeploymentState beganDeployment(const OperationState& operation, const Plan& plan);
/// Steps, reasons to wait, traffic and the end. True: something changed. The caller matches operation ids.
bool foldDeployment(DeploymentState& deployment, const Event& event);

/// Do blue and green still both stand? While it runs, and after an end that does not settle it.
bool bothSidesStand(const DeploymentState& deployment);

} // namespace snowmelt
