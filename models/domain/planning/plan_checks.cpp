// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/plan_checks.h"

#include "models/domain/planning/balancer_checks.h"
#include "models/domain/planning/many_machines.h"
#include "models/domain/planning/room_checks.h"
#include "models/domain/planning/schema_checks.h"

#include <algorithm>

namespace snowmelt {

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

/// Of a round all its nodes: who accepts what is lost accepts it once.
static QStringList leaving(const Plan& plan)
{
    QStringList names;
    for (const PlannedNode& node : plan.blue)
        names.append(node.name);
    return names + plan.toFollow;
}

/// Of a rebirth those that stay: that the one to be replaced is not well is why it is replaced.
static QList<PlanCheck> healthyNow(const GroupState& group, const Plan& plan)
{
    QList<NodeState> nodes = group.nodes;
    if (plan.strategy == Strategy::Rebirth)
        nodes.removeIf([going = leaving(plan)](const NodeState& node) { return going.contains(node.name); });
    if (nodes.isEmpty())
        return {};
    const auto healthy = std::ranges::count(nodes, Health::Healthy, &NodeState::health);
    return {{u"healthyNow"_qs,
             healthy < nodes.size() ? Verdict::Warn : Verdict::Pass,
             {QString::number(healthy), QString::number(nodes.size())}}};
}

/// What was changed by hand on a node that leaves is lost with it: better said now than missed later.
static QList<PlanCheck> driftOf(const PlanInput& input, const QStringList& leaving)
{
    QList<PlanCheck> checks;
    bool unknown = false;
    for (const QString& name : leaving) {
        const NodeState* node = input.fleet.findNode(name);
        const int count = node && node->driftCount ? *node->driftCount : 0;
        unknown |= !node || !node->driftCount || !node->driftComplete;
        if (count > 0)
            checks.append({u"driftLost"_qs, Verdict::Warn, {name, QString::number(count)}});
    }
    if (unknown)
        checks.append({u"driftUnknown"_qs, Verdict::Warn, {}});
    return checks;
}

QList<PlanCheck> planChecks(const PlanInput& input, const GroupState& group, const Plan& plan, int freeSlotCount)
{
    QList<PlanCheck> checks;
    if (!input.openDeployment.isEmpty())
        checks.append({u"openDeployment"_qs, Verdict::Block, {plan.group, input.openDeployment}});
    checks += balancerChecks(input, plan);
    checks.append(enoughSlots(freeSlotCount, plan.green.size()));
    checks.append(imageIsBuilt(input.image, plan.to));
    checks += schemaChecks(input, plan) + roomChecks(input, plan) + healthyNow(group, plan);
    if (group.nodes.size() == 1)
        checks.append({u"groupSizeOne"_qs, Verdict::Warn, {group.name}});
    if (isMany(plan.green.size() - group.nodes.size()))
        checks.append({u"manyMachines"_qs,
                       Verdict::Warn,
                       {QString::number(plan.green.size()), QString::number(group.nodes.size())}});
    return checks + driftOf(input, leaving(plan));
}

} // namespace snowmelt
