// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/slot_marks.h"

namespace snowmelt {

/// How a group's balancer is seen in one look.
struct BalancerSight
{
    QString balancer;
    const BalancerReading* reading = nullptr; ///< nullptr: it could not be asked
    const BackendState* backend = nullptr;    ///< the group's
    const NodeFacts* facts = nullptr;         ///< of the balancer's own node
    SlotMarks marks;
    qint64 skewSeconds = 0; ///< what to add to the balancer's clock to have ours
};

/// What to add to the balancer's clock. Few seconds are how long an answer is under way, not a wrong clock.
qint64 skewOf(const BalancerReading& reading, const QDateTime& at);
/// A time of the balancer's in ours.
QDateTime inOurs(const BalancerSight& sight, const QDateTime& time);

/// What the slot counted for this node. Its own are all of them when it was there before the balancer began to count,
/// or those since the mark; else they are an upper bound.
Counted countedFor(const BalancerSight& sight, const SlotState& slot, const NodeFacts& node);

/// Failures of the group that were no present node's: of free slots, and from before a slot's mark.
qint64 failedOfGone(const BalancerSight& sight, const QString& group, const QList<NodeFacts>& nodes);

} // namespace snowmelt
