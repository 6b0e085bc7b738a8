// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/planning/planner.h"

#include "models/domain/planning/plan_checks.h"
#include "models/domain/planning/plan_commands.h"
#include "models/domain/planning/plan_names.h"
#include "models/domain/planning/rehearsal.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

/// A group as blueprint, world and balancer know it.
struct Subject
{
    const Group* group = nullptr;
    const Balancer* balancer = nullptr;
    const GroupState* state = nullptr;
};

Result<Subject> findSubject(const PlanInput& input, const QString& groupName)
{
    Subject subject;
    subject.group = input.blueprint.findGroup(groupName);
    if (!subject.group)
        return Error{ErrorCode::GroupUnknown, {groupName}, {}};
    subject.balancer = input.blueprint.balancerOf(groupName);
    if (!subject.balancer)
        return Error{ErrorCode::BalancerMissing, {groupName}, {}};
    subject.state = input.fleet.findGroup(groupName);
    if (!subject.state || subject.state->nodes.isEmpty())
        return Error{ErrorCode::FleetNotUp, {input.blueprint.name}, {}};
    return subject;
}

/// A version that was built anew has another digest: going from one to the other is a swap worth making.
bool runs(const NodeState& node, const ImageRef& to, const Digest& digest)
{
    return node.image == to && (digest.isNull() || node.digest == digest);
}

ImageRef commonImage(const QList<NodeState>& nodes)
{
    const ImageRef first = nodes.first().image;
    const bool same = std::ranges::all_of(nodes, [&](const NodeState& node) { return node.image == first; });
    return same ? first : ImageRef();
}

QSet<QString> slotsTaken(const PlanInput& input, const GroupState& group)
{
    const QStringList told = input.slotsInUse.keys();
    QSet<QString> taken(told.cbegin(), told.cend());
    for (const NodeState& node : group.nodes)
        taken.insert(node.slot);
    return taken;
}

QSet<QString> namesTaken(const FleetState& fleet)
{
    QSet<QString> names;
    for (const NodeState* node : fleet.allNodes())
        names.insert(node->name);
    return names;
}

/// Frozen as it runs now: the way back leads to just that.
PlannedNode asBlue(const NodeState& node)
{
    return {node.name, node.slot, node.image, node.digest};
}

QList<PlannedNode> asBlue(const QList<NodeState>& nodes)
{
    QList<PlannedNode> blue;
    for (const NodeState& node : nodes)
        blue.append(asBlue(node));
    return blue;
}

/// Short of slots the last greens get none: the plan is still shown, with the check that blocks it.
QList<PlannedNode> makeGreen(const QStringList& names, const QStringList& free, const Plan& plan)
{
    QList<PlannedNode> green;
    for (int i = 0; i < names.size(); ++i)
        green.append({names[i], free.value(i), plan.to, plan.toDigest});
    return green;
}

QList<Step> makeSteps(const Plan& plan, const CommandContext& context)
{
    QList<StepKind> kinds{StepKind::Check, StepKind::CreateNodes, StepKind::AwaitHealthy, StepKind::MoveTraffic,
                          StepKind::DrainBlue};
    if (plan.bakeSeconds > 0)
        kinds.append(StepKind::Bake);
    kinds += {StepKind::RetireBlue, StepKind::DestroyBlue};
    QList<Step> steps;
    for (const StepKind kind : kinds) {
        Step step;
        step.kind = kind;
        step.commands = commandsOf(kind, plan, context);
        step.undo = undoOf(kind, plan, context);
        step.noReturn = kind == StepKind::RetireBlue;
        steps.append(step);
    }
    return steps;
}

/// How many nodes there are after each step, and how many of them serve.
void predict(Plan& plan, const PlanInput& input)
{
    for (int i = 0; i < plan.steps.size(); ++i) {
        const FleetState then = rehearsed(input.fleet, plan, i);
        const GroupState* group = then.findGroup(plan.group);
        plan.steps[i].nodes = int(group->nodes.size());
        plan.steps[i].serving = int(std::ranges::count_if(group->nodes, takesTraffic));
        plan.steps[i].typicalMs = input.typicalMs.value(plan.steps[i].kind);
    }
}

void take(Plan& plan, const DeployOptions& options)
{
    plan.drainSeconds = options.drainSeconds;
    plan.healthSeconds = options.healthSeconds;
    plan.gates = options.gates;
    plan.keepGreen = options.keepGreen;
}

