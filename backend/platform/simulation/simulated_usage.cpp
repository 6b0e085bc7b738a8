// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_node.h"

namespace snowmelt {

namespace {

constexpr double idleCpu = 0.01;
constexpr double cpuPerSession = 0.05;
constexpr qint64 megabyte = 1'000'000;
constexpr qint64 idleMemory = 64 * megabyte;
constexpr qint64 memoryPerSession = 2 * megabyte;
constexpr qint64 limit = 512 * megabyte;

} // namespace

/// A node uses a little for being there and a little more for each session open on it.
QMap<QString, Utilisation> SimulatedWorld::usage(const FleetKey& fleet) const
{
    QMap<QString, Utilisation> used;
    for (const auto& [key, node] : m_nodes) {
        if (key.first != fleet.id || node->lifecycle != Lifecycle::Running)
            continue;
        int sessions = 0;
        for (const auto& [other, balancer] : m_nodes)
            if (other.first == fleet.id && balancer->haproxy)
                sessions += balancer->haproxy->sessionsOn(node->spec.address);
        used.insert(key.second, {idleCpu + cpuPerSession * sessions, idleMemory + memoryPerSession * sessions, limit,
                                 QDateTime::currentDateTimeUtc()});
    }
    return used;
}

} // namespace snowmelt
