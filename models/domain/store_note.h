// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <optional>

namespace snowmelt {

/// What could not be kept, or read back, while the act itself goes on.
enum class StoreGap {
    Looks,     ///< what was seen on a node: no later scan can be compared with it
    Salt,      ///< the secret that looks are kept with: nothing is kept, and nothing compared with looks of before
    Drift,     ///< what a round found, for the history of drift and the baselines
    Earlier,   ///< the looks of before could not be read: nothing is compared with them
    LastDrift, ///< what earlier scans found
    Journal,   ///< the act itself, for the history
};

/// A gap and why, as a log line that wording says for people (models/wording/store_wording.h): its source names the
/// gap, its text is {"error": …, "nodes": …}.
struct StoreNote
{
    StoreGap gap = StoreGap::Looks;
    Error error;
    int nodes = 0; ///< of Looks: how many
    bool operator==(const StoreNote&) const = default;
};

LogLine logLine(const StoreNote& note);
/// Nullopt: it is another one.
std::optional<StoreNote> storeNote(const LogLine& line);

} // namespace snowmelt
