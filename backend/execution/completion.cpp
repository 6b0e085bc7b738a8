// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/completion.h"

#include <QTimer>

namespace snowmelt {

struct Completion::State
{
    bool fired = false;
    std::coroutine_handle<> waiter;
};

namespace {

void resumeFromLoop(std::coroutine_handle<> waiter)
{
    QTimer::singleShot(0, [waiter] { waiter.resume(); });
}

} // namespace

Completion::Completion() : m_state(std::make_shared<State>()) {}

void Completion::fire()
{
    if (m_state->fired)
        return;
    m_state->fired = true;
    if (m_state->waiter)
        resumeFromLoop(m_state->waiter);
}

bool Completion::fired() const
{
    return m_state->fired;
}

bool Completion::await_ready() const noexcept
{
    return m_state->fired;
}

void Completion::await_suspend(std::coroutine_handle<> waiter)
{
    m_state->waiter = waiter;
}

} // namespace snowmelt
