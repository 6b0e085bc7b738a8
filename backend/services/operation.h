// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/control.h"
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
    /// Why the lease is taken from its holder; empty: it is not.
    const QString& takeOver() const { return m_request.takeOver; }
    Rooms& rooms() const { return m_rooms; }

    /// Acts change something and are journaled; looks are not.
    bool isAct() const;
    /// Acts that change nothing but what is known: a journal that cannot be written is told and stops none.
    bool isLook() const;
    /// Acts that need the fleet, or one group of it, for themselves.
    bool needsFleet() const;
    /// It looks at hosts, and a person began it and waits for its end: it may ask them. What looks on by itself asks
    /// nobody anything.
    bool isAttended() const;
    /// The group a deployment is about; empty: the act is about the whole fleet.
    const QString& group() const { return m_group; }
    void setGroup(const QString& group) { m_group = group; }

    CallContext context() const { return {m_cancel.token(), QDeadlineTimer(QDeadlineTimer::Forever)}; }
    /// How a deployment that runs is told things.
    const DeployControlPtr& control() const { return m_control; }
    void cancel() { m_cancel.cancel(); }
    /// Tells the deployment something; why not, or nothing. One that has not begun has not touched anything: to turn it
    /// round is to cancel it.
    std::optional<Error> tell(const ControlIntent& told, const QString& person);
    /// The lease is another's, or may be: it stops where it stands, changes nothing more, and ends with this error.
    void loseLease(const Error& error);

    /// Journals the event when this is an act, durably, then tells it. A journal that cannot be written cancels the
    /// operation: an act without its record would not be recoverable.
    void say(EventBody body);
    Emit voice();
    /// The same, but what it says is kept with another operation's events: a deployment that is taken up again goes on
    /// in its own journal.
    Emit voiceFor(const OperationId& journaled);
    void finish(Finished finished);
    const std::optional<Error>& journalFailure() const { return m_journalFailure; }

    /// Whoever else wants to hear: another process that asked for the rollback.
    void listen(Sink sink) { m_sinks.push_back(std::move(sink)); }

private:
    void record(const Event& event);
    void tellAll(const Event& event);

    OperationId m_id;
    Request m_request;
    QString m_group;
    Rooms& m_rooms;
    std::vector<Sink> m_sinks;
    CancelSource m_cancel;
    DeployControlPtr m_control = std::make_shared<DeployControl>();
    QElapsedTimer m_clock;
    std::optional<Error> m_journalFailure;
    std::optional<Error> m_leaseLost;
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
