// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/leftovers.h"

#include "backend/deploy/deployer.h"
#include "backend/services/fleet_steps.h"

namespace snowmelt {

namespace {

struct Abandoned
{
    OperationId operation;
    std::optional<Plan> plan; ///< nothing: `up` and `down`, which the next one goes on with, or died before it had one
    Reached reached;          ///< nothing likewise
};

Abandoned readAbandoned(const OperationId& operation, const QList<Event>& events)
{
    Abandoned found{operation, {}, {}};
    for (const Event& event : events) {
        if (const auto* made = std::get_if<PlanMade>(&event.body))
            found.plan = made->plan;
        else if (const auto* step = std::get_if<StepBegun>(&event.body))
            found.reached.step = step->step;
        else if (std::holds_alternative<RollingBack>(event.body))
            found.reached.goingBack = true;
    }
    return found;
}

/// Builds and scans without an end may be under way in another process; these hold the fleet, which is ours now.
bool heldTheFleet(const HistoryEntry& entry)
{
    return entry.verb == u"swap" || entry.verb == u"rebirth" || entry.verb == u"up" || entry.verb == u"down";
}

QList<Abandoned> abandonedIn(const Operation& operation)
{
    QList<Abandoned> found;
    const Journal* journal = operation.rooms().journal.get();
    const auto unfinished = journal ? journal->unfinished(operation.blueprint().name) : QList<HistoryEntry>();
    if (!unfinished)
        return found;
    for (const HistoryEntry& entry : *unfinished) {
        if (entry.operation == operation.id() || !heldTheFleet(entry))
            continue;
        if (const auto events = journal->events(entry.operation); events.ok())
            found.append(readAbandoned(entry.operation, *events));
    }
    return found;
}

void record(const OperationPtr& operation, const OperationId& dead, EventBody body)
{
    // A record that cannot be written leaves the deployment open: the next act tries again.
    (void)operation->rooms().journal->append({dead, QDateTime::currentDateTimeUtc(), std::move(body)});
}

/// Steps are told under the operation they belong to, progress under the one that a person watches.
Emit voiceOf(const OperationPtr& operation, const OperationId& dead)
{
    return [operation, dead](EventBody body) {
        if (std::holds_alternative<Progress>(body))
            operation->say(std::move(body));
        else
            record(operation, dead, std::move(body));
    };
}

Task<DeployEnd> endOne(OperationPtr operation, std::shared_ptr<const FleetAccess> fleet, Abandoned abandoned)
{
    const int step = abandoned.reached.step;
    if (!abandoned.plan || step < 0 || step >= abandoned.plan->steps.size())
        co_return DeployEnd{OutcomeKind::Cancelled, Safety::Uncertain, {}};
    operation->say(Progress{Phase::CleaningUp, {}, 0, 0});
    const Emit voice = voiceOf(operation, abandoned.operation);
    const Result<DeployEnd> end = co_await finishAbandoned(fleet, *abandoned.plan, abandoned.reached, voice);
    co_return end;
}

} // namespace

QCoro::Task<std::optional<Finished>> endLeftovers(OperationPtr operation)
{
    const QList<Abandoned> leftovers = abandonedIn(*operation);
    // Down takes everything anyway.
    if (leftovers.isEmpty() || std::holds_alternative<DownIntent>(operation->intent()))
        co_return std::nullopt;
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (!fleet)
        co_return std::nullopt; // the act itself will say why
    for (const Abandoned& abandoned : leftovers) {
        const Result<DeployEnd> end = co_await endOne(operation, *fleet, abandoned);
        const std::optional<Error> error = end.failed() ? std::optional(end.error()) : end->error;
        if (!error)
            record(operation, abandoned.operation, Finished{end->outcome, end->safety, {}, 0});
        // A fleet that stands still, after a reboot, is first brought up; the next act tries again.
        else if (!std::holds_alternative<UpIntent>(operation->intent()))
            co_return failedWith(*error, end.ok() ? end->safety : Safety::Uncertain);
    }
    co_return std::nullopt;
}

} // namespace snowmelt
