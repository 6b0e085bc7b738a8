// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/call_context.h"

#include <algorithm>
#include <atomic>
#include <map>

namespace snowmelt {

struct CancelToken::State
{
    std::atomic<bool> cancelled = false;
    int nextId = 1;
    std::map<int, std::function<void()>> actions;
};

CancelToken::CancelToken() : m_state(std::make_shared<State>()) {}
CancelToken::CancelToken(std::shared_ptr<State> state) : m_state(std::move(state)) {}

bool CancelToken::isCancelled() const
{
    return m_state->cancelled;
}

int CancelToken::onCancel(std::function<void()> action) const
{
    if (m_state->cancelled) {
        action();
        return 0;
    }
    const int id = m_state->nextId++;
    m_state->actions.emplace(id, std::move(action));
    return id;
}

void CancelToken::forget(int id) const
{
    m_state->actions.erase(id);
}

CancelSource::CancelSource() : m_state(std::make_shared<CancelToken::State>()) {}

CancelToken CancelSource::token() const
{
    return CancelToken(m_state);
}

void CancelSource::cancel()
{
    if (m_state->cancelled.exchange(true))
        return;
    // An action may forget others, so each is taken out before it runs.
    while (!m_state->actions.empty()) {
        auto node = m_state->actions.extract(m_state->actions.begin());
        node.mapped()();
    }
}

CallContext CallContext::within(std::chrono::milliseconds limit) const
{
    CallContext context = *this;
    context.deadline = std::min(deadline, QDeadlineTimer(limit));
    return context;
}

CallContext CallContext::cleanup(std::chrono::milliseconds limit)
{
    return {CancelToken(), QDeadlineTimer(limit)};
}

} // namespace snowmelt
