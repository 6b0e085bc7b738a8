// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/blocking.h"
#include "backend/services/verbs.h"
#include "backend/store/drift_store.h"

namespace snowmelt {

namespace {

Result<DriftHistory> readHistory(const QString& home, const QString& fleet, const DriftHistoryIntent& intent)
{
    const Result<std::unique_ptr<DriftStore>> store = DriftStore::open(home);
    if (!store)
        return store.as<DriftHistory>();
    return (*store)->history(fleet, intent.nodes, intent.group, intent.gone);
}

bool hasPart(const Blueprint& blueprint, const QString& name)
{
    return blueprint.findGroup(name) || blueprint.findBalancer(name) || blueprint.findDatabase(name);
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, DriftHistoryIntent intent)
{
    const QString home = operation->rooms().home;
    const QString fleet = operation->blueprint().name;
    if (!intent.group.isEmpty() && !hasPart(operation->blueprint(), intent.group))
        co_return failedWith({ErrorCode::GroupUnknown, {intent.group}, {}}, Safety::Unchanged);
    const std::function<Result<DriftHistory>()> work = [home, fleet, intent] {
        return readHistory(home, fleet, intent);
    };
    const Result<DriftHistory> history = co_await runBlocking<DriftHistory>(work);
    if (!history)
        co_return endedBy(history, Safety::Unchanged);
    operation->say(DriftHistoryRead{*history});
    co_return Finished{OutcomeKind::Done, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
