// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/fleet.h"

namespace snowmelt {

/// Why nobody accepts TCP connections there, in the system's words; empty: somebody does. What accepts only to hang up
/// at once, as a forwarder in front of a closed port does, does not.
Task<QString> knock(Endpoint service, CallContext context);

} // namespace snowmelt