Result<Plan> complete(const PlanInput& input, const Subject& subject, Plan plan, qsizetype greenCount)
{
    const QStringList free = freeSlots(input.slotsPerSide, slotsTaken(input, *subject.state));
    if (input.slotsPerSide > 0 && free.isEmpty())
        return Error{ErrorCode::NoFreeSlot, {subject.balancer->name, subject.group->name}, {}};
    const QStringList names = nextNodeNames(subject.group->name, namesTaken(input.fleet), int(greenCount));
    plan.deployment = input.deployment;
    plan.fleet = input.blueprint.name;
    plan.group = subject.group->name;
    plan.balancer = subject.balancer->name;
    plan.toDigest = input.image.digest;
    plan.prices = input.blueprint.prices;
    plan.green = makeGreen(names, free, plan);
    plan.checks = planChecks(input, *subject.state, plan, int(free.size()));
    plan.steps =
        makeSteps(plan, {input.blueprint.platform.kind, plan.fleet, subject.group->port, subject.group->health.path});
    predict(plan, input);
    return plan;
}

/// Each once, in their order.
Result<QList<NodeState>> groupNodes(const FleetState& fleet, QStringList names)
{
    names.removeDuplicates();
    QList<NodeState> nodes;
    for (const QString& name : std::as_const(names)) {
        const NodeState* node = fleet.findNode(name);
        if (!node)
            return Error{ErrorCode::NodeUnknown, {name}, {}};
        const bool alike = nodes.isEmpty() || nodes.first().group == node->group;
        if (node->role != Role::Node || !alike)
            return Error{ErrorCode::Unsupported, {u"rebirth"_qs, alike ? name : names.join(u", "_qs)}, {}};
        nodes.append(*node);
    }
    return nodes;
}

QStringList namesOf(const QList<NodeState>& nodes)
{
    QStringList names;
    for (const NodeState& node : nodes)
        names.append(node.name);
    return names;
}

qsizetype servingBeside(const GroupState& group, const QList<NodeState>& batch)
{
    const QStringList leaving = namesOf(batch);
    return std::ranges::count_if(
        group.nodes, [&](const NodeState& node) { return takesTraffic(node) && !leaving.contains(node.name); });
}

/// How many of the first ones go together; one at least, whatever stands against it is a check of the plan.
qsizetype batchSize(const PlanInput& input, const GroupState& group, const QList<NodeState>& asked,
                    const RebirthRound& round)
{
    const NodeState& first = asked.first();
    const auto other = std::ranges::find_if(
        asked, [&](const NodeState& node) { return node.image != first.image || node.digest != first.digest; });
    qsizetype size = std::min<qsizetype>(other - asked.begin(), std::max(1, round.atOnce));
    const QStringList free = freeSlots(input.slotsPerSide, slotsTaken(input, group));
    if (!free.isEmpty())
        size = std::min(size, free.size());
    while (size > 1 && servingBeside(group, asked.first(size)) < round.leastServing)
        --size;
    return size;
}

PlanCheck enoughServe(const GroupState& group, const QList<NodeState>& batch, int least)
{
    const qsizetype left = servingBeside(group, batch);
    return {u"servingBeside"_qs,
            left < least ? Verdict::Block : Verdict::Pass,
            {QString::number(left), QString::number(least)}};
}

} // namespace

Result<Plan> planSwap(const PlanInput& input, const QString& group, const ImageRef& to, int bakeSeconds,
                      const DeployOptions& options)
{
    const Result<Subject> subject = findSubject(input, group);
    if (!subject)
        return subject.as<Plan>();
    const QList<NodeState>& nodes = subject->state->nodes;
    if (std::ranges::all_of(nodes, [&](const NodeState& node) { return runs(node, to, input.image.digest); }))
        return Error{ErrorCode::AlreadyRunsImage, {group, to.text()}, {}};
    Plan plan;
    plan.strategy = Strategy::BlueGreen;
    plan.from = commonImage(nodes);
    plan.to = to;
    plan.blue = asBlue(nodes);
    plan.bakeSeconds = bakeSeconds;
    take(plan, options);
    return complete(input, *subject, plan, subject->group->size);
}

Result<Plan> planRebirth(const PlanInput& input, const QString& node, const DeployOptions& options,
                         const RebirthRound& round, const QStringList& rebornBefore)
{
    const Result<QList<NodeState>> asked = groupNodes(input.fleet, QStringList{node} + round.then);
    if (!asked)
        return asked.as<Plan>();
    const Result<Subject> subject = findSubject(input, asked->first().group);
    if (!subject)
        return subject.as<Plan>();
    const qsizetype size = batchSize(input, *subject->state, *asked, round);
    Plan plan;
    plan.strategy = Strategy::Rebirth;
    plan.from = asked->first().image;
    plan.to = asked->first().image;
    plan.blue = asBlue(asked->first(size));
    plan.rebornBefore = rebornBefore;
    plan.toFollow = namesOf(asked->mid(size));
    take(plan, options);
    const Result<Plan> whole = complete(input, *subject, plan, size);
    if (!whole || round.leastServing <= 0)
        return whole;
    plan = *whole;
    plan.checks.append(enoughServe(*subject->state, asked->first(size), round.leastServing));
    return plan;
}

} // namespace snowmelt
