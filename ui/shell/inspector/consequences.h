// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/control.h"

#include <QString>

namespace snowmelt {

struct DeploymentState;

/// What the command would do to the deployment as it stands, in one line.
QString consequenceOf(Command command, const DeploymentState& deployment);
/// Why it cannot be told that now; empty: it can. The sentence of the refusal the engine would answer with.
QString whyNotTold(Command command, const DeploymentState& deployment);

} // namespace snowmelt
