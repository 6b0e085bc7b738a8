// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/leasing.h"

#include "backend/lease/exec_lease_store.h"
#include "backend/lease/memory_lease_store.h"
#include "backend/lease/process_space.h"
#include "backend/services/control_socket.h"
#include "backend/services/fleet_steps.h"
#include "backend/services/open_deployments.h"
#include "backend/store/person.h"
#include "models/domain/planning/settled.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::seconds takeLimit{20};
constexpr std::chrono::seconds noteLimit{60};
constexpr std::chrono::seconds endLimit{10};

std::optional<NodeFacts> runningBalancer(const Blueprint& blueprint, const QList<NodeFacts>& nodes)
{
    for (const Balancer& balancer : blueprint.balancers) {
        const auto node = std::ranges::find(nodes, balancer.name, &NodeFacts::name);
        if (node != nodes.cend() && node->lifecycle == Lifecycle::Running)
            return *node;
    }
    return std::nullopt;
}

/// The simulation runs no shell: what stands for its balancer's host lives as long as its world.
std::shared_ptr<LeaseStore> storeOf(const Operation& operation, const FleetAccess& fleet, const NodeFacts& balancer)
{
    if (operation.blueprint().platform.kind == u"simulation")
        return std::make_shared<MemoryLeaseStore>(operation.rooms().memoryLeases(fleet.lease.fleetId));
    return std::make_shared<ExecLeaseStore>(fleet.platform->exec(), balancer);
}

LeaseHolder holderOf(const Operation& operation)
{
    return {personAtHost(),
            processSpace(),
            QCoreApplication::applicationPid(),
            operation.id(),
            verbOf(operation.intent()),
            subjectOf(operation.intent())};
}

/// What stands in the way is a process of this machine that is not there any more: nobody needs to be asked.
bool onlyTheDeadHold(const LeaseReading& reading, const QString& group)
{
    bool found = false;
    for (const LeaseSeen& seen : reading.leases) {
        if (seen.expired || !(seen.group.isEmpty() || group.isEmpty() || seen.group == group))
            continue;
        if (!hasDied(seen.holder))
            return false;
        found = true;
    }
    return found;
}

Task<HeldLease> take(OperationPtr operation, std::shared_ptr<FleetLeases> leases)
{
    const CallContext context = operation->context().within(takeLimit);
    const LeaseHolder holder = holderOf(*operation);
    const Result<HeldLease> held = co_await leases->take(operation->group(), holder, operation->takeOver(), context);
    if (!held.failed() || held.error().code != ErrorCode::LeaseHeld)
        co_return held;
    const Result<LeaseReading> reading = co_await leases->read(context);
    if (!reading || !onlyTheDeadHold(*reading, operation->group()))
        co_return held;
    const Result<HeldLease> taken = co_await leases->take(operation->group(), holder, ownDeath, context);
    co_return taken;
}

LeaseHooks hooksFor(const OperationPtr& operation)
{
    const std::weak_ptr<Operation> weak = operation;
    LeaseHooks hooks;
    hooks.onRequest = [weak](Command command, const QString& person, int seconds) -> std::optional<Error> {
        const OperationPtr held = weak.lock();
        const QString group = held ? held->group() : QString();
        return held ? held->tell({group, command, seconds}, person)
                    : std::optional(Error{ErrorCode::NothingToRollBack, {group}, {}});
    };
    hooks.onLost = [weak](const Error& error) {
        if (const OperationPtr held = weak.lock())
            held->loseLease(error);
    };
    return hooks;
}

/// `up` and `down` mend a balancer that cannot be asked; nobody else may go on without knowing who holds it.
bool mayDoWithout(const Operation& operation, const Error& error)
{
    const bool mends =
        std::holds_alternative<UpIntent>(operation.intent()) || std::holds_alternative<DownIntent>(operation.intent());
    return mends && error.code != ErrorCode::LeaseHeld;
}

} // namespace

Task<std::shared_ptr<FleetLeases>> leasesOf(OperationPtr operation)
{
    using Leases = std::shared_ptr<FleetLeases>;
    const Result<std::shared_ptr<const FleetAccess>> fleet = co_await openFleet(operation);
    if (fleet.failed() && fleet.error().code == ErrorCode::FleetNotUp)
        co_return Leases();
    if (!fleet)
        co_return fleet.as<Leases>();
    const Result<QList<NodeFacts>> nodes =
        co_await (*fleet)->platform->observe()->list((*fleet)->key(), operation->context().within(takeLimit));
    if (!nodes)
        co_return nodes.as<Leases>();
    const std::optional<NodeFacts> balancer = runningBalancer(operation->blueprint(), *nodes);
    if (!balancer)
        co_return Leases();
    co_return std::make_shared<FleetLeases>(storeOf(*operation, **fleet, *balancer), operation->blueprint().name);
}

