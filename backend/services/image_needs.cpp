// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/image_needs.h"

#include "backend/execution/blocking.h"
#include "backend/image/store_pruning.h"
#include "backend/services/fleet_lock.h"
#include "backend/services/leftovers.h"
#include "models/domain/blueprint/parse_blueprint.h"

#include <QFile>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds platformLimit{60};
constexpr std::chrono::seconds nodesLimit{20};

void needWaysBack(ImageNeeds& needs, const QList<JournaledPlan>& plans, const QSet<QString>& fleets)
{
    for (const JournaledPlan& each : plans) {
        // A fleet without a lease is down: nothing of what was done there can be undone.
        if (!each.open && !fleets.contains(each.plan.fleet))
            continue;
        for (const PlannedNode& node : each.plan.blue)
            needs.waysBack.insert(node.digest, each.plan.group);
        if (each.open)
            needs.waysBack.insert(each.plan.toDigest, each.plan.group);
    }
}

Result<Done> readJournal(const Operation& operation, const QList<FleetLease>& leases, ImageNeeds& needs)
{
    const Rooms& rooms = operation.rooms();
    if (!rooms.journal)
        return *rooms.journalError;
    const auto plans = rooms.journal->waysBack();
    if (!plans)
        return plans.as<Done>();
    QSet<QString> fleets;
    for (const FleetLease& lease : leases)
        fleets.insert(lease.name);
    needWaysBack(needs, *plans, fleets);
    return Done{};
}

Task<QSet<Digest>> newestOf(OperationPtr operation)
{
    const QString folder = operation->rooms().store.layoutFolder();
    const std::function<Result<QList<StoredBuild>>()> look = [folder] { return buildsOfStore(folder); };
    const Result<QList<StoredBuild>> builds = co_await runBlocking<QList<StoredBuild>>(look);
    if (!builds)
        co_return builds.as<QSet<Digest>>();
    QSet<Digest> newest;
    for (const StoredBuild& build : *builds)
        if (build.newest)
            newest.insert(build.image.digest);
    co_return newest;
}

/// By its blueprint; when that cannot be read, any platform that makes nodes of stored images.
QString platformOf(const Rooms& rooms, const FleetLease& lease)
{
    QFile file(lease.blueprintPath);
    if (file.open(QIODevice::ReadOnly)) {
        const Parsed<Blueprint> parsed = parseBlueprint(file.readAll(), lease.blueprintPath);
        if (parsed.problems.isEmpty() && rooms.platform(parsed.value.platform.kind))
            return parsed.value.platform.kind;
    }
    return QStringLiteral("podman");
}

Task<QList<NodeFacts>> nodesOf(OperationPtr operation, QString kind, FleetLease lease)
{
    Platform* platform = operation->rooms().platform(kind);
    const Result<Done> opened = co_await platform->open(operation->context().within(platformLimit));
    if (!opened)
        co_return opened.as<QList<NodeFacts>>();
    const Result<QList<NodeFacts>> nodes =
        co_await platform->observe()->list(lease.key(), operation->context().within(nodesLimit));
    co_return nodes;
}

/// Nodes come and go while somebody acts on a fleet.
Task<Done> askFleet(OperationPtr operation, FleetLease lease, std::shared_ptr<ImageNeeds> needs)
{
    const QString kind = platformOf(operation->rooms(), lease);
    const bool wasBusy = FleetLock::isAnyHeld(operation->rooms().home, lease.name);
    const Result<QList<NodeFacts>> nodes = co_await nodesOf(operation, kind, lease);
    if (operation->context().cancel.isCancelled())
        co_return Cancelled{};
    if (!nodes || wasBusy || FleetLock::isAnyHeld(operation->rooms().home, lease.name))
        needs->notAsked = kind;
    for (const NodeFacts& node : nodes ? *nodes : QList<NodeFacts>())
        needs->nodes.insert(node.digest, node.name);
    co_return Done{};
}

} // namespace

Task<ImageNeeds> imageNeeds(OperationPtr operation, int keep)
{
    auto needs = std::make_shared<ImageNeeds>();
    needs->keep = keep;
    const Result<QSet<Digest>> newest = co_await newestOf(operation);
    if (!newest)
        co_return newest.as<ImageNeeds>();
    needs->chosen = *newest;
    const Result<QList<FleetLease>> leases = leasesOf(operation->rooms().home);
    if (!leases)
        co_return leases.as<ImageNeeds>();
    for (const FleetLease& lease : *leases) {
        operation->say(Progress{Phase::Looking, {}, 0, 0});
        const Result<Done> asked = co_await askFleet(operation, lease, needs);
        if (!asked)
            co_return asked.as<ImageNeeds>();
    }
    // After the nodes: a deployment that began meanwhile is in the journal by now.
    const Result<Done> read = readJournal(*operation, *leases, *needs);
    if (!read)
        co_return read.as<ImageNeeds>();
    co_return ImageNeeds(*needs);
}

} // namespace snowmelt
