// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fold_counted.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr qint64 noSkew = 5; ///< seconds

/// Both times of a comparison are of one clock: births are Snowmelt's, starts are those of the machine that runs the
/// nodes and the balancer.
bool wasThereBefore(const BalancerSight& sight, const NodeFacts& node)
{
    if (sight.facts && node.birth.bornAt.isValid() && sight.facts->birth.bornAt.isValid() &&
        node.birth.bornAt <= sight.facts->birth.bornAt)
        return true;
    // Whole seconds: the worker may have begun at the end of the second it says.
    return node.startedAt.isValid() && sight.reading->startedAt.isValid() &&
           node.startedAt < sight.reading->startedAt.addSecs(1);
}

const SlotMark* markFor(const BalancerSight& sight, const QString& group, const QString& slot)
{
    const auto mark = sight.marks.constFind(markKey(sight.balancer, group, slot));
    return mark == sight.marks.cend() ? nullptr : &*mark;
}

} // namespace

qint64 skewOf(const BalancerReading& reading, const QDateTime& at)
{
    const qint64 seconds = reading.at.isValid() ? reading.at.secsTo(at) : 0;
    return std::abs(seconds) <= noSkew ? 0 : seconds;
}

QDateTime inOurs(const BalancerSight& sight, const QDateTime& time)
{
    return time.isValid() ? time.addSecs(sight.skewSeconds) : QDateTime();
}

Counted countedFor(const BalancerSight& sight, const SlotState& slot, const NodeFacts& node)
{
    if (const SlotMark* mark = markFor(sight, node.group, slot.name))
        return {std::max<qint64>(0, slot.requests - mark->requests), std::max<qint64>(0, slot.failed - mark->failed),
                false};
    const bool own = slot.requests == 0 || wasThereBefore(sight, node);
    return {slot.requests, slot.failed, !own};
}

qint64 failedOfGone(const BalancerSight& sight, const QString& group, const QList<NodeFacts>& nodes)
{
    qint64 failed = 0;
    for (const SlotState& slot : sight.backend->slots_) {
        const NodeFacts* node = nodeAt(slot, group, nodes);
        failed += node ? slot.failed - countedFor(sight, slot, *node).failed : slot.failed;
    }
    return failed;
}

} // namespace snowmelt
