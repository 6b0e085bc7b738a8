// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/balancer/balancer_driver.h"

#include <algorithm>

namespace snowmelt {

const SlotState* BackendState::find(const QString& slot) const
{
    const auto it = std::find_if(slots_.begin(), slots_.end(), [&](const SlotState& s) { return s.name == slot; });
    return it == slots_.end() ? nullptr : &*it;
}

const BackendState* BalancerReading::find(const QString& group) const
{
    const auto it =
        std::find_if(backends.begin(), backends.end(), [&](const BackendState& b) { return b.group == group; });
    return it == backends.end() ? nullptr : &*it;
}

} // namespace snowmelt
