// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/export/risks.h"

namespace snowmelt {

/// The risks of what runs: nodes that are missing, ill, of several versions, drifted, or could not be asked.
QList<Risk> risksSeen(const FleetState& fleet);

} // namespace snowmelt
