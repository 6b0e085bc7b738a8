// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/fleet.h"

namespace snowmelt {

/// Below each balancer's count of failed requests the nodes that failed them, most first: since when, and with which
/// check. Says nothing of a balancer without failures and of one that could not be asked.
void printFailures(Console& console, const FleetState& fleet, const QDateTime& now);

} // namespace snowmelt
