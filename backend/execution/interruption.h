// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"

#include <QTimer>

#include <functional>

namespace snowmelt {

/// Watches a call's cancel token and deadline while it lives and calls `interrupt` when the first of them fires, once.
class Interruption
{
public:
    Interruption(const CallContext& context, std::function<void()> interrupt);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool happened() const { return m_cause != Cause::None; }
    bool byCancel() const { return m_cause == Cause::Cancel; }

    /// What the interrupted call answers: cancelled, or TimedOut {what, seconds it had}.
    template <typename T>
    Result<T> as(const QString& what) const
    {
        if (byCancel())
            return Cancelled{};
        return Error{ErrorCode::TimedOut, {what, QString::number(m_seconds)}, {}};
    }

private:
    enum class Cause { None, Cancel, Deadline };
    void fire(Cause cause);

    CancelToken m_token;
    std::function<void()> m_interrupt;
    QTimer m_timer;
    int m_cancelId = 0;
    qint64 m_seconds = 0;
    Cause m_cause = Cause::None;
};

} // namespace snowmelt
