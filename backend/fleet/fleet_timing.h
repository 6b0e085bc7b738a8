// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace snowmelt {

/// How long `up` and `down` wait for anything: an engine that answers nothing ends them with TimedOut, not a person's
/// patience. Tests make these short.
struct FleetTiming
{
    using ms = std::chrono::milliseconds;

    ms openLimit{60'000};
    ms callLimit{20'000};    ///< one call to the balancer, one question to the platform
    ms nodeLimit{120'000};   ///< birth, start or removal of one node
    ms nodeQueue{5'000};     ///< as much longer for each node that is worked on at the same time
    ms importLimit{600'000}; ///< image to the platform
    std::chrono::seconds healthLimit{120};
    std::chrono::seconds servingLimit{60};

    /// Of one node among `count` at the same time: an engine may take them one after the other.
    ms nodeLimitAmong(qsizetype count) const { return nodeLimit + nodeQueue * count; }
};

} // namespace snowmelt