Task<std::shared_ptr<LeaseKeeper>> takeLease(OperationPtr operation)
{
    using Keeper = std::shared_ptr<LeaseKeeper>;
    const Result<std::shared_ptr<FleetLeases>> leases = co_await leasesOf(operation);
    if (leases.failed() && mayDoWithout(*operation, leases.error()))
        co_return Keeper();
    if (!leases)
        co_return leases.as<Keeper>();
    if (!*leases)
        co_return Keeper();
    const Result<HeldLease> held = co_await take(operation, *leases);
    if (held.failed() && mayDoWithout(*operation, held.error()))
        co_return Keeper();
    if (!held)
        co_return held.as<Keeper>();
    if (const Result<LeaseReading> seen = (*leases)->known())
        learnFromLeases(*operation, *seen);
    const auto keeper = std::make_shared<LeaseKeeper>(*leases, *held, hooksFor(operation));
    operation->control()->noteWith(
        [keeper](EventBody body, CallContext context) { return keeper->note(std::move(body), std::move(context)); });
    operation->say(LeaseTaken{held->holder.person, held->since, held->until, held->from, held->reason});
    co_return keeper;
}

Task<Done> notePlan(OperationPtr operation, Plan plan, Reached reached)
{
    QList<EventBody> bodies{PlanMade{plan}};
    if (reached.step >= 0 && reached.step < plan.steps.size())
        bodies.append(StepBegun{reached.step, plan.steps.at(reached.step).kind});
    if (reached.goingBack)
        bodies.append(RollingBack{reached.step, QString()});
    const CallContext context = operation->context().within(noteLimit);
    Result<Done> noted = Done{};
    for (qsizetype i = 0; i < bodies.size() && noted; ++i)
        noted = co_await operation->control()->noteAhead(bodies.at(i), context);
    co_return noted;
}

Task<Done> endLease(std::shared_ptr<LeaseKeeper> keeper, Finished finished)
{
    if (!keeper)
        co_return Done{};
    const WorkLeft left = settles(finished.safety) ? WorkLeft::Done : WorkLeft::Open;
    const Result<Done> ended = co_await keeper->end(left, CallContext::cleanup(endLimit));
    co_return ended;
}

QCoro::Task<std::optional<Error>> whoHolds(OperationPtr operation, QString group)
{
    const Result<std::shared_ptr<FleetLeases>> leases = co_await leasesOf(operation);
    if (!leases || !*leases)
        co_return std::nullopt;
    const Result<LeaseReading> reading = co_await (*leases)->read(operation->context().within(takeLimit));
    if (!reading)
        co_return std::nullopt;
    for (const LeaseSeen& seen : reading->leases) {
        const bool covers = seen.group.isEmpty() || seen.group == group;
        if (covers && !seen.expired && !hasDied(seen.holder))
            co_return Error{ErrorCode::LeaseHeld,
                            {operation->blueprint().name, seen.holder.person, seen.since.toString(Qt::ISODate),
                             seen.until.toString(Qt::ISODate), seen.holder.what()},
                            {}};
    }
    co_return std::nullopt;
}

QCoro::Task<Finished> controlByLease(OperationPtr operation, ControlIntent told)
{
    const Result<std::shared_ptr<FleetLeases>> leases = co_await leasesOf(operation);
    if (!leases)
        co_return endedBy(leases, Safety::NothingTouched);
    if (!*leases)
        co_return failedWith({ErrorCode::FleetNotUp, {operation->blueprint().name}, {}}, Safety::NothingTouched);
    const LeaseRequest request{told.command, personAtHost(), told.seconds};
    const Result<Done> posted = co_await (*leases)->post(told.group, request, operation->context().within(takeLimit));
    if (!posted)
        co_return endedBy(posted, Safety::Unchanged);
    if (!waitsForTheEnd(told.command))
        co_return heard();
    const Result<LeaseReading> over = co_await (*leases)->awaitFree(told.group, operation->context());
    if (!over)
        co_return endedBy(over, Safety::Uncertain);
    const bool open = over->workOf(told.group) != nullptr;
    if (told.command == Command::RollBack && open)
        co_return failedWith({ErrorCode::DeploymentOpen, {told.group, u"swap"_qs}, {}}, Safety::Uncertain);
    co_return heard();
}

} // namespace snowmelt
