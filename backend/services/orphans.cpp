// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/orphans.h"

#include "backend/services/fleet_steps.h"
#include "backend/services/open_deployments.h"
#include "backend/services/verbs.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds lookLimit{20};

Task<QList<Orphan>> lookForOrphans(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet)
{
    const Result<FleetState> seen = co_await lookAtFleet(operation, fleet);
    if (!seen)
        co_return seen.as<QList<Orphan>>();
    const Result<QList<NodeFacts>> facts =
        co_await fleet->platform->observe()->list(fleet->key(), operation->context().within(lookLimit));
    if (!facts)
        co_return facts.as<QList<Orphan>>();
    QList<Plan> spoken;
    for (const OpenRecord& record : openRecords(*operation))
        spoken.append(record.open.plan);
    co_return findOrphans(operation->blueprint(), *facts, *seen, spoken);
}

/// The orphans of these names; NotAnOrphan {name} for the first that is none.
Result<QList<Orphan>> chosen(const QList<Orphan>& orphans, const QStringList& names)
{
    QList<Orphan> found;
    for (const QString& name : names) {
        const auto it = std::ranges::find(orphans, name, &Orphan::name);
        if (it == orphans.cend())
            return Error{ErrorCode::NotAnOrphan, {name}, {}};
        found.append(*it);
    }
    return found;
}

Task<Done> removeAll(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, QList<Orphan> orphans)
{
    for (const Orphan& orphan : orphans) {
        const Result<Done> removed = co_await removeOrphan(fleet, orphan, operation->voice(), operation->context());
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
    Result<QList<Orphan>> orphans = co_await lookForOrphans(operation, *fleet);
    if (!orphans)
        co_return endedBy(orphans, Safety::Unchanged);
    if (!intent.remove.isEmpty()) {
        const Result<QList<Orphan>> wanted = chosen(*orphans, intent.remove);
        if (!wanted)
            co_return endedBy(wanted, Safety::NothingTouched);
        const Result<Done> removed = co_await removeAll(operation, *fleet, *wanted);
        if (!removed)
            co_return endedBy(removed, Safety::PartlyDown);
        orphans = co_await lookForOrphans(operation, *fleet);
        if (!orphans)
            co_return endedBy(orphans, Safety::Uncertain);
    }
    operation->say(OrphansSeen{*orphans});
    const bool asked = !intent.remove.isEmpty();
    const OutcomeKind outcome = asked || orphans->isEmpty() ? OutcomeKind::Done : OutcomeKind::Differences;
    co_return Finished{outcome, asked ? Safety::AsWanted : Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
