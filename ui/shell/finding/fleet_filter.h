// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/filter.h"

#include <QBitArray>

namespace snowmelt {

/// What a person chose to look at, as it was chosen: kept while the fleet changes.
struct FleetFilter
{
    bool unhealthy = false;
    bool drifted = false;
    bool unseen = false;
    QList<ImageRef> images;
    QStringList focus; ///< parts with their neighbours; empty: none

    bool isActive() const { return *this != FleetFilter(); }
    bool operator==(const FleetFilter&) const = default;
};

/// What that means for a diagram of this moment. Whoever looks for trouble also sees what could not be seen: nobody
/// knows that it is fine. Whoever looks for an image also sees what runs an image that nobody knows.
DiagramFilter effective(const FleetFilter& chosen, const Diagram& diagram);

struct FilterOutcome
{
    QBitArray dimmed; ///< by box; empty: none
    int hidden = 0;   ///< machines
    int doubtful = 0; ///< machines in sight only because they could not be seen
    bool operator==(const FilterOutcome&) const = default;
};
FilterOutcome outcomeOf(const FleetFilter& chosen, const Diagram& diagram);

/// All that a filter says of a diagram of this moment.
struct FilterAnswer
{
    FleetFilter chosen; ///< as asked; without its focus where all that it was about is gone
    FilterOutcome outcome;
    FilterCounts counts;
    QList<ImageRef> images; ///< to choose from: those that run
};
FilterAnswer answerTo(const FleetFilter& chosen, const Diagram& diagram);

/// As the settings keep it for the fleet of a blueprint's path. A focus is of the moment and is not kept.
QStringList rememberedAs(const FleetFilter& chosen, const QString& path);
/// What was kept for this path; for another: nothing is chosen.
FleetFilter remembered(const QStringList& kept, const QString& path);

} // namespace snowmelt
