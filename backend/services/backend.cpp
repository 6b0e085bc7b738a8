// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/backend.h"

#include "backend/execution/completion.h"
#include "backend/services/leftovers.h"
#include "backend/services/verbs.h"

#include <QEventLoop>

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

QString deployedGroup(const Operation& operation)
{
    if (const auto* swap = std::get_if<SwapIntent>(&operation.intent()))
        return swap->group;
    if (const auto* rebirth = std::get_if<RebirthIntent>(&operation.intent()))
        return rebirth->node.section(u'-', 0, -2);
    return {};
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

void Backend::finishAll()
{
    const auto running = m_running; // a cancelled one may end at once
    for (const auto& [id, operation] : running)
        operation->cancel();
    QEventLoop loop;
    connect(this, &Backend::idle, &loop, &QEventLoop::quit);
    if (!m_running.empty())
        loop.exec();
}

QCoro::Task<> Backend::run(OperationPtr operation)
{
    operation->say(Started{verbOf(operation->intent()), operation->blueprint().name, subjectOf(operation->intent())});
    // Held until the end is journaled and told: a second operator comes after it, who asked to roll back hears of it.
    Hold hold;
    Finished finished;
    if (const auto* intent = std::get_if<ControlIntent>(&operation->intent())) {
        finished = co_await rollBack(operation, *intent);
    } else if (!operation->needsFleet()) {
        finished = co_await runIntent(operation);
    } else if (const Result<Hold> taken = takeFleet(operation); taken) {
        hold = *taken;
        finished = co_await runSwept(operation);
    } else {
        finished = endedBy(taken, Safety::NothingTouched);
    }
    m_running.erase(operation->id());
    operation->finish(finished);
    if (m_running.empty())
        Q_EMIT idle();
}

Result<Backend::Hold> Backend::takeFleet(const OperationPtr& operation)
{
    if (const auto error = busy(*operation))
        return *error;
    const QString fleet = operation->blueprint().name;
    const Result<std::shared_ptr<FleetLock>> lock = FleetLock::take(m_rooms.home, fleet);
    if (!lock)
        return lock.as<Hold>();
    if (operation->journalFailure())
        return *operation->journalFailure();
    const auto find = [this, fleet](const QString& group) { return deploymentOf(fleet, group); };
    return Hold{*lock, std::make_shared<ControlSocket>(m_rooms.home, fleet, find)};
}

QCoro::Task<Finished> Backend::runSwept(OperationPtr operation)
{
    if (!std::exchange(m_swept, true)) {
        (void)co_await m_rooms.builder.sweep(); // what cannot be swept is in the way of builds alone, and they say so
    }
    const std::optional<Finished> stopped = co_await endLeftovers(operation);
    if (stopped)
        co_return *stopped;
    const Finished finished = co_await runIntent(operation);
    co_return finished;
}

QCoro::Task<Finished> Backend::rollBack(OperationPtr operation, ControlIntent intent)
{
    const QString fleet = operation->blueprint().name;
    const OperationPtr deployment = deploymentOf(fleet, intent.group);
    if (!deployment) {
        const Finished elsewhere = co_await rollBackElsewhere(operation, intent.group);
        co_return elsewhere;
    }
    Completion over;
    std::optional<Finished> end;
    deployment->listen([over, &end](const Event& event) mutable {
        if (const auto* finished = std::get_if<Finished>(&event.body)) {
            end = *finished;
            over.fire();
        }
    });
    deployment->rollBack();
    co_await over;
    co_return rollBackEnd(*end, intent.group);
}

OperationPtr Backend::deploymentOf(const QString& fleet, const QString& group) const
{
    for (const auto& [id, operation] : m_running) {
        if (operation->blueprint().name == fleet && deployedGroup(*operation) == group)
            return operation;
    }
    return nullptr;
}

std::optional<Error> Backend::busy(const Operation& operation) const
{
    for (const auto& [id, other] : m_running) {
        const bool sameFleet = other->blueprint().name == operation.blueprint().name;
        if (id != operation.id() && sameFleet && other->needsFleet())
            return Error{ErrorCode::FleetBusy, {operation.blueprint().name, verbOf(other->intent())}, {}};
    }
    return std::nullopt;
}

} // namespace snowmelt
