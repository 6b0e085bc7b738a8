// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift_history.h"

namespace snowmelt {

/// "2026-11-03 14:02", local time; empty when null.
QString momentText(const QDateTime& at);

/// "apt-get upgrade by mina, 2026-11-03 14:02 (inferred from apt's history, when its packages were touched)"
QString likelyCauseText(const LikelyCause& cause);
/// "likely: …"
QString likelyText(const LikelyCause& cause);
/// What it rests on, a line each: "apt's history, 2026-11-03 14:02: apt-get upgrade"
QString evidenceText(const Evidence& evidence);

/// When it came: "between 2026-11-02 03:00 and 2026-11-03 03:00", "2026-11-03 03:00 or before"
QString sinceText(const DatedDifference& difference);
/// "still there", or when it was seen to be gone.
QString goneText(const DatedDifference& difference);

/// What the node was compared with: its birth image, or "the look of 2026-11-03 14:02"; that nothing is there yet.
QString baselineText(const DriftReport& report);

} // namespace snowmelt
