// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/edge_ways.h"

namespace snowmelt::layout {

namespace {

QList<EdgeWays::Standing> standingOf(const Chart& chart)
{
    QList<EdgeWays::Standing> standing;
    standing.reserve(chart.blocks.size());
    for (const Block& block : chart.blocks)
        standing << EdgeWays::Standing{block.rect(), block.placed};
    return standing;
}

} // namespace

std::shared_ptr<const EdgeWays> waysOf(const Chart& chart, const QList<Trip>& trips, const QList<LabelWish>& wishes,
                                       const std::shared_ptr<const EdgeWays>& last, const LayoutStop& stop)
{
    EdgeWays ways{standingOf(chart), trips, wishes, {}, {}};
    const bool sameRoutes = last && last->blocks == ways.blocks && last->trips == ways.trips;
    if (sameRoutes && last->wishes == ways.wishes)
        return last;
    ways.routes = sameRoutes ? last->routes : routesOf(chart, trips, stop);
    ways.labels = labelsOf(ways.routes, wishes);
    return std::make_shared<const EdgeWays>(std::move(ways));
}

} // namespace snowmelt::layout
