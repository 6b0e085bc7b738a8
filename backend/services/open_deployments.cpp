// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/open_deployments.h"

#include "backend/services/fleet_lock.h"
#include "backend/services/leasing.h"
#include "models/domain/event_json.h"

#include <algorithm>

namespace snowmelt {

namespace {

void fold(OpenRecord& record, const Event& event)
{
    if (const auto* made = std::get_if<PlanMade>(&event.body)) {
        // The next batch of a rebirth begins anew; the same plan again is one that was taken up.
        if (!record.open.plan.steps.isEmpty() && !(record.open.plan == made->plan))
            record.reached = {};
        record.open.plan = made->plan;
    } else if (const auto* begun = std::get_if<StepBegun>(&event.body))
        record.reached.step = begun->step;
    else if (std::holds_alternative<RollingBack>(event.body))
        record.reached.goingBack = true;
    else if (const auto* failed = std::get_if<StepFailed>(&event.body))
        record.open.error = failed->error;
    else if (const auto* finished = std::get_if<Finished>(&event.body); finished && finished->error)
        record.open.error = finished->error;
}

OpenRecord readRecord(const Journal& journal, const OpenEntry& entry)
{
    OpenRecord record;
    record.operation = entry.entry.operation;
    record.open.verb = entry.entry.verb;
    record.open.person = entry.entry.person;
    record.open.startedAt = entry.entry.startedAt;
    record.open.died = !entry.entry.endedAt.isValid();
    record.open.plan.group = entry.group;
    const Result<QList<Event>> events = journal.events(entry.entry.operation);
    if (events.failed())
        record.open.error = events.error();
    for (const Event& event : events.ok() ? *events : QList<Event>())
        fold(record, event);
    record.open.step = record.reached.step;
    record.open.goingBack = record.reached.goingBack;
    return record;
}

/// None without a journal, or when it cannot be asked.
QList<OpenEntry> openEntries(const Operation& operation)
{
    const Journal* journal = operation.rooms().journal.get();
    const auto entries = journal ? journal->openDeployments(operation.blueprint().name) : QList<OpenEntry>();
    return entries.ok() ? *entries : QList<OpenEntry>();
}

/// These hold the fleet; builds and scans without an end may be under way in another process.
bool heldTheFleet(const HistoryEntry& entry)
{
    static const QStringList verbs{u"swap"_qs, u"rebirth"_qs, u"resume"_qs, u"orphans"_qs, u"up"_qs, u"down"_qs};
    return verbs.contains(entry.verb);
}

/// An open deployment of another machine, as if it had been journaled here. What cannot be written is learned the next
/// time.
void learnOpen(Journal& journal, const QString& fleet, const LeaseWork& work)
{
    const Result<Plan> plan = planFromJson(work.plan);
    if (!plan || plan->deployment.isEmpty())
        return;
    const OperationId id = plan->deployment;
    const QList<Event> told = journal.events(id).ok() ? *journal.events(id) : QList<Event>();
    const bool isKnown = std::ranges::any_of(told, [&plan](const Event& event) {
        const auto* made = std::get_if<PlanMade>(&event.body);
        return made && made->plan == *plan;
    });
    if (isKnown)
        return; // open here, or it was and is settled; a later batch of the same operation has another plan
    (void)journal.noteForeign(
        {id, work.holder.verb, fleet, work.holder.subject, work.holder.person, work.since, {}, {}});
    QList<EventBody> bodies{PlanMade{*plan}};
    if (work.step >= 0 && work.step < plan->steps.size())
        bodies.append(StepBegun{work.step, plan->steps.at(work.step).kind});
    if (work.goingBack)
        bodies.append(RollingBack{work.step, u"asked"_qs});
    for (const EventBody& body : bodies)
        (void)journal.append({id, work.since, body});
}

} // namespace

QList<OpenRecord> openRecords(const Operation& operation)
{
    QList<OpenRecord> records;
    for (const OpenEntry& entry : openEntries(operation))
        records.append(readRecord(*operation.rooms().journal, entry));
    return records;
}

QList<OpenDeployment> abandonedDeployments(const Operation& operation, const FleetState& seen)
{
    QList<OpenDeployment> open;
    // Asked with every look of a watch: the long story of one that runs is not read for it.
    for (const OpenEntry& entry : openEntries(operation)) {
        if (!FleetLock::isHeld(operation.rooms().home, operation.blueprint().name, entry.group))
            open.append(judged(readRecord(*operation.rooms().journal, entry).open, seen));
    }
    return open;
}

std::optional<OpenRecord> openRecordOf(const Operation& operation, const QString& group)
{
    const QList<OpenRecord> records = openRecords(operation);
    const auto found = std::find_if(records.cbegin(), records.cend(), [&](const OpenRecord& record) {
        return record.open.plan.group == group && record.operation != operation.id();
    });
    return found == records.cend() ? std::nullopt : std::optional(*found);
}

void learnFromLeases(const Operation& operation, const LeaseReading& reading)
{
    Journal* journal = operation.rooms().journal.get();
    if (!journal)
        return;
    const QList<OpenRecord> known = openRecords(operation);
    for (const LeaseWork& work : reading.work)
        learnOpen(*journal, operation.blueprint().name, work);
    for (const OpenRecord& record : known) {
        const auto took = [&record](const LeaseTurn& turn) {
            return turn.fromOperation == record.operation && turn.reason != ownDeath;
        };
        if (!reading.workOf(record.open.plan.group) && std::ranges::any_of(reading.turns, took))
            (void)journal->closeDeployment(record.operation); // who took it over has ended it
    }
}

void closeVanished(const Operation& operation, const QList<NodeFacts>& nodes)
{
    const auto isThere = [&nodes](const PlannedNode& planned) {
        return std::ranges::find(nodes, planned.name, &NodeFacts::name) != nodes.cend();
    };
    for (const OpenRecord& record : openRecords(operation)) {
        const Plan& plan = record.open.plan;
        const bool gone = std::ranges::none_of(plan.blue, isThere) && std::ranges::none_of(plan.green, isThere);
        if (gone && !plan.steps.isEmpty())
            (void)operation.rooms().journal->closeDeployment(record.operation);
    }
}

void closeDeadRecords(const Operation& operation)
{
    Journal* journal = operation.rooms().journal.get();
    const auto unfinished = journal ? journal->unfinished(operation.blueprint().name) : QList<HistoryEntry>();
    if (!unfinished)
        return;
    const QList<OpenRecord> open = openRecords(operation);
    for (const HistoryEntry& entry : *unfinished) {
        const bool isOpen = std::ranges::find(open, entry.operation, &OpenRecord::operation) != open.cend();
        if (entry.operation == operation.id() || isOpen || !heldTheFleet(entry))
            continue;
        // A record that cannot be written leaves the act open: the next one tries again.
        const Finished died{OutcomeKind::Cancelled, Safety::Uncertain, {}, 0};
        (void)journal->append({entry.operation, QDateTime::currentDateTimeUtc(), died});
    }
}

} // namespace snowmelt
