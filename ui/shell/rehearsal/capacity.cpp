// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/capacity.h"

#include <algorithm>

namespace snowmelt {

int Capacity::most() const
{
    return isKnown() ? *std::ranges::max_element(nodes) : 0;
}

int Capacity::leastServing() const
{
    return isKnown() ? *std::ranges::min_element(serving) : 0;
}

Capacity capacityOf(const Plan& plan, int size)
{
    Capacity capacity;
    capacity.size = size;
    if (std::ranges::all_of(plan.steps, [](const Step& step) { return step.nodes == 0; }))
        return capacity;
    for (const Step& step : plan.steps) {
        capacity.nodes.append(step.nodes);
        capacity.serving.append(step.serving);
    }
    return capacity;
}

} // namespace snowmelt
