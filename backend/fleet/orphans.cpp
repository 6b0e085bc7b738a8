// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/orphans.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool isPart(const Blueprint& blueprint, const NodeFacts& node)
{
    const auto named = [&node](const auto& part) { return part.name == node.group; };
    switch (node.role) {
    case Role::Node:
        return std::ranges::any_of(blueprint.groups, named);
    case Role::Balancer:
        return std::ranges::any_of(blueprint.balancers, named);
    case Role::Database:
        return std::ranges::any_of(blueprint.databases, named);
    }
    return true;
}

bool isPlanned(const QString& node, const QList<Plan>& plans)
{
    const auto has = [&node](const QList<PlannedNode>& side) {
        return std::ranges::find(side, node, &PlannedNode::name) != side.cend();
    };
    return std::ranges::any_of(plans, [&has](const Plan& plan) { return has(plan.blue) || has(plan.green); });
}

bool othersServe(const GroupState& group, const QString& node)
{
    return std::ranges::any_of(group.nodes,
                               [&node](const NodeState& other) { return other.name != node && other.share > 0; });
}

/// Down is not out of traffic: the next good check brings it back.
bool isOutOfTraffic(const NodeState& node)
{
    return node.share <= 0 && (node.slot.isEmpty() || node.health == Health::Draining);
}

Orphan orphanOf(const NodeFacts& node, const QString& reason)
{
    return {OrphanKind::Node, node.name, node.group, node.deployment, node.image, node.birth.bornAt, reason};
}

QString reasonOf(const Blueprint& blueprint, const NodeFacts& node, const FleetState& seen, const QList<Plan>& spoken)
{
    if (!isPart(blueprint, node))
        return u"partGone"_qs;
    const GroupState* group = seen.findGroup(node.group);
    const NodeState* state = seen.findNode(node.name);
    if (node.role != Role::Node || !group || !state || !seen.complete() || isPlanned(node.name, spoken))
        return {};
    return isOutOfTraffic(*state) && othersServe(*group, node.name) ? u"noTraffic"_qs : QString();
}

struct Slot
{
    Balancer balancer;
    NodeFacts node;
    QString name;
};

/// Where the balancer's reading has the orphan's address; nothing when no slot has.
Task<QList<Slot>> slotsOf(std::shared_ptr<const FleetAccess> fleet, QList<NodeFacts> facts, Orphan orphan,
                          CallContext context)
{
    QList<Slot> found;
    const auto self = std::ranges::find(facts, orphan.name, &NodeFacts::name);
    if (self == facts.cend() || self->address.isEmpty())
        co_return found;
    for (const Balancer& balancer : fleet->blueprint.balancers) {
        const auto node = std::ranges::find(facts, balancer.name, &NodeFacts::name);
        if (!balancer.serves.contains(orphan.group) || node == facts.cend())
            continue;
        const Result<BalancerReading> reading = co_await fleet->driverOf(balancer)->read(*node, context);
        if (!reading)
            co_return reading.as<QList<Slot>>();
        const BackendState* backend = reading->find(orphan.group);
        const QList<SlotState> slots_ = backend ? backend->slots_ : QList<SlotState>();
        for (const SlotState& slot : slots_) {
            if (slot.address == self->address)
                found.append({balancer, *node, slot.name});
        }
    }
    co_return found;
}

BalancerConfig without(BalancerConfig config, const QString& group, const QString& slot)
{
    for (BackendPlacement& backend : config.backends) {
        if (backend.group == group)
            backend.placements.removeIf([&slot](const SlotPlacement& one) { return one.slot == slot; });
    }
    return config;
}

/// The config first: a restart in between must not bring it back.
Task<Done> freeSlot(std::shared_ptr<const FleetAccess> fleet, Slot slot, QString group, CallContext context)
{
    BalancerDriver* driver = fleet->driverOf(slot.balancer);
    const Result<BalancerConfig> config = co_await driver->readConfig(slot.node, context);
    if (!config)
        co_return config.as<Done>();
    const BalancerConfig wanted = without(*config, group, slot.name);
    const Result<Done> written = co_await driver->writeConfig(slot.node, wanted, context);
    if (!written)
        co_return written;
    const Result<Done> maint = co_await driver->setMode(slot.node, group, slot.name, SlotMode::Maint, context);
    if (!maint)
        co_return maint;
    const Result<Done> freed = co_await driver->setMode(slot.node, group, slot.name, SlotMode::Free, context);
    co_return freed;
}

} // namespace

QList<Orphan> findOrphans(const Blueprint& blueprint, const QList<NodeFacts>& facts, const FleetState& seen,
                          const QList<Plan>& spoken)
{
    QList<Orphan> orphans;
    for (const NodeFacts& node : facts) {
        const QString reason = reasonOf(blueprint, node, seen, spoken);
        if (!reason.isEmpty())
            orphans.append(orphanOf(node, reason));
    }
    return orphans;
}

Task<Done> removeOrphan(std::shared_ptr<const FleetAccess> fleet, Orphan orphan, Emit emit, CallContext context,
                        FleetTiming timing)
{
    emit(Progress{Phase::RemovingNode, {orphan.name}, 0, 0});
    const CallContext brief = context.within(timing.callLimit);
    const Result<QList<NodeFacts>> facts = co_await fleet->platform->observe()->list(fleet->key(), brief);
    if (!facts)
        co_return facts.as<Done>();
    const Result<QList<Slot>> taken = co_await slotsOf(fleet, *facts, orphan, brief);
    if (!taken)
        co_return taken.as<Done>();
    for (const Slot& slot : *taken) {
        const Result<Done> freed = co_await freeSlot(fleet, slot, orphan.group, brief);
        if (!freed)
            co_return freed;
    }
    Provision* provision = fleet->platform->provision();
    const CallContext patient = context.within(timing.nodeLimit);
    const Result<Done> stopped = co_await provision->stop(fleet->key(), orphan.name, std::chrono::seconds(30), patient);
    if (!stopped)
        co_return stopped;
    const Result<Done> destroyed = co_await provision->destroy(fleet->key(), orphan.name, patient);
    co_return destroyed;
}

} // namespace snowmelt
