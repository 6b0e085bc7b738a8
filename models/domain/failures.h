// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fleet.h"

namespace snowmelt {

/// A node that failed requests, or whose check fails.
struct Culprit
{
    QString node;
    QString group;
    Health health = Health::Unknown;
    QString healthReason;
    QDateTime since; ///< of its health, UTC; null: nobody knows
    std::optional<Counted> counted;
    std::optional<BalancerCheck> check;
    bool operator==(const Culprit&) const = default;
};

/// What became of the requests that failed behind a balancer, or in one group.
struct Failures
{
    QDateTime
        since; ///< UTC, when the balancer began to count; null: it could not be asked, and nothing here says anything
    qint64 requests = 0;
    qint64 failed = 0;
    QList<Culprit> culprits; ///< most failures first; at equal counts those that are down now, then by name
    qint64 ofGone = 0;       ///< on nodes that are gone
    qint64 ofNone = 0;       ///< answered by the balancer itself: no node took them
    bool known() const { return since.isValid(); }
    double percent() const { return requests > 0 ? 100.0 * double(failed) / double(requests) : 0; }
    bool operator==(const Failures&) const = default;
};

/// Of a balancer: its groups together. Of a group: its own. Anything else has none. Pure.
Failures failuresOf(const FleetState& fleet, const QString& part);

} // namespace snowmelt
