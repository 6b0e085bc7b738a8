// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/fleet.h"
#include "models/domain/planning/plan.h"

#include <QDateTime>

#include <optional>

namespace snowmelt {

/// The ways out of a deployment that is open: nobody works on it, and both sides or a half-made change still stand.
enum class Way {
    Continue, ///< go on with the plan where it stands
    RollBack, ///< blue serves, green is removed
    Adopt,    ///< the world is fine as it is: config is brought to what runs, the plan is forgotten
};

/// Which side takes new traffic, by what was seen.
enum class ServingSide { Unknown, Blue, Green, Both };

/// A deployment nobody works on, told with what the world shows now.
struct OpenDeployment
{
    Plan plan;
    QString verb;        ///< "swap" or "rebirth"
    QString person;      ///< who started it: user@host
    QDateTime startedAt; ///< UTC
    int step = -1;       ///< the last one begun; -1: none
    bool goingBack = false;
    bool died = false;          ///< its process died; false: it ended and left both sides standing
    std::optional<Error> error; ///< what it ended with
    ServingSide serving = ServingSide::Unknown;
    QStringList blueThere; ///< names of nodes that exist
    QStringList greenThere;
    QList<Way> ways; ///< those that are possible now, the safest first
    bool operator==(const OpenDeployment&) const = default;
};

/// Fills serving, nodes and ways from what was seen. Pure. Unseen is unknown: a fleet that could not be asked leaves no
/// way open but trying to go on or back once it answers.
OpenDeployment judged(OpenDeployment open, const FleetState& fleet);

/// Why this way is closed now; nullopt: it is open. Error: WayClosed {way, group, reason}; reasons: "unseen",
/// "pastNoReturn", "goingBack", "blueGone", "greenGone", "bothServe", "unreadable" (its records).
std::optional<Error> refusal(Way way, const OpenDeployment& open);

/// The option of `resume`: "roll-back".
QString optionOf(Way way);

} // namespace snowmelt
