// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"
#include "backend/deploy/next_move.h"

namespace snowmelt {

/// Joins the ways in which a deployment ends early into tokens for the steps' waits: a cancel and a roll-back turn it
/// round, an abort stops it where it stands, the loss of the lease stops it in the middle of whatever it does.
class Asking
{
public:
    /// `acknowledge` runs once, at once when it turns round: a person sees that the wish was heard, though a call that
    /// must not be cut may take a moment to end.
    Asking(CancelToken cancel, DeployControlPtr control, std::function<void()> acknowledge);
    ~Asking();
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    bool any() const { return m_any.token().isCancelled(); }
    ActEnd asked() const;
    /// Of acts that an abort lets come to their end: cut in the middle, the switch would leave both sides serving and
    /// the config behind.
    CancelToken turnToken() const { return m_turn.token(); }
    CancelToken token() const { return m_any.token(); }

private:
    CancelToken m_cancel;
    CancelToken m_rollBack;
    CancelToken m_abort;
    CancelToken m_lost;
    CancelSource m_turn;
    CancelSource m_any;
    int m_cancelId = 0;
    int m_rollBackId = 0;
    int m_abortId = 0;
    int m_lostId = 0;
};

struct Performed
{
    ActEnd end = ActEnd::Done;
    std::optional<Error> error;
};

/// Runs one move and tells StepDone or StepFailed. `asking` outlives the task. Never an error, never cancelled: both
/// are in the value.
Task<Performed> perform(DeploymentPtr d, Move move, const Asking* asking, QDeadlineTimer deadline);

} // namespace snowmelt
