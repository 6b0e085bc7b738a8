// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/chart.h"

namespace snowmelt::layout {

/// What is to be kept of this placing.
Arrangement arrangementOf(const Chart& chart, const Arrangement& before);

} // namespace snowmelt::layout
