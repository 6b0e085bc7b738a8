// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"

namespace snowmelt {

enum class LeftOutDetail { Summed, PerNode };

/// Each node with its differences as a tree: section, what, and both values; then what could not be seen. What was left
/// out is counted for each node and listed once at the end, summed over all nodes; with PerNode it is listed below each
/// node as well.
void printDrift(Console& console, const QList<DriftReport>& reports, const QList<NodeUnseen>& unseen,
                LeftOutDetail detail);

} // namespace snowmelt
