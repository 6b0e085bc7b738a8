// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"

#include "models/domain/each_node.h"

#include <QFile>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds openLimit{60};
constexpr std::chrono::seconds lookLimit{20};

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

} // namespace

Task<std::shared_ptr<const FleetAccess>> openFleet(OperationPtr operation)
{
    const Rooms& rooms = operation->rooms();
    const Blueprint& blueprint = operation->blueprint();
    const Result<FleetLease> lease = rooms.registry.find(blueprint);
    if (!lease)
        co_return lease.as<std::shared_ptr<const FleetAccess>>();
    if (lease->fleetId.isEmpty())
        co_return Error{ErrorCode::FleetNotUp, {blueprint.name}, {}};
    const std::shared_ptr<const FleetAccess> fleet = rooms.access(blueprint, *lease);
    const Result<Done> opened = co_await fleet->platform->open(operation->context().within(openLimit));
    if (!opened)
        co_return opened.as<std::shared_ptr<const FleetAccess>>();
    co_return fleet;
}

Task<FleetState> lookAtFleet(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet,
                             std::shared_ptr<SlotMarks> marks)
{
    Result<FleetState> seen = co_await observeFleet(fleet, operation->context().within(lookLimit), marks);
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
