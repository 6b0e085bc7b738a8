// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"

#include "backend/platform/ssh/ssh_platform.h"
#include "backend/services/chosen_nodes.h"
#include "models/domain/each_node.h"

#include <QFile>
#include <QUuid>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds openLimit{60};
/// Of a look, beside the list of nodes.
constexpr std::chrono::seconds lookLimit{10};
constexpr std::chrono::seconds listLimit{20};

const QString simulation = QStringLiteral("simulation");

void noteDrift(NodeState& node, const QList<DriftReport>& reports)
{
    for (const DriftReport& report : reports) {
        if (report.node != node.name || report.baselineDigest != node.digest || report.scannedAt < node.bornAt)
            continue;
        node.driftCount = static_cast<int>(report.differences.size());
        node.driftComplete = report.complete();
        node.driftHidden = static_cast<int>(report.hidden.size());
    }
}

void noteDrift(FleetState& fleet, const QList<DriftReport>& reports)
{
    eachNode(fleet, [&reports](NodeState& node) { noteDrift(node, reports); });
}

QList<DriftReport> lastDrift(const Operation& operation)
{
    if (!operation.rooms().journal)
        return {};
    const auto reports = operation.rooms().journal->lastDrift(operation.blueprint().name);
    return reports.ok() ? reports.value() : QList<DriftReport>();
}

Result<ImageRecord> simulatedImage(const Blueprint& blueprint, const ImageRef& ref)
{
    const ImageSource* source = blueprint.findImage(ref);
    if (!source)
        return Error{ErrorCode::ImageUnknown, {ref.text()}, {}};
    QFile recipe(blueprint.folder() + u'/' + source->recipe);
    if (!recipe.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, {recipe.fileName()}, recipe.errorString()};
    ImageRecord record;
    record.ref = ref;
    record.digest = Digest::ofBytes(recipe.readAll());
    record.builtAt = QDateTime::currentDateTimeUtc();
    return record;
}

/// The same for the same blueprint, wherever and whenever it is asked for.
FleetLease givenFleet(const Blueprint& blueprint)
{
    static const QUuid space(QStringLiteral("{6f0c2d1e-5b0f-4f6c-9d0a-5f1f0e7a4c39}"));
    const QString id =
        QUuid::createUuidV5(space, blueprint.path + u'\n' + blueprint.name).toString(QUuid::WithoutBraces);
    return {id, blueprint.name, blueprint.path, 0, {}};
}

/// The fleet under its lease, not opened yet; FleetNotUp when it has none.
Result<std::shared_ptr<const FleetAccess>> leasedFleet(const Operation& operation)
{
    const Rooms& rooms = operation.rooms();
    const Blueprint& blueprint = operation.blueprint();
    const Result<FleetLease> lease = leaseOf(rooms, blueprint);
    if (!lease)
        return lease.as<std::shared_ptr<const FleetAccess>>();
    if (lease->fleetId.isEmpty())
        return Error{ErrorCode::FleetNotUp, {blueprint.name}, {}};
    return rooms.access(blueprint, *lease);
}

void tellNotes(Operation& operation, const FleetAccess& fleet)
{
    const QStringList notes = fleet.platform->takeNotes(fleet.key());
    for (const QString& note : notes)
        operation.say(LogLine{QStringLiteral("ssh_config"), note});
}

} // namespace

Result<FleetLease> leaseOf(const Rooms& rooms, const Blueprint& blueprint)
{
    const Platform* platform = rooms.platform(blueprint.platform.kind);
    return platform == rooms.hosts ? givenFleet(blueprint) : rooms.registry.find(blueprint);
}

Task<QList<NodeFacts>> listNodes(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet)
{
    const Result<QList<NodeFacts>> nodes = co_await listNodes(fleet, operation->context());
    tellNotes(*operation, *fleet);
    co_return nodes;
}

Task<QList<NodeFacts>> listNodes(std::shared_ptr<const FleetAccess> fleet, CallContext context)
{
    Observe* observe = fleet->platform->observe();
    const CallContext limited = context.within(std::max(listLimit, observe->listLimit()));
    const Result<QList<NodeFacts>> nodes = co_await observe->list(fleet->key(), limited);
    co_return nodes;
}

Task<std::shared_ptr<const FleetAccess>> openFleet(OperationPtr operation)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = leasedFleet(*operation);
    if (!fleet)
        co_return fleet;
    const Result<Done> opened = co_await (*fleet)->platform->open(operation->context().within(openLimit));
    if (!opened)
        co_return opened.as<std::shared_ptr<const FleetAccess>>();
    co_return fleet;
}

Task<ListedFleet> listFleet(OperationPtr operation)
{
    const Result<std::shared_ptr<const FleetAccess>> opened = co_await openFleet(operation);
    if (!opened)
        co_return opened.as<ListedFleet>();
    ListedFleet fleet;
    fleet.access = *opened;
    const Result<QList<NodeFacts>> listed = co_await listNodes(operation, fleet.access);
    if (!listed)
        co_return listed.as<ListedFleet>();
    fleet.nodes = *listed;
    co_return fleet;
}

Task<ListedFleet> listFleet(OperationPtr operation, NodeChoice chosen)
{
    const Result<std::shared_ptr<const FleetAccess>> access = leasedFleet(*operation);
    if (!access)
        co_return access.as<ListedFleet>();
    SshPlatform* hosts = operation->rooms().hosts;
    const bool areGiven = (*access)->platform == hosts;
    if (!areGiven) {
        Task<ListedFleet> listing = listFleet(operation);
        const Result<ListedFleet> all = co_await listing;
        co_return all;
    }
    const CallContext limited = operation->context().within((*access)->platform->observe()->listLimit());
    Task<QList<NodeFacts>> listing = hosts->listChosen((*access)->key(), chosen, limited);
    const Result<QList<NodeFacts>> listed = co_await listing;
    tellNotes(*operation, **access);
    if (!listed)
        co_return listed.as<ListedFleet>();
    co_return ListedFleet{*access, *listed};
}

Task<FleetState> lookAtFleet(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet)
{
    return lookAtFleet(operation, fleet, nullptr);
}

Task<FleetState> lookAtFleet(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet,
                             std::shared_ptr<SlotMarks> marks)
{
    const CallContext context = operation->context().within(lookLimit + fleet->platform->observe()->listLimit());
    Result<FleetState> seen = co_await observeFleet(fleet, context, marks);
    tellNotes(*operation, *fleet);
    if (!seen)
        co_return seen;
    FleetState state = seen.take();
    noteDrift(state, lastDrift(*operation));
    co_return state;
}

Result<ImageRecord> imageFor(const Operation& operation, const ImageRef& ref)
{
    if (operation.blueprint().platform.kind == simulation)
        return simulatedImage(operation.blueprint(), ref);
    return operation.rooms().store.find(ref);
}

FleetState absentFleet(const Blueprint& blueprint)
{
    FleetState fleet;
    fleet.name = blueprint.name;
    fleet.platform = blueprint.platform.kind;
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    for (const Group& group : blueprint.groups)
        fleet.groups.append({group.name, group.size, group.image, {}, 0, 0, {}, 0});
    return fleet;
}

} // namespace snowmelt
