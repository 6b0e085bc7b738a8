// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace snowmelt {

/// How much of a wait's time has passed, for the deadlines of a plan and the bake. Fed with readings of a monotonic
/// clock, at every look, so that it is a function of values. What does not count: time in which the deployment was
/// paused, and a gap between two looks that is longer than any look takes. In such a gap the laptop slept or the
/// process was stopped: nobody watched a bake in it, and no session could be seen to end. (Linux' monotonic clock
/// stands still in suspend by itself; it goes on while a process or its virtual machine is stopped.)
class WaitClock
{
public:
    using ms = std::chrono::milliseconds;

    explicit WaitClock(ms limit, ms longestLook = ms(10'000)) : m_limit(limit), m_longestLook(longestLook) {}

    /// A look at `now`. `standing`: from here on the deployment is paused.
    void tick(ms now, bool standing = false);
    void extend(ms more) { m_limit += more; }

    ms limit() const { return m_limit; }
    ms passed() const { return m_passed; }
    ms left() const; ///< never below zero
    bool expired() const { return m_passed >= m_limit; }

private:
    ms m_limit;
    ms m_longestLook;
    ms m_passed{0};
    ms m_last{-1}; ///< -1: no look yet
    bool m_stood = false;
};

} // namespace snowmelt
