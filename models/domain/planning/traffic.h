// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace snowmelt {

/// What one side did since the deployment began.
struct SideTraffic
{
    qint64 requests = 0; ///< as the balancer counted
    qint64 failed = 0;
    double rate = 0;         ///< requests per second now
    int sessions = 0;        ///< open now
    int meanMs = -1;         ///< the balancer's mean response time of the last requests; -1: none yet
    qint64 probes = 0;       ///< our own questions
    qint64 probesFailed = 0; ///< of them, not answered with 200
    int probeP50 = -1;       ///< ms, of the last hundred; -1: none yet
    int probeP95 = -1;
    bool operator==(const SideTraffic&) const = default;
};

/// Requests since the deployment began. What the balancer cannot see: clients that never reached it, and answers that
/// are wrong but have status 200.
struct TrafficCounted
{
    qint64 requests = 0;
    qint64 failed = 0;
    SideTraffic blue{};
    SideTraffic green{};
    bool operator==(const TrafficCounted&) const = default;
};

/// Why a node is not drained yet.
struct DrainingNode
{
    QString node;
    int sessions = 0;
    int oldestSeconds = 0;
    int webSockets = 0; ///< upgraded connections: they end when one of both sides closes them, not with a request
    bool operator==(const DrainingNode&) const = default;
};

/// One gate against its limit. Codes: "health", "failed", "latency", "check".
struct GateReading
{
    QString gate;
    double measured = 0;
    double limit = 0;
    bool known = true; ///< false: too little traffic to say
    bool passes = true;
    bool operator==(const GateReading&) const = default;
};

} // namespace snowmelt
