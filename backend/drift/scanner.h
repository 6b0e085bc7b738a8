// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/drift/look_keeping.h"
#include "backend/fleet/fleet_access.h"
#include "backend/fleet/up.h"
#include "backend/image/image_store.h"
#include "models/domain/drift/drift.h"

namespace snowmelt {

/// Scans one node over its platform's Exec: one channel, one read-only script on stdin, compared with the inventory of
/// its birth image and its birth parameters. `full`: every file is hashed, whatever is remembered. Sections that could
/// not be read are in DriftReport::unseen. What was seen, of the sections an image holds, is handed to `keeping`.
Task<DriftReport> scanNode(std::shared_ptr<const FleetAccess> fleet, NodeFacts node, ImageStore store,
                           CallContext context, bool full = false, LookKeeping keeping = LookKeeping());

} // namespace snowmelt
