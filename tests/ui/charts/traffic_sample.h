// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/items/deployment_sample.h"

#include <cmath>

namespace snowmelt::sample {

/// One sample a second; from `switchAt` on green has the traffic of blue.
inline QList<TrafficSample> traffic(int seconds, int switchAt, const QDateTime& from = at(0))
{
    QList<TrafficSample> samples;
    qint64 requests = 0;
    for (int i = 0; i < seconds; ++i) {
        const double rate = 118 + 6 * std::sin(i * 0.9);
        const bool moved = i >= switchAt;
        TrafficCounted counted;
        requests += qint64(rate);
        counted.requests = requests;
        counted.blue.rate = moved ? 0 : rate;
        counted.green.rate = moved ? rate : 0;
        counted.blue.meanMs = 10;
        counted.green.meanMs = moved ? 9 : -1;
        counted.blue.probeP95 = 14;
        counted.green.probeP95 = moved ? 12 : -1;
        counted.blue.sessions = moved ? std::max(4, 12 - (i - switchAt)) : 12;
        samples.append({from.addSecs(i), counted});
    }
    return samples;
}

} // namespace snowmelt::sample
