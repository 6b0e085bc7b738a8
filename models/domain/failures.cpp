// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/failures.h"

#include "models/domain/node_number.h"

#include <algorithm>
#include <tuple>

namespace snowmelt {

namespace {

qint64 failedOf(const std::optional<Counted>& counted)
{
    return counted ? counted->failed : 0;
}

bool isCulprit(const NodeState& node)
{
    return failedOf(node.counted) > 0 || (node.check && node.check->failed);
}

Culprit culpritOf(const NodeState& node)
{
    return {node.name, node.group, node.health, node.healthReason, healthSince(node), node.counted, node.check};
}

bool worse(const Culprit& a, const Culprit& b)
{
    const auto rank = [](const Culprit& one) {
        return std::tuple(-failedOf(one.counted), one.health != Health::Down, one.group, nodeNumber(one.node),
                          one.node);
    };
    return rank(a) < rank(b);
}

/// A node's "at most" may count what others failed, never less than its own: what is left is nobody's for sure.
void add(Failures& all, const GroupState& group)
{
    if (!group.countedSince.isValid())
        return;
    all.since = all.since.isValid() ? std::min(all.since, group.countedSince) : group.countedSince;
    all.requests += group.requests;
    all.failed += group.failed;
    qint64 explained = group.failedGone;
    for (const NodeState& node : group.nodes) {
        explained += failedOf(node.counted);
        if (isCulprit(node))
            all.culprits << culpritOf(node);
    }
    all.ofGone += group.failedGone;
    all.ofNone += std::max<qint64>(0, group.failed - explained);
}

QStringList groupsOf(const FleetState& fleet, const QString& part)
{
    for (const BalancerState& balancer : fleet.balancers)
        if (balancer.node.name == part)
            return balancer.serves;
    return {part};
}

} // namespace

Failures failuresOf(const FleetState& fleet, const QString& part)
{
    Failures all;
    for (const QString& name : groupsOf(fleet, part))
        if (const GroupState* group = fleet.findGroup(name))
            add(all, *group);
    std::sort(all.culprits.begin(), all.culprits.end(), worse);
    return all;
}

} // namespace snowmelt
