// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/planning/recovery.h"

namespace snowmelt {

/// A deployment nobody works on: who began it and when, how far it came and why it stopped, how it stands, and each way
/// out with what it would do or why it is closed.
void printOpen(Console& console, const OpenDeployment& open, const QDateTime& now);

/// Why this way is closed, as whoever looked at the fleet found it; nullopt: it is open.
std::optional<Error> whyClosed(Way way, const OpenDeployment& open);

} // namespace snowmelt
