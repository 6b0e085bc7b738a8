// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/traffic_meter.h"

namespace snowmelt {

/// A counter below its last value was reset: what it shows now is all it has counted since.
static qint64 grown(qint64 last, qint64 now)
{
    return now >= last ? now - last : now;
}

void TrafficMeter::note(const BackendState& backend)
{
    const Counters now{backend.requests, backend.failed};
    if (m_last) {
        const bool reset = now.requests < m_last->requests;
        m_counted.requests += grown(m_last->requests, now.requests);
        m_counted.failed += reset ? now.failed : grown(m_last->failed, now.failed);
    }
    m_last = now;
}

} // namespace snowmelt
