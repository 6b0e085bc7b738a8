// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fold_fleet.h"

#include "backend/fleet/fold_counted.h"
#include "models/domain/node_number.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

constexpr qint64 slowMs = 1000;

struct Judgement
{
    Health health = Health::Unknown;
    QString reason;
};

QString reasonOf(const HttpAnswer& answer, const QString& path)
{
    if (answer.status == 0)
        return u"GET " + path + u": " + answer.failure;
    const QString said = QString::fromUtf8(answer.body.left(200)).section(u'\n', 0, 0).trimmed();
    return QString(u"GET " + path + u": " + QString::number(answer.status) + u' ' + said).trimmed();
}

/// The error's code; of a question that nobody answered with its kind behind it: "nobodyAnswered hostKey".
QString reasonOf(const Error& error)
{
    const QString code = codeName(error.code);
    return error.code == ErrorCode::NobodyAnswered ? QString(code + u' ' + error.args.value(1)) : code;
}

/// Nobody there is down. Somebody who does not let us in may be well.
Judgement judgeUnseen(const NodeFacts& node)
{
    return {node.lifecycle == Lifecycle::Running ? Health::Unknown : Health::Down, reasonOf(*node.unseen)};
}

Judgement judgeNode(const NodeFacts& node, const SlotState* slot, const HttpAnswer* answer, const QString& path)
{
    if (node.unseen)
        return judgeUnseen(node);
    if (node.lifecycle != Lifecycle::Running)
        return {Health::Down,
                node.lifecycle == Lifecycle::Created ? QStringLiteral("never started") : QStringLiteral("stopped")};
    if (!answer)
        return {Health::Unknown, QStringLiteral("not asked")};
    if (answer->status != 200)
        return {Health::Down, reasonOf(*answer, path)};
    if (slot && (slot->mode == SlotMode::Drain || slot->mode == SlotMode::Maint))
        return {Health::Draining, {}};
    if (slot && slot->mode == SlotMode::Ready && !slot->up)
        return {Health::Down, slot->checkReason};
    if (answer->ms > slowMs)
        return {Health::Degraded, u"GET " + path + u": " + QString::number(answer->ms) + u" ms"};
    return {Health::Healthy, {}};
}

NodeState stateOf(const NodeFacts& facts)
{
    NodeState state;
    state.name = facts.name;
    state.group = facts.group;
    state.role = facts.role;
    state.slot = facts.slot;
    state.lifecycle = facts.lifecycle;
    state.image = facts.image;
    state.digest = facts.digest;
    state.deployment = facts.deployment;
    state.address = facts.address;
    state.ssh = facts.ssh;
    state.sshUser = facts.sshUser;
    state.sshJumps = facts.sshJumps;
    state.bornAt = facts.birth.bornAt;
    state.startedAt = facts.startedAt;
    return state;
}

void apply(NodeState& state, const Judgement& judgement)
{
    state.health = judgement.health;
    state.healthReason = judgement.reason;
}

const NodeFacts* factsOfPart(const FleetLook& look, Role role, const QString& name)
{
    for (const NodeFacts& node : look.facts)
        if (node.role == role && node.group == name)
            return &node;
    return nullptr;
}

BalancerSight sightOf(const FleetLook& look, const QString& group)
{
    BalancerSight sight;
    const Balancer* balancer = look.blueprint.balancerOf(group);
    if (!balancer)
        return sight;
    sight.balancer = balancer->name;
    sight.facts = factsOfPart(look, Role::Balancer, balancer->name);
    sight.marks = look.marks;
    const auto reading = look.readings.constFind(balancer->name);
    if (reading == look.readings.cend() || !reading->ok())
        return sight;
    sight.reading = &reading->value();
    sight.backend = sight.reading->find(group);
    sight.skewSeconds = skewOf(*sight.reading, look.at);
    return sight;
}

const SlotState* slotOf(const BackendState* backend, const NodeFacts& node)
{
    if (!backend)
        return nullptr;
    for (const SlotState& slot : backend->slots_)
        if (slot.mode != SlotMode::Free && slot.address == node.address)
            return &slot;
    return nullptr;
}

double totalWeight(const BackendState* backend)
{
    double total = 0;
    if (backend)
        for (const SlotState& slot : backend->slots_)
            total += slot.up ? slot.weight : 0;
    return total;
}

void addTraffic(NodeState& state, const SlotState& slot, double total)
{
    state.slot = slot.name;
    state.share = slot.up && total > 0 ? slot.weight / total : 0;
    state.sessions = slot.sessions;
    state.requestRate = slot.requestRate;
}

void addWitness(NodeState& state, const BalancerSight& sight, const SlotState& slot, const NodeFacts& facts)
{
    state.counted = countedFor(sight, slot, facts);
    state.check = slot.check;
    if (state.check)
        state.check->since = inOurs(sight, state.check->since);
}

NodeState foldNode(const FleetLook& look, const Group& group, const BalancerSight& sight, const NodeFacts& facts)
{
    NodeState state = stateOf(facts);
    state.service = serviceOf(facts, group.port).value_or(Endpoint());
    const SlotState* slot = slotOf(sight.backend, facts);
    const auto answer = look.answers.constFind(facts.name);
    apply(state, judgeNode(facts, slot, answer == look.answers.cend() ? nullptr : &*answer, group.health.path));
    if (slot) {
        addTraffic(state, *slot, totalWeight(sight.backend));
        addWitness(state, sight, *slot, facts);
    }
    return state;
}

