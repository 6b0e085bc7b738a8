// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/compare/compared_picture.h"

#include "models/layout/layout_fleet.h"

namespace snowmelt {

std::shared_ptr<const ComparedPicture> pictureOf(FleetComparison comparison, const Arrangement& arrangement,
                                                 const ComparisonStop& stop)
{
    LaidOut laid = layoutFleet(comparison.both.blueprint, comparison.both.fleet, arrangement, stop);
    if (laid.stopped)
        return nullptr;
    const auto diagram = std::make_shared<const Diagram>(std::move(laid.diagram));
    const ComparisonMarks marks(comparison, *diagram);
    return std::make_shared<const ComparedPicture>(ComparedPicture{std::move(comparison), Scene(diagram), marks});
}

} // namespace snowmelt
