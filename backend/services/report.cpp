// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/verbs.h"
#include "models/domain/event_json.h"

#include <algorithm>

namespace snowmelt {

namespace {

bool isDeployment(const HistoryEntry& entry)
{
    return entry.verb == u"swap" || entry.verb == u"rebirth";
}

/// The act of this id; empty: the latest deployment.
Result<HistoryEntry> entryOf(const Operation& operation, const OperationId& id)
{
    const Rooms& rooms = operation.rooms();
    if (!rooms.journal)
        return *rooms.journalError;
    const Result<QList<HistoryEntry>> all = rooms.journal->history(operation.blueprint().name, -1);
    if (!all)
        return all.as<HistoryEntry>();
    const auto found = std::find_if(all->cbegin(), all->cend(), [&id](const HistoryEntry& entry) {
        return id.isEmpty() ? isDeployment(entry) : entry.operation == id;
    });
    if (found == all->cend())
        return Error{ErrorCode::DeploymentUnknown, {id}, {}};
    return *found;
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, ReportIntent intent)
{
    const Result<HistoryEntry> entry = entryOf(*operation, intent.deployment);
    if (!entry)
        co_return endedBy(entry, Safety::Unchanged);
    const Result<QList<Event>> events = operation->rooms().journal->events(entry->operation);
    if (!events)
        co_return endedBy(events, Safety::Unchanged);
    operation->say(ReportMade{reportOf(*entry, *events)});
    co_return Finished{OutcomeKind::Done, Safety::Unchanged, std::nullopt, 0};
}

QCoro::Task<Finished> runVerb(OperationPtr operation, ReplayIntent intent)
{
    const Result<HistoryEntry> entry = entryOf(*operation, intent.operation);
    if (!entry)
        co_return endedBy(entry, Safety::Unchanged);
    const Result<QList<Event>> events = operation->rooms().journal->events(entry->operation);
    if (!events)
        co_return endedBy(events, Safety::Unchanged);
    for (const Event& event : *events)
        operation->say(Recorded{toJson(event)});
    co_return Finished{OutcomeKind::Done, Safety::Unchanged, std::nullopt, 0};
}

} // namespace snowmelt
