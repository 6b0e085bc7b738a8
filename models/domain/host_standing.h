// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace snowmelt {

/// NodeState::healthReason of a node that could be seen and whose service nobody asked.
inline const QString notAskedReason = QStringLiteral("not asked");

/// How a host that was there before Snowmelt was seen. Nobody here starts or stops it: it is never "not running".
enum class HostStanding {
    NotLooked, ///< nobody has looked at it yet
    Reached,   ///< a script runs there; whether its service is well is not known
    Silent,    ///< nobody answers there
    Unknown,   ///< somebody answers and does not let us in: it may be well
    Judged,    ///< Snowmelt made it, or its service was asked: its health says more
};

HostStanding standingOf(const NodeState& node);
/// It was there before, answers, and nothing more is known of it.
bool isReached(const NodeState& node);

} // namespace snowmelt
