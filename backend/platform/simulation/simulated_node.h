// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/simulation/simulated_world.h"

namespace snowmelt {

struct SimulatedWorld::Node
{
    FleetKey fleet;
    NodeSpec spec;
    Lifecycle lifecycle = Lifecycle::Created;
    bool stopping = false; ///< got SIGTERM: finishes what it has
    bool socketGone = false;
    qint64 bornAt = 0;
    qint64 startedAt = 0;
    QMap<QByteArray, QByteArray> files;
    std::unique_ptr<SimulatedHaproxy> haproxy; ///< while a balancer runs
};

extern const QByteArray simulatedBalancerConfig;

} // namespace snowmelt
