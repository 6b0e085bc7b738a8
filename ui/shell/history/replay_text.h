// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/replay.h"

namespace snowmelt {

/// What happened, in words: "Done: Move the traffic from web-1 to web-4 (41 ms)"; without nodes where there is little
/// room: "Done: Move traffic (41 ms)". `plan` names its steps.
enum class StepNames { Long, Short };
QString happeningText(const EventBody& body, const Plan& plan, StepNames names);
/// What the journal did not tell, and what that means for what is shown.
QString gapText(ReplayGap gap);
/// The same of events that are recorded and cannot be read; empty when there are none.
QString unreadableText(int events);
/// "0:18", "1:02:03": as players show a place in a recording.
QString placeText(qint64 ms);

} // namespace snowmelt
