// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <memory>

namespace snowmelt {

/// Something that happens once, to wait for with co_await. Copies share one state; one coroutine waits. The waiter is
/// resumed from the event loop, never from inside fire(): whoever fires may stand in a signal of an object the waiter
/// is about to destroy. Belongs to one thread.
class Completion
{
public:
    Completion();

    void fire(); ///< idempotent
    bool fired() const;

    bool await_ready() const noexcept;
    void await_suspend(std::coroutine_handle<> waiter);
    void await_resume() const noexcept {}

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace snowmelt
