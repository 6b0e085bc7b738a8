// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDeadlineTimer>
#include <QList>

#include <chrono>
#include <functional>
#include <memory>

namespace snowmelt {

/// Asks for something to stop. Copies share one state. Lives and dies on the backend thread.
class CancelToken
{
public:
    CancelToken(); ///< never cancelled unless its source is

    bool isCancelled() const;
    /// Runs `action` once, at cancel; at once when already cancelled. Returns an id for forget().
    int onCancel(std::function<void()> action) const;
    void forget(int id) const;
    bool operator==(const CancelToken&) const = default; ///< of one source

private:
    friend class CancelSource;
    struct State;
    explicit CancelToken(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

class CancelSource
{
public:
    CancelSource();
    CancelToken token() const;
    void cancel();

private:
    std::shared_ptr<CancelToken::State> m_state;
};

/// What every backend call takes, by value: when to give up, and whom to ask whether to stop.
struct CallContext
{
    CancelToken cancel;
    QDeadlineTimer deadline = QDeadlineTimer(QDeadlineTimer::Forever);

    /// The same cancel, a deadline no later than `limit` from now.
    CallContext within(std::chrono::milliseconds limit) const;
    /// For clean-up after a cancel: not cancellable, but bounded.
    static CallContext cleanup(std::chrono::milliseconds limit);
};

} // namespace snowmelt
