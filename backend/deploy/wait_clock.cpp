// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/wait_clock.h"

#include <algorithm>

namespace snowmelt {

void WaitClock::tick(ms now, bool standing)
{
    const ms gap = m_last.count() < 0 ? ms(0) : now - m_last;
    if (!m_stood && gap.count() > 0 && gap <= m_longestLook)
        m_passed += gap;
    m_last = now;
    m_stood = standing;
}

WaitClock::ms WaitClock::left() const
{
    return std::max(ms(0), m_limit - m_passed);
}

} // namespace snowmelt
