// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "models/domain/event.h"
#include "models/domain/planning/plan.h"

#include <QMap>

#include <optional>

namespace snowmelt {

/// Requests since the deployment began, from counters that start again at zero when the balancer restarts.
class TrafficMeter
{
public:
    void note(const BackendState& backend);
    TrafficCounted counted() const { return m_counted; }

private:
    struct Counters
    {
        qint64 requests = 0;
        qint64 failed = 0;
    };
    std::optional<Counters> m_last;
    TrafficCounted m_counted;
};

/// The same for one side, from the counters of its slots; what the slots counted for the nodes before is left out.
class SideMeter
{
public:
    void note(const BackendState& backend, const QList<PlannedNode>& side);
    const SideTraffic& seen() const { return m_seen; } ///< but for our own probes

private:
    struct Counters
    {
        qint64 requests = 0;
        qint64 failed = 0;
    };
    QMap<QString, Counters> m_last; ///< by slot
    SideTraffic m_seen;
};

} // namespace snowmelt
