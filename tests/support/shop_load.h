// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"
#include "tests/support/load/load_client.h"

#include <QStringList>

#include <algorithm>

namespace snowmelt::test {

inline const ImageRef shop100{QStringLiteral("shop"), QStringLiteral("1.0.0")};
inline const ImageRef shop110{QStringLiteral("shop"), QStringLiteral("1.1.0")};

/// One thread of each kind at the fleet's first balancer; `pauseMicros` between two requests of a thread.
inline LoadPlan loadOf(const FleetState& fleet, int pauseMicros)
{
    LoadPlan plan;
    plan.host = fleet.balancers.first().entry.host.toStdString();
    plan.port = fleet.balancers.first().entry.port;
    plan.pauseMicros = pauseMicros;
    return plan;
}

/// For messages: how many, and why those failed that did.
inline QString describe(const LoadCounts& counts)
{
    QStringList lines{QStringLiteral("%1 requests, %2 failed").arg(counts.requests()).arg(counts.failed)};
    for (const auto& [reason, times] : counts.failures)
        lines += QStringLiteral("%1 x %2").arg(times).arg(QString::fromStdString(reason));
    return lines.join(u'\n');
}

/// What the shop itself says; -1: it does not.
inline qint64 ordersIn(const FleetState& fleet)
{
    const Endpoint& entry = fleet.balancers.first().entry;
    KeptConnection connection(entry.host.toStdString(), entry.port);
    const OneAnswer answer = connection.request("GET", "/orders/count");
    const std::string digits =
        answer.body.substr(std::min(answer.body.size(), answer.body.find_first_of("0123456789")));
    return answer.failure.empty() && !digits.empty() ? std::stoll(digits) : -1;
}

} // namespace snowmelt::test
