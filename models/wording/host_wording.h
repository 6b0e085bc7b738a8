// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/host_standing.h"

#include <QString>

namespace snowmelt {

/// How a node is, in a word or two: its health; of a host that was there before "reached", "does not answer",
/// "unknown" or "not looked at yet".
QString standingText(const NodeState& node);
/// Why it is so; empty: there is nothing more to say than that.
QString standingReasonText(const NodeState& node);
/// Both: "unknown: does not let us in".
QString standingWithReason(const NodeState& node);
QString notLookedText(); ///< "not looked at yet"
QString reachedText();   ///< "reached"
/// "36 of 37 reached"
QString reachedCountText(int reached, int all);

} // namespace snowmelt
