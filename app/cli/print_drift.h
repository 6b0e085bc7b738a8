// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/event.h"

namespace snowmelt {

enum class LeftOutDetail { Summed, PerNode };

/// "▲ high": shape and word tell the severity; the hues of a terminal have other meanings.
Span severitySpan(DriftSeverity severity);

/// The lines of its two texts that differ, when it has texts.
void printTexts(Console& console, const Difference& difference);

/// Each node with its differences as a tree: section, what and how severe, and both values; then what could not be
/// seen. What the blueprint's rules hide and what was left out is counted for each node; the rules are listed once at
/// the end, summed over all nodes. With PerNode each node has its hidden differences and what was left out below it.
void printDrift(Console& console, const QList<DriftReport>& reports, const QList<NodeUnseen>& unseen,
                LeftOutDetail detail);

} // namespace snowmelt
