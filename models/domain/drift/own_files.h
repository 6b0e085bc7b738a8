// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/fact_sheet.h"
#include "models/domain/inventory.h"

namespace snowmelt {

/// Each node has files of its own: those it was given at birth, and its SSH host keys. Their contents say nothing when
/// nodes are compared, so they count as alike; one that is no longer what was given at birth counts as it is.
void takeOwnFilesAsAlike(FactSheet& sheet, const BirthParameters& birth);

} // namespace snowmelt
