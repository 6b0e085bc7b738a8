// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace snowmelt {

/// How often the engine looks and how long it waits. The deadlines a person chooses (health, drain, bake) are in the
/// Plan; these are the engine's own, and tests make them short.
struct DeployTiming
{
    using ms = std::chrono::milliseconds;

    ms poll{200};            ///< between two readings of the balancer
    ms second{1'000};        ///< what a second of the plan lasts, and between two TrafficCounted
    ms callLimit{20'000};    ///< one call to the balancer or the platform
    ms probeLimit{2'000};    ///< one question to a health endpoint
    ms createLimit{120'000}; ///< birth of one node
    ms importLimit{600'000}; ///< image to the platform
    ms patience{90'000};     ///< how long what does not answer is asked again, from its first failure
    ms settleLimit{15'000};  ///< until slots that were told to serve are up
    ms idleLimit{10'000};    ///< until the idle pool of a retired slot is empty
    ms configLook{5'000};    ///< while green is watched, between two readings of the balancer's config
    ms longestLook{10'000};  ///< a longer gap between two looks of a wait is time that nobody watched: see WaitClock
    std::chrono::seconds stopGrace{30};
    int quietPolls = 3;    ///< readings without a session before a side counts as drained
    int healthyProbes = 2; ///< answers 200 in a row before our own probe believes a node
};

} // namespace snowmelt
