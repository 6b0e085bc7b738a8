// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/outcome.h"

namespace snowmelt {

/// Is a deployment that ended like this over? One side serves and the other is gone, or nothing was done. Otherwise
/// both sides stand or nobody knows, and it stays open until somebody resumes it. What is no end of a deployment leaves
/// nothing open.
bool settles(Safety safety);

} // namespace snowmelt
