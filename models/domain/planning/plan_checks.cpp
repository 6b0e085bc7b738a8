// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/plan_checks.h"

#include <algorithm>

namespace snowmelt {

static PlanCheck balancerAnswers(const PlanInput& input, const QString& balancer)
{
    const auto it = std::ranges::find_if(input.fleet.balancers,
                                         [&](const BalancerState& state) { return state.node.name == balancer; });
    const QString version = it == input.fleet.balancers.cend() ? QString() : it->version;
    return {u"balancerAnswers"_qs, version.isEmpty() ? Verdict::Block : Verdict::Pass, {balancer, version}};
}

static PlanCheck enoughSlots(int free, qsizetype needed)
{
    return {u"slotsFree"_qs,
            free < needed ? Verdict::Block : Verdict::Pass,
            {QString::number(free), QString::number(needed)}};
}

static PlanCheck imageIsBuilt(const ImageRecord& image, const ImageRef& to)
{
    if (image.digest.isNull())
        return {u"imageNotBuilt"_qs, Verdict::Block, {to.text()}};
    return {u"imageBuilt"_qs, Verdict::Pass, {to.text()}};
}

static PlanCheck healthyNow(const GroupState& group)
{
    const auto healthy = std::ranges::count(group.nodes, Health::Healthy, &NodeState::health);
    return {u"healthyNow"_qs,
            healthy < group.nodes.size() ? Verdict::Warn : Verdict::Pass,
            {QString::number(healthy), QString::number(group.nodes.size())}};
}

/// What was changed by hand on a node that leaves is lost with it: better said now than missed later.
static QList<PlanCheck> driftOf(const PlanInput& input, const QList<PlannedNode>& leaving)
{
    QList<PlanCheck> checks;
    bool unknown = false;
    for (const PlannedNode& planned : leaving) {
        const NodeState* node = input.fleet.findNode(planned.name);
        const int count = node && node->driftCount ? *node->driftCount : 0;
        unknown |= !node || !node->driftCount || !node->driftComplete;
        if (count > 0)
            checks.append({u"driftLost"_qs, Verdict::Warn, {planned.name, QString::number(count)}});
    }
    if (unknown)
        checks.append({u"driftUnknown"_qs, Verdict::Warn, {}});
    return checks;
}

QList<PlanCheck> planChecks(const PlanInput& input, const GroupState& group, const Plan& plan, int freeSlotCount)
{
    QList<PlanCheck> checks{balancerAnswers(input, plan.balancer), enoughSlots(freeSlotCount, plan.green.size()),
                            imageIsBuilt(input.image, plan.to), healthyNow(group)};
    if (group.nodes.size() == 1)
        checks.append({u"groupSizeOne"_qs, Verdict::Warn, {group.name}});
    return checks + driftOf(input, plan.blue);
}

} // namespace snowmelt
