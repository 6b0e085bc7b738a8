// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace snowmelt {

enum class OutcomeKind {
    Done,        ///< exit 0
    Failed,      ///< exit 1
    Differences, ///< exit 2
    Incomplete,  ///< exit 3: something could not be seen
    Cancelled,   ///< exit 130
    Refused,     ///< exit 75: someone else holds the lease
};

/// What is true of the world at the end, said with every failure and cancel.
enum class Safety {
    NothingTouched,
    Unchanged,  ///< looked only
    AsWanted,   ///< done what was asked
    BlueServes, ///< old nodes serve everything; green was removed
    BlueServesGreenKept,
    GreenServes, ///< new nodes serve everything; blue still there
    GreenServesAlone,
    PartlyUp,      ///< some nodes exist; `up` continues, `down` removes
    PartlyDown,    ///< some nodes are gone; `down` continues
    StoreAsBefore, ///< image store as before the build
    Uncertain,     ///< could not be asked: look with `status`
};

} // namespace snowmelt
