// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/backend.h"

#include "backend/execution/completion.h"
#include "backend/services/open_deployments.h"
#include "backend/services/person_asker.h"
#include "backend/services/verbs.h"
#include "backend/store/person.h"
#include "models/domain/platform_verbs.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>

#include <algorithm>

namespace snowmelt {

namespace {

QCoro::Task<Finished> runIntent(OperationPtr operation)
{
    return std::visit(
        [&operation](const auto& intent) -> QCoro::Task<Finished> {
            if constexpr (std::is_same_v<std::decay_t<decltype(intent)>, ControlIntent>)
                Q_UNREACHABLE(); // the backend's own, it needs the other operations
            else
                return runVerb(operation, intent);
        },
        operation->intent());
}

/// What the act takes of its fleet: its group, or everything.
QStringList partsOf(const Operation& operation)
{
    if (!operation.group().isEmpty())
        return {operation.group()};
    QStringList parts{QString()};
    for (const Group& group : operation.blueprint().groups)
        parts.append(group.name);
    return parts;
}

bool meet(const QStringList& one, const QStringList& other)
{
    return std::ranges::any_of(one, [&other](const QString& part) { return other.contains(part); });
}

/// `resume` without a group means the only deployment that is open.
std::optional<Error> resolveGroup(Operation& operation)
{
    const auto* resume = std::get_if<ResumeIntent>(&operation.intent());
    if (!resume || !resume->group.isEmpty())
        return std::nullopt;
    QStringList open;
    for (const OpenRecord& record : openRecords(operation))
        open.append(record.open.plan.group);
    if (open.isEmpty())
        return Error{ErrorCode::DeploymentUnknown, {operation.blueprint().name}, {}};
    if (open.size() > 1)
        return Error{ErrorCode::DeploymentOpen, {open.join(QStringLiteral(", "))}, {}};
    operation.setGroup(open.first());
    return std::nullopt;
}

} // namespace

Backend::Backend(const QString& home, Operation::Sink sink) : m_rooms(home), m_sink(std::move(sink)) {}
Backend::~Backend() = default;

void Backend::start(const OperationId& id, const Request& request)
{
    const auto operation = std::make_shared<Operation>(id, request, m_rooms, m_sink);
    m_running.emplace(id, operation);
    run(operation);
}

void Backend::cancel(const OperationId& id)
{
    if (const auto found = m_running.find(id); found != m_running.end())
        found->second->cancel();
}

void Backend::answer(const OperationId& id, const AccessAnswer& answer)
{
    m_rooms.asker->answer(id, answer);
}

void Backend::finishAll()
{
    const auto running = m_running; // a cancelled one may end at once
    for (const auto& [id, operation] : running)
        operation->cancel();
    QEventLoop loop;
    connect(this, &Backend::idle, &loop, &QEventLoop::quit);
    // What was queued behind the event that runs this is not looked at by a loop within it until something wakes it.
    QAbstractEventDispatcher::instance()->wakeUp();
    if (!m_running.empty())
        loop.exec();
    (void)QCoro::waitFor(m_rooms.asker->settled());
}

QCoro::Task<> Backend::run(OperationPtr operation)
{
    operation->say(Started{verbOf(operation->intent()), operation->blueprint().name, subjectOf(operation->intent())});
    m_rooms.asker->enter({operation->id(), operation->context().cancel, operation->isAttended(), operation->voice()});
    // Held until the end is journaled and told: a second operator comes after it, who asked to roll back hears of it.
    Hold hold;
    Finished finished;
    if (const auto refused = notOnPlatform(operation->blueprint(), operation->intent())) {
        finished = failedWith(*refused, Safety::NothingTouched);
    } else if (const auto* intent = std::get_if<ControlIntent>(&operation->intent())) {
        finished = co_await control(operation, *intent);
    } else if (!operation->needsFleet()) {
        finished = co_await runIntent(operation);
    } else if (const Result<Hold> taken = takeFleet(operation); taken) {
        hold = *taken;
        finished = co_await runAlone(operation, hold);
    } else {
        finished = endedBy(taken, Safety::NothingTouched);
    }
    m_rooms.asker->leave(operation->id());
    m_running.erase(operation->id());
    operation->finish(finished);
    if (m_running.empty())
        Q_EMIT idle();
}

Result<Backend::Hold> Backend::takeFleet(const OperationPtr& operation)
{
    if (const auto error = resolveGroup(*operation))
        return *error;
    if (const auto error = busy(*operation))
        return *error;
    const QString fleet = operation->blueprint().name;
    const Result<std::shared_ptr<FleetLock>> lock = FleetLock::take(m_rooms.home, fleet, partsOf(*operation));
    if (!lock)
        return lock.as<Hold>();
    if (operation->journalFailure())
        return *operation->journalFailure();
    if (operation->group().isEmpty()) {
        closeDeadRecords(*operation);
        return Hold{*lock, nullptr, nullptr};
    }
    return Hold{*lock, std::make_shared<ControlSocket>(m_rooms.home, operation), nullptr};
}

/// The home's own lock comes first: it is free, and the lease is asked for once per home.
QCoro::Task<Finished> Backend::runAlone(OperationPtr operation, Hold hold)
{
    if (!std::exchange(m_swept, true)) {
        // What cannot be swept is in the way of builds alone, and they say so.
        (void)co_await m_rooms.builder.sweep(operation->context());
    }
    const Result<std::shared_ptr<LeaseKeeper>> lease = co_await takeLease(operation);
    if (!lease)
        co_return endedBy(lease, Safety::NothingTouched);
    hold.lease = *lease;
    // Its host goes with the fleet: that nobody else held it when this began is what counts.
    if (std::holds_alternative<DownIntent>(operation->intent())) {
        const Finished nothingLeft;
        (void)co_await endLease(hold.lease, nothingLeft);
    }
    const Finished finished = co_await runIntent(operation);
    (void)co_await endLease(hold.lease, finished); // one that cannot be given back expires
    co_return finished;
}

QCoro::Task<Finished> Backend::control(OperationPtr operation, ControlIntent intent)
{
    const OperationPtr deployment = deploymentOf(operation->blueprint().name, intent.group);
    if (!deployment) {
        const Finished elsewhere = co_await controlElsewhere(operation, intent);
        if (!elsewhere.error || elsewhere.error->code != ErrorCode::NothingToRollBack)
            co_return elsewhere;
        const Finished far = co_await controlByLease(operation, intent);
        const bool nobody = far.error && far.error->code == ErrorCode::NothingToRollBack;
        co_return nobody ? elsewhere : far; // the home's own answer knows what to swap back to
    }
    Completion over;
    const auto end = std::make_shared<Finished>();
    deployment->listen([over, end](const Event& event) mutable {
        if (const auto* finished = std::get_if<Finished>(&event.body)) {
            *end = *finished;
            over.fire();
        }
    });
    if (const std::optional<Error> refused = deployment->tell(intent, personAtHost()))
        co_return failedWith(*refused, Safety::Unchanged);
    if (!waitsForTheEnd(intent.command))
        co_return heard();
    co_await over;
    co_return controlEnd(*end, intent);
}

OperationPtr Backend::deploymentOf(const QString& fleet, const QString& group) const
{
    for (const auto& [id, operation] : m_running) {
        if (operation->blueprint().name == fleet && operation->needsFleet() && operation->group() == group)
            return operation;
    }
    return nullptr;
}

std::optional<Error> Backend::busy(const Operation& operation) const
{
    for (const auto& [id, other] : m_running) {
        const bool sameFleet = other->blueprint().name == operation.blueprint().name;
        const bool both = id != operation.id() && sameFleet && other->needsFleet();
        if (both && meet(partsOf(*other), partsOf(operation)))
            return Error{ErrorCode::FleetBusy, {operation.blueprint().name, verbOf(other->intent())}, {}};
    }
    return std::nullopt;
}

} // namespace snowmelt
