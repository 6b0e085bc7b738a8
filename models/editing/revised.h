// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/editing/edit.h"

namespace snowmelt {

/// The blueprint as it is meant to be after an edit, whatever its text looks like. Nothing is checked: what comes out
/// need not be valid.
Blueprint revised(Blueprint blueprint, const Edit& edit);

} // namespace snowmelt