GroupState foldGroup(const FleetLook& look, const Group& group)
{
    GroupState state;
    state.name = group.name;
    state.wanted = group.size;
    state.blueprintImage = group.image;
    const BalancerSight sight = sightOf(look, group.name);
    if (sight.backend) {
        state.requests = sight.backend->requests;
        state.failed = sight.backend->failed;
        state.countedSince = inOurs(sight, sight.reading->startedAt);
        state.failedGone = failedOfGone(sight, group.name, look.facts);
    }
    for (const NodeFacts& node : look.facts)
        if (node.role == Role::Node && node.group == group.name)
            state.nodes.append(foldNode(look, group, sight, node));
    std::sort(state.nodes.begin(), state.nodes.end(), [](const NodeState& a, const NodeState& b) {
        return std::pair(nodeNumber(a.name), a.name) < std::pair(nodeNumber(b.name), b.name);
    });
    return state;
}

NodeState absent(Role role, const QString& name, const ImageRef& image)
{
    NodeState state;
    state.name = name;
    state.group = name;
    state.role = role;
    state.image = image;
    state.health = Health::Down;
    return state;
}

bool servesEverything(const Balancer& balancer, const BalancerReading& reading)
{
    return std::all_of(balancer.serves.begin(), balancer.serves.end(),
                       [&reading](const QString& group) { return totalWeight(reading.find(group)) > 0; });
}

Judgement judgeBalancer(const FleetLook& look, const Balancer& balancer, const NodeFacts& node)
{
    if (node.unseen)
        return judgeUnseen(node);
    if (node.lifecycle != Lifecycle::Running)
        return {Health::Down, QStringLiteral("stopped")};
    const auto reading = look.readings.constFind(balancer.name);
    if (reading == look.readings.cend())
        return {Health::Unknown, QStringLiteral("not asked")};
    if (!reading->ok())
        return {Health::Unknown, reading->failed() ? reading->error().detail : QString()};
    if (!servesEverything(balancer, **reading))
        return {Health::Degraded, QStringLiteral("no server is up")};
    return {Health::Healthy, {}};
}

BalancerState foldBalancer(const FleetLook& look, const Balancer& balancer)
{
    BalancerState state;
    state.driver = balancer.driver;
    state.serves = balancer.serves;
    const NodeFacts* node = factsOfPart(look, Role::Balancer, balancer.name);
    if (!node) {
        state.node = absent(Role::Balancer, balancer.name, balancer.image);
        return state;
    }
    state.node = stateOf(*node);
    apply(state.node, judgeBalancer(look, balancer, *node));
    state.entry = serviceOf(*node, balancer.listen).value_or(Endpoint());
    state.node.service = state.entry;
    const auto reading = look.readings.constFind(balancer.name);
    if (reading != look.readings.cend() && reading->ok()) {
        state.version = (*reading)->version;
        state.requestRate = (*reading)->requestRate;
    }
    return state;
}

/// Nodes answer 200 only when their database does: the healthiest user is the witness.
Judgement judgeDatabase(const FleetLook& look, const QList<GroupState>& groups, const Database& database,
                        const NodeFacts& node)
{
    if (node.unseen)
        return judgeUnseen(node);
    if (node.lifecycle != Lifecycle::Running)
        return {Health::Down, QStringLiteral("stopped")};
    Judgement judgement{Health::Unknown, QStringLiteral("not asked")};
    for (const GroupState& group : groups) {
        const Group* wanted = look.blueprint.findGroup(group.name);
        if (!wanted || !wanted->uses.contains(database.name))
            continue;
        for (const NodeState& user : group.nodes) {
            const HttpAnswer answer = look.answers.value(user.name);
            if (answer.status == 200)
                return {Health::Healthy, {}};
            if (answer.status != 0)
                judgement = {Health::Degraded, user.name + u": " + reasonOf(answer, wanted->health.path)};
        }
    }
    return judgement;
}

DatabaseState foldDatabase(const FleetLook& look, const QList<GroupState>& groups, const Database& database)
{
    DatabaseState state;
    state.engine = database.engine;
    const NodeFacts* node = factsOfPart(look, Role::Database, database.name);
    if (!node) {
        state.node = absent(Role::Database, database.name, database.image);
        return state;
    }
    state.node = stateOf(*node);
    apply(state.node, judgeDatabase(look, groups, database, *node));
    return state;
}

} // namespace

std::optional<Endpoint> serviceOf(const NodeFacts& node, int port)
{
    for (const PublishedPort& published : node.ports)
        if (published.inside == port)
            return published.outside;
    return {};
}

FleetState foldFleet(const FleetLook& look)
{
    FleetState state;
    state.fleetId = look.fleet.id;
    state.name = look.blueprint.name;
    state.platform = look.blueprint.platform.kind;
    state.observedAt = look.at;
    for (const Group& group : look.blueprint.groups)
        state.groups.append(foldGroup(look, group));
    for (const Balancer& balancer : look.blueprint.balancers)
        state.balancers.append(foldBalancer(look, balancer));
    for (const Database& database : look.blueprint.databases)
        state.databases.append(foldDatabase(look, state.groups, database));
    for (const NodeFacts& node : look.facts)
        if (node.unseen)
            state.blind.append(*node.unseen);
    for (const Result<BalancerReading>& reading : look.readings)
        if (reading.failed())
            state.blind.append(reading.error());
    return state;
}

} // namespace snowmelt
