// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document/replay.h"

namespace snowmelt {

/// What is missing in these events, in the order of the enum.
QList<ReplayGap> replayGaps(const QList<Event>& events);

} // namespace snowmelt
