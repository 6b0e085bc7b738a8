// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"

namespace snowmelt {

/// Each node with its differences as a tree: section, what, and both values; then what could not be seen and what was
/// left out.
void printDrift(Console& console, const QList<DriftReport>& reports, const QList<NodeUnseen>& unseen);

} // namespace snowmelt
