// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

#include <optional>

namespace snowmelt {

/// The first of these ports that somebody listens on. Asked before the engine is: podman 4.3 binds a node's ports one
/// by one and, when one is taken, keeps those it got until its garbage collector runs, so that the next try fails on
/// them.
std::optional<Endpoint> listenedPort(const QList<PublishedPort>& ports);

} // namespace snowmelt
