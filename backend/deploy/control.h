// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "backend/fleet/up.h"
#include "models/domain/event.h"
#include "models/domain/planning/control.h"

#include <functional>
#include <memory>

namespace snowmelt {

/// Brings what is about to be said to where other machines read it: done, they can.
using NoteAhead = std::function<Task<Done>(EventBody body, CallContext context)>;

/// The door through which a running deployment is told things. Belongs to the backend thread. Whoever keeps the
/// operation makes one and hands it to deploy(); what is told before the engine attached is refused.
class DeployControl
{
public:
    /// Decides by the pure refusal(), says Controlled, and obeys, all before it returns: a pause that is told while the
    /// deployment waits stands still here and now. Waits wake at once.
    /// Answers why not; nullopt: obeyed. Errors: NotNow {command, group, reason}, and the loss of the lease.
    std::optional<Error> tell(Command command, const QString& person, int seconds = 0);

    /// The lease is another's, or may be: the engine stops where it stands, past the point of no return and on the way
    /// back too, and looks and acts no more. What is told afterwards is refused with this error.
    void lose(const Error& error);

    /// Where it is noted what other machines must know before it is done. Without it nobody else can want to know.
    void noteWith(NoteAhead noteAhead);
    Task<Done> noteAhead(EventBody body, CallContext context);

    bool attached() const { return m_emit != nullptr; }
    const ControlState& state() const { return m_state; }

    // From here on: the engine's side.

    void attach(const Plan& plan, Emit emit);
    void detach();

    void begin(int step); ///< before it is announced: what cannot be obeyed from then on is refused from then on
    void goBack();        ///< turned round, whoever wanted it; ends a pause
    CancelToken rollBackAsked() const { return m_rollBack.token(); }
    CancelToken abortAsked() const { return m_abort.token(); }
    CancelToken lost() const { return m_lost.token(); }
    const std::optional<Error>& loss() const { return m_loss; }

    /// Where a pause may take hold: in a wait of this step, or before it. Says Paused when one was told before.
    void mayStandAt(int step);
    void mayNotStand();
    bool stands() const { return m_state.paused && m_standsAt >= 0; }

    /// Seconds by which the drain was extended since the last time this was asked.
    int takeExtension() { return std::exchange(m_extension, 0); }
    /// Fires at the next command that is obeyed; ask again after it fired.
    CancelToken nextCommand() const { return m_next.token(); }

private:
    void obey(Command command, int seconds);
    void stand();

    Plan m_plan;
    Emit m_emit;
    ControlState m_state;
    int m_standsAt = -1;
    int m_extension = 0;
    CancelSource m_rollBack;
    CancelSource m_abort;
    CancelSource m_lost;
    std::optional<Error> m_loss;
    NoteAhead m_noteAhead;
    CancelSource m_next;
};

using DeployControlPtr = std::shared_ptr<DeployControl>;

} // namespace snowmelt
