// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/traffic_meter.h"

#include <algorithm>

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

void SideMeter::note(const BackendState& backend, const QList<PlannedNode>& side)
{
    m_seen.rate = 0;
    m_seen.sessions = 0;
    qint64 ms = 0;
    int timed = 0;
    for (const PlannedNode& node : side) {
        const SlotState* slot = backend.find(node.slot);
        if (!slot)
            continue;
        const auto last = m_last.constFind(slot->name);
        if (last != m_last.cend()) {
            m_seen.requests += grown(last->requests, slot->requests);
            m_seen.failed += slot->requests < last->requests ? slot->failed : grown(last->failed, slot->failed);
        }
        m_last.insert(slot->name, {slot->requests, slot->failed});
        m_seen.rate += slot->requestRate;
        m_seen.sessions += slot->sessions;
        ms += std::max(0, slot->meanMs);
        timed += slot->meanMs >= 0;
    }
    m_seen.meanMs = timed > 0 ? int(ms / timed) : -1;
}

} // namespace snowmelt
