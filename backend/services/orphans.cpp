// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/orphans.h"

#include "backend/services/fleet_lock.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/leftovers.h"
#include "backend/services/open_deployments.h"
#include "backend/services/verbs.h"

#include <QFile>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds orphanLookLimit{20};
constexpr std::chrono::seconds removeLimit{120};

struct Found
{
    QList<Orphan> nodes; ///< of the fleet
    QList<Leftover> rest;
    QList<Orphan> all() const
    {
        QList<Orphan> orphans = nodes;
        for (const Leftover& one : rest)
            orphans.append(one.orphan);
        return orphans;
    }
};

/// Blue's image stays for the way back, green's for a second try.
QSet<QString> imagesOf(const QList<Plan>& plans)
{
    QSet<QString> digests;
    for (const Plan& plan : plans) {
        digests.insert(plan.toDigest.hex());
        for (const PlannedNode& node : plan.blue)
            digests.insert(node.digest.hex());
    }
    return digests;
}

/// Those whose blueprint file is gone. A fleet somebody works on is not forsaken.
QSet<QString> forsakenOf(const QString& home, const QList<FleetLease>& leases)
{
    QSet<QString> ids;
    for (const FleetLease& lease : leases) {
        if (!QFile::exists(lease.blueprintPath) && !FleetLock::isHeld(home, lease.name, QString()))
            ids.insert(lease.fleetId);
    }
    return ids;
}

Result<HomeView> viewOfHome(const Operation& operation, const FleetAccess& fleet, const QList<Plan>& spoken)
{
    HomeView home{fleet.key(), operation.blueprint(), {}, {}, imagesOf(spoken)};
    const Result<QList<FleetLease>> leases = leasesOf(operation.rooms().home);
    if (!leases)
        return leases.as<HomeView>();
    const Result<QList<ImageRecord>> images = operation.rooms().store.list();
    if (!images)
        return images.as<HomeView>();
    home.leases = *leases;
    home.forsaken = forsakenOf(operation.rooms().home, *leases);
    for (const ImageRecord& image : *images)
        home.images.insert(image.digest.hex());
    // What a trial made is its build's, or the next sweep's.
    for (const TrialMark& trial : trialMarks(operation.rooms().home)) {
        home.leases.append(FleetLease{trial.fleet.id, trial.fleet.name, {}, 0, {}});
        for (const Digest& image : trial.images)
            home.images.insert(image.hex());
    }
    return home;
}

Task<QList<Leftover>> lookForLeftovers(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet,
                                       QList<Plan> spoken)
{
    Possessions* possessions = fleet->platform->possessions();
    if (!possessions)
        co_return QList<Leftover>();
    const Result<HomeView> home = viewOfHome(*operation, *fleet, spoken);
    if (!home)
        co_return home.as<QList<Leftover>>();
    const Result<QList<Possession>> there = co_await possessions->list(operation->context().within(orphanLookLimit));
    if (!there)
        co_return there.as<QList<Leftover>>();
    co_return findLeftovers(*home, *there);
}

Task<Found> lookForOrphans(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet)
{
    const Result<FleetState> seen = co_await lookAtFleet(operation, fleet);
    if (!seen)
        co_return seen.as<Found>();
    const Result<QList<NodeFacts>> facts =
        co_await fleet->platform->observe()->list(fleet->key(), operation->context().within(orphanLookLimit));
    if (!facts)
        co_return facts.as<Found>();
    QList<Plan> spoken;
    for (const OpenRecord& record : openRecords(*operation))
        spoken.append(record.open.plan);
    const Result<QList<Leftover>> rest = co_await lookForLeftovers(operation, fleet, spoken);
    if (!rest)
        co_return rest.as<Found>();
    co_return Found{findOrphans(operation->blueprint(), *facts, *seen, spoken), *rest};
}

/// Those of these names; NotAnOrphan {name} for the first that is none.
Result<Found> chosen(const Found& found, const QStringList& names)
{
    Found wanted;
    for (const QString& name : names) {
        const auto node = std::ranges::find(found.nodes, name, &Orphan::name);
        const auto other = std::ranges::find_if(found.rest, [&](const Leftover& it) { return it.orphan.name == name; });
        if (node != found.nodes.cend())
            wanted.nodes.append(*node);
        else if (other != found.rest.cend())
            wanted.rest.append(*other);
        else
            return Error{ErrorCode::NotAnOrphan, {name}, {}};
    }
    return wanted;
}

/// A container before the network and the volume it holds.
QList<Leftover> inOrder(QList<Leftover> rest)
{
    std::ranges::stable_sort(rest, {}, [](const Leftover& it) { return it.orphan.kind != OrphanKind::Node; });
    return rest;
}

Task<Done> removeLeftover(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, Leftover leftover)
{
    operation->say(Progress{Phase::CleaningUp, {leftover.orphan.name}, 0, 0});
    if (leftover.lease)
        co_return operation->rooms().registry.release(*leftover.lease);
    Possessions* possessions = fleet->platform->possessions();
    const Result<Done> gone =
        co_await possessions->remove(*leftover.possession, operation->context().within(removeLimit));
    co_return gone;
}

Task<Done> removeAll(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, Found found)
{
    for (const Orphan& orphan : found.nodes) {
        const Result<Done> removed = co_await removeOrphan(fleet, orphan, operation->voice(), operation->context());
        if (!removed)
            co_return removed;
    }
    for (const Leftover& leftover : inOrder(found.rest)) {
        const Result<Done> removed = co_await removeLeftover(operation, fleet, leftover);
        if (!removed)
            co_return removed;
    }
    co_return Done{};
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, OrphansIntent intent)
{
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return endedBy(fleet, Safety::Unchanged);
    Result<Found> found = co_await lookForOrphans(operation, *fleet);
    if (!found)
        co_return endedBy(found, Safety::Unchanged);
    if (!intent.remove.isEmpty()) {
        const Result<Found> wanted = chosen(*found, intent.remove);
        if (!wanted)
            co_return endedBy(wanted, Safety::NothingTouched);
        const Result<Done> removed = co_await removeAll(operation, *fleet, *wanted);
        if (!removed)
            co_return endedBy(removed, Safety::PartlyDown);
        found = co_await lookForOrphans(operation, *fleet);
        if (!found)
            co_return endedBy(found, Safety::Uncertain);
    }
    const QList<Orphan> orphans = found->all();
    operation->say(OrphansSeen{orphans});
    const bool asked = !intent.remove.isEmpty();
    const OutcomeKind outcome = asked || orphans.isEmpty() ? OutcomeKind::Done : OutcomeKind::Differences;
    co_return Finished{outcome, asked ? Safety::AsWanted : Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
