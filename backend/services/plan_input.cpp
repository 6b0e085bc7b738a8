// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/plan_input.h"

#include "backend/fleet/birth.h"
#include "backend/fleet/slots.h"
#include "backend/platform/podman/port_check.h"
#include "backend/services/balancer_look.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/image_trust.h"
#include "backend/services/open_deployments.h"
#include "backend/services/schema_windows.h"
#include "models/domain/blueprint/unsupported.h"

namespace snowmelt {

namespace {

constexpr std::chrono::seconds askLimit{20};
constexpr int sshPort = 22;

/// By the nodes that were seen, and by slots of the balancer that serve at an address nobody knows.
QMap<QString, QString> slotsInUse(const FleetState& fleet, const QString& group, const BalancerTruth& truth)
{
    QMap<QString, QString> used = truth.runtime;
    if (const GroupState* state = fleet.findGroup(group)) {
        for (const NodeState& node : state->nodes) {
            if (!node.slot.isEmpty())
                used.insert(node.slot, node.name);
        }
    }
    return used;
}

/// What the running balancer declared counts: a larger size in the blueprint has not reached it.
int slotsOnASide(const BalancerLook& look, const Group& group)
{
    return look.running ? static_cast<int>(look.running->slots_.size() / 2) : slotsPerSide(group);
}

/// The places births would take, one after the other, as far as there are any.
QList<int> placesFor(const FleetLease& lease, QList<NodeFacts> taken, qsizetype count)
{
    QList<int> places;
    while (places.size() < count) {
        const int place = freePlace(lease, taken);
        if (place == 0)
            break;
        places.append(place);
        NodeFacts coming;
        coming.address = lease.insideAddress(place);
        taken.append(coming);
    }
    return places;
}

QStringList portsTaken(const FleetLease& lease, const QList<int>& places, int servicePort)
{
    QStringList taken;
    for (const int place : places) {
        for (const int port : {sshPort, servicePort}) {
            const Endpoint outside{lease.outsideAddress(place), port};
            if (listenedPort({{outside, port}}))
                taken.append(outside.text());
        }
    }
    return taken;
}

/// A simulated fleet has no ports on this host.
void lookForPlaces(PlanInput& input, const FleetAccess& fleet, const QList<NodeFacts>& nodes, const Group& group)
{
    const QList<int> places = placesFor(fleet.lease, nodes, group.size);
    input.addressesFree = static_cast<int>(places.size());
    if (fleet.platform->kind() == u"podman")
        input.portsTaken = portsTaken(fleet.lease, places, group.port);
}

Task<bool> platformHas(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, Digest digest)
{
    ImageImport* images = fleet->platform->imageImport();
    if (!images || digest.isNull())
        co_return false;
    const Result<bool> there = co_await images->hasImage(digest, operation->context().within(askLimit));
    if (there.failed())
        co_return false;
    co_return there;
}

/// The group's node of this name, or why there is none to be reborn.
Result<NodeState> groupNode(const FleetState& fleet, const QString& name)
{
    const NodeState* node = fleet.findNode(name);
    if (!node)
        return Error{ErrorCode::NodeUnknown, {name}, {}};
    if (node->role != Role::Node)
        return Error{ErrorCode::Unsupported, {QStringLiteral("rebirth"), name}, {}};
    return *node;
}

/// What comes, and what the group runs now.
QList<AskedImage> imagesOf(const PlanInput& input, const QString& group)
{
    QList<AskedImage> images{{input.image.ref, input.image.digest}};
    const GroupState* state = input.fleet.findGroup(group);
    for (const NodeState& node : state ? state->nodes : QList<NodeState>())
        images.append({node.image, node.digest});
    return images;
}

/// Everything about the world outside of the fleet's own state.
Task<PlanInput> withSurroundings(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, PlanInput input,
                                 Group group)
{
    const CallContext context = operation->context().within(askLimit);
    const Result<QList<NodeFacts>> nodes = co_await fleet->platform->observe()->list(fleet->key(), context);
    if (!nodes)
        co_return nodes.as<PlanInput>();
    const Result<BalancerLook> look = co_await lookAtBalancer(operation, fleet, *nodes, group.name);
    if (!look)
        co_return look.as<PlanInput>();
    const Result<Headroom> room = co_await fleet->platform->headroom(context);
    if (!room)
        co_return room.as<PlanInput>();
    const Result<bool> there = co_await platformHas(operation, fleet, input.image.digest);
    if (!there)
        co_return there.as<PlanInput>();
    const Result<QHash<Digest, SchemaWindow>> schemas = co_await schemaWindows(operation, imagesOf(input, group.name));
    if (!schemas)
        co_return schemas.as<PlanInput>();
    input.schemas = *schemas;
    input.truth = look->truth;
    input.headroom = *room;
    input.imageThere = *there;
    input.slotsPerSide = slotsOnASide(*look, group);
    input.slotsInUse = slotsInUse(input.fleet, group.name, look->truth);
    lookForPlaces(input, *fleet, *nodes, group);
    co_return input;
}

/// What the journal knows; a journal that cannot be read says so when the plan is to be executed.
void recall(PlanInput& input, const Operation& operation, const QString& group)
{
    if (const auto open = openRecordOf(operation, group))
        input.openDeployment = subjectOf(SwapIntent{group, open->open.plan.to, 0, {}});
    Journal* journal = operation.rooms().journal.get();
    if (!journal)
        return;
    if (const auto typical = journal->typicalMs(operation.blueprint().name, group); typical.ok())
        input.typicalMs = *typical;
}

} // namespace

Task<PlanInput> planInput(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, QString group,
                          ImageRef target)
{
    const Result<FleetState> seen = co_await lookAtFleet(operation, fleet);
    if (!seen)
        co_return seen.as<PlanInput>();
    PlanInput input;
    input.blueprint = operation->blueprint();
    input.fleet = seen.value();
    input.deployment = operation->id();
    input.slotsInUse = slotsInUse(input.fleet, group, {});
    if (!target.isNull() && !input.blueprint.findImage(target))
        co_return Error{ErrorCode::ImageUnknown, {target.text()}, {}};
    input.image.ref = target;
    if (const Result<ImageRecord> image = imageFor(*operation, target); image.ok())
        input.image = image.value();
    recall(input, *operation, group);
    // A group or balancer that is not there is the planner's to say.
    const Group* wanted = input.blueprint.findGroup(group);
    if (!wanted)
        co_return input;
    const Result<PlanInput> whole = co_await withSurroundings(operation, fleet, input, *wanted);
    co_return whole;
}

Task<PlannedDeployment> plannedSwap(OperationPtr operation, QString group, ImageRef to, int bakeSeconds,
                                    DeployOptions options)
{
    if (const std::optional<Error> refused = unsupported(operation->blueprint()))
        co_return *refused;
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return fleet.as<PlannedDeployment>();
    const Result<PlanInput> input = co_await planInput(operation, *fleet, group, to);
    if (!input)
        co_return input.as<PlannedDeployment>();
    const Result<Done> trusted = co_await checkTrust(operation, input->image);
    if (!trusted)
        co_return trusted.as<PlannedDeployment>();
    const Result<Plan> plan = planSwap(*input, group, to, bakeSeconds, options);
    if (!plan)
        co_return plan.as<PlannedDeployment>();
    co_return PlannedDeployment{*fleet, *plan, input->image, input->fleet};
}

Task<PlannedDeployment> plannedRebirth(OperationPtr operation, RebirthIntent intent, QStringList before)
{
    if (const std::optional<Error> refused = unsupported(operation->blueprint()))
        co_return *refused;
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return fleet.as<PlannedDeployment>();
    const Result<FleetState> seen = co_await lookAtFleet(operation, *fleet);
    if (!seen)
        co_return seen.as<PlannedDeployment>();
    const Result<NodeState> reborn = groupNode(*seen, intent.node);
    if (!reborn)
        co_return reborn.as<PlannedDeployment>();
    const Result<PlanInput> input = co_await planInput(operation, *fleet, reborn->group, reborn->image);
    if (!input)
        co_return input.as<PlannedDeployment>();
    const Result<Done> trusted = co_await checkTrust(operation, input->image);
    if (!trusted)
        co_return trusted.as<PlannedDeployment>();
    const Result<Plan> plan = planRebirth(*input, intent.node, intent.options, intent.round, before);
    if (!plan)
        co_return plan.as<PlannedDeployment>();
    co_return PlannedDeployment{*fleet, *plan, input->image, input->fleet};
}

} // namespace snowmelt
