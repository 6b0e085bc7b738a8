// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/fleet/up.h"
#include "backend/services/rooms.h"
#include "models/domain/event.h"
#include "models/domain/intent.h"

#include <QElapsedTimer>

#include <functional>
#include <memory>

namespace snowmelt {

/// One running operation: its request, its way to be stopped, and its voice. Lives on the backend thread.
class Operation
{
public:
    using Sink = std::function<void(const Event&)>;

    Operation(OperationId id, Request request, Rooms& rooms, Sink sink);

    const OperationId& id() const { return m_id; }
    const Blueprint& blueprint() const { return m_request.blueprint; }
    const Intent& intent() const { return m_request.intent; }
    Rooms& rooms() const { return m_rooms; }

    /// Acts change something and are journaled; looks are not.
    bool isAct() const;
    /// Acts that need the fleet for themselves.
    bool needsFleet() const;

    CallContext context() const { return {m_cancel.token(), QDeadlineTimer(QDeadlineTimer::Forever)}; }
    CancelToken rollBackAsked() const { return m_rollBack.token(); }
    void cancel() { m_cancel.cancel(); }
    void rollBack() { m_rollBack.cancel(); }

    /// Journals the event when this is an act, durably, then tells it. A journal that cannot be written cancels the
    /// operation: an act without its record would not be recoverable.
    void say(EventBody body);
    Emit voice();
    void finish(Finished finished);
    const std::optional<Error>& journalFailure() const { return m_journalFailure; }

    /// Whoever else wants to hear: another process that asked for the rollback.
    void listen(Sink sink) { m_sinks.push_back(std::move(sink)); }

private:
    void record(const Event& event);

    OperationId m_id;
    Request m_request;
    Rooms& m_rooms;
    std::vector<Sink> m_sinks;
    CancelSource m_cancel;
    CancelSource m_rollBack;
    QElapsedTimer m_clock;
    std::optional<Error> m_journalFailure;
};

using OperationPtr = std::shared_ptr<Operation>;

/// The end of an operation that got a Result: as wanted, failed or cancelled.
Finished failedWith(const Error& error, Safety safety);
template <typename T>
Finished endedBy(const Result<T>& result, Safety whenStopped, Safety whenDone = Safety::AsWanted)
{
    if (result.failed())
        return failedWith(result.error(), whenStopped);
    if (result.cancelled())
        return {OutcomeKind::Cancelled, whenStopped, std::nullopt, 0};
    return {OutcomeKind::Done, whenDone, std::nullopt, 0};
}

} // namespace snowmelt
