// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "models/domain/drift/drift.h"

namespace snowmelt {

/// The report with its likely causes: asks the node, when there is something to explain, when and by whom it was
/// changed. A node that does not say leaves it as it is.
Task<DriftReport> explained(Exec* exec, NodeFacts node, DriftReport report, CallContext context);

} // namespace snowmelt
