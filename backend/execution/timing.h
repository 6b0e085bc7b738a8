// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"

#include <chrono>

namespace snowmelt {

/// Ends after `time`, earlier with Cancelled at a cancel, with TimedOut {what, …} at the deadline.
Task<Done> pause(std::chrono::milliseconds time, CallContext context);

} // namespace snowmelt
