// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swap/timed_driver.h"

namespace snowmelt::bench {

Task<Done> TimedDriver::setModes(NodeFacts balancer, QString group, QList<SlotPlacement> modes, CallContext context)
{
    const SlotMode mode = modes.isEmpty() ? SlotMode::Free : modes.first().mode;
    if (mode == SlotMode::Ready && !m_since.isValid())
        m_since.start();
    const Result<Done> done = co_await m_driver->setModes(balancer, group, modes, context);
    if (mode == SlotMode::Drain && m_since.isValid())
        m_window = m_since.elapsed();
    co_return done;
}

} // namespace snowmelt::bench
