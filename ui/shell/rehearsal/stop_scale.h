// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace snowmelt {

/// Where the stops of a plan's steps stand along a line; the slider and what is drawn under it share it.
struct StopScale
{
    static constexpr double margin = 10; ///< room for the knob at both ends

    int stops = 0;
    double width = 0;

    double x(double stop) const
    {
        const double span = std::max(0.0, width - 2 * margin);
        return stops < 2 ? margin : margin + span * stop / (stops - 1);
    }
    int nearest(double at) const
    {
        const double span = std::max(1.0, width - 2 * margin);
        const double stop = (at - margin) / span * (stops - 1);
        return std::clamp(int(stop + 0.5), 0, std::max(0, stops - 1));
    }
};

} // namespace snowmelt
