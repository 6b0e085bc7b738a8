// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/labels.h"

#include <memory>

namespace snowmelt::layout {

/// Where edges go and their labels stand, with all that follows from: where blocks are, what is linked, and how each
/// edge is labelled. Most of what is seen of a fleet changes none of it, and finding ways costs more than all else.
struct EdgeWays
{
    struct Standing
    {
        QRectF rect;
        bool placed = false;
        bool operator==(const Standing&) const = default;
    };

    QList<Standing> blocks;
    QList<Trip> trips;
    QList<LabelWish> wishes;
    QList<Route> routes;      ///< of blocks and trips
    QList<LabelPlace> labels; ///< of routes and wishes
};

/// What was found the last time (null: nothing was) is taken over as far as it would be found again.
std::shared_ptr<const EdgeWays> waysOf(const Chart& chart, const QList<Trip>& trips, const QList<LabelWish>& wishes,
                                       const std::shared_ptr<const EdgeWays>& last, const LayoutStop& stop);

} // namespace snowmelt::layout
