// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"
#include "backend/deploy/next_move.h"

namespace snowmelt {

/// Joins the two ways in which a person turns a deployment round into one token for the steps' waits.
class Asking
{
public:
    /// `acknowledge` runs once, at once when one of both fires: a person sees that the wish was heard, though a call
    /// that must not be cut may take a moment to end.
    Asking(CancelToken cancel, CancelToken rollBack, std::function<void()> acknowledge);
    ~Asking();
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    bool any() const { return m_cancel.isCancelled() || m_rollBack.isCancelled(); }
    ActEnd asked() const { return m_cancel.isCancelled() ? ActEnd::Cancelled : ActEnd::Asked; }
    CancelToken token() const { return m_either.token(); }

private:
    CancelToken m_cancel;
    CancelToken m_rollBack;
    CancelSource m_either;
    int m_cancelId = 0;
    int m_rollBackId = 0;
    int m_eitherId = 0;
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
