// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/image_trust.h"
#include "backend/services/open_deployments.h"
#include "backend/services/verbs.h"
#include "models/domain/blueprint/unsupported.h"

namespace snowmelt {

namespace {

constexpr std::chrono::seconds upOpenLimit{60};

/// Images that the blueprint's parts refer to, each once.
QList<ImageRef> referredImages(const Blueprint& blueprint)
{
    QList<ImageRef> refs;
    const auto add = [&refs](const ImageRef& ref) {
        if (!refs.contains(ref))
            refs += ref;
    };
    for (const Database& database : blueprint.databases)
        add(database.image);
    for (const Group& group : blueprint.groups)
        add(group.image);
    for (const Balancer& balancer : blueprint.balancers)
        add(balancer.image);
    return refs;
}

Task<ImageRecord> ensureImage(OperationPtr operation, ImageRef ref)
{
    if (operation->blueprint().platform.kind == QStringLiteral("simulation"))
        co_return imageFor(*operation, ref);
    // What is built stays what runs, even when its recipe moved on: `up` never changes an existing version.
    const Result<ImageRecord> there = operation->rooms().store.find(ref);
    if (there || there.error().code != ErrorCode::ImageNotBuilt)
        co_return there;
    const BuildOrder order{ref};
    Result<ImageBuilder::Built> built = co_await operation->rooms().builder.build(
        operation->blueprint(), order, operation->voice(), operation->context());
    if (!built)
        co_return built.as<ImageRecord>();
    co_return built->record;
}

Task<QMap<ImageRef, ImageRecord>> ensureImages(OperationPtr operation)
{
    QMap<ImageRef, ImageRecord> images;
    const QList<ImageRef> refs = referredImages(operation->blueprint());
    for (const ImageRef& ref : refs) {
        const Result<ImageRecord> image = co_await ensureImage(operation, ref);
        if (!image)
            co_return image.as<QMap<ImageRef, ImageRecord>>();
        const Result<Done> trusted = co_await checkTrust(operation, *image);
        if (!trusted)
            co_return trusted.as<QMap<ImageRef, ImageRecord>>();
        images.insert(ref, image.value());
    }
    co_return images;
}

/// Groups with a deployment that is open: which of their nodes should be there its ways out decide.
QStringList openGroups(const Operation& operation)
{
    QStringList groups;
    for (const OpenRecord& record : openRecords(operation))
        groups.append(record.open.plan.group);
    return groups;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, UpIntent)
{
    if (const std::optional<Error> refused = unsupported(operation->blueprint()))
        co_return failedWith(*refused, Safety::NothingTouched);
    Rooms& rooms = operation->rooms();
    const auto images = co_await ensureImages(operation);
    if (!images)
        co_return endedBy(images, Safety::NothingTouched);
    operation->say(Progress{Phase::LeasingAddresses, {}, 0, 0});
    const Result<FleetLease> lease = rooms.registry.acquire(operation->blueprint());
    if (!lease)
        co_return endedBy(lease, Safety::NothingTouched);
    const std::shared_ptr<const FleetAccess> fleet = rooms.access(operation->blueprint(), *lease);
    operation->say(Progress{Phase::StartingPlatform, {}, 0, 0});
    const Result<Done> opened = co_await fleet->platform->open(operation->context().within(upOpenLimit));
    if (!opened)
        co_return endedBy(opened, Safety::NothingTouched);
    const Result<QList<NodeFacts>> there =
        co_await fleet->platform->observe()->list(fleet->key(), operation->context().within(upOpenLimit));
    if (!there)
        co_return endedBy(there, Safety::NothingTouched);
    closeVanished(*operation, *there);
    const Result<Done> up = co_await bringUp(fleet, *images, rooms.store.layoutFolder(), operation->id(),
                                             openGroups(*operation), operation->voice(), operation->context());
    if (!up)
        co_return endedBy(up, Safety::PartlyUp);
    const Result<FleetState> seen = co_await lookAtFleet(operation, fleet);
    if (seen)
        operation->say(FleetObserved{*seen});
    co_return Finished{};
}

} // namespace snowmelt
