// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/platform/podman/engine_paths.h"

#include <chrono>

namespace snowmelt {

/// Starts this home's podman service when nobody answers on its socket, and leaves when it listens. The service belongs
/// to nobody: it ends by itself after `idle` without a request, survives Snowmelt, and the next Snowmelt finds it.
/// Errors: ToolMissing; PlatformUnavailable with the service's last words, or {podman, what an ordinary user needs and
/// does not have: "XDG_RUNTIME_DIR", "/dev/net/tun"}.
Task<Done> ensureEngineService(EnginePaths paths, std::chrono::seconds idle, CallContext context);

/// True when a connection to the socket is accepted. Blocking, at once.
bool engineListens(const QString& socket);

} // namespace snowmelt
