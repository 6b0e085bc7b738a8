// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/side_call.h"

#include <utility>

namespace snowmelt {

namespace {

thread_local SideCall* current = nullptr;

} // namespace

SideCall::SideCall(std::function<void()> call) : m_call(std::move(call)), m_thread([this] { run(); }) {}

SideCall::~SideCall()
{
    m_thread.join();
}

bool SideCall::go()
{
    std::unique_lock lock(m_mutex);
    do {
        if (const auto* work = std::exchange(m_work, nullptr))
            (*work)();
        m_isSidesTurn = true;
        m_turned.notify_all();
        m_turned.wait(lock, [this] { return !m_isSidesTurn; });
    } while (m_work);
    return m_ended;
}

void SideCall::run()
{
    {
        std::unique_lock lock(m_mutex);
        m_turned.wait(lock, [this] { return m_isSidesTurn; });
    }
    current = this;
    m_call();
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_isSidesTurn = false;
    m_turned.notify_all();
}

void SideCall::handBack(const std::function<void()>* work)
{
    std::unique_lock lock(m_mutex);
    m_work = work;
    m_isSidesTurn = false;
    m_turned.notify_all();
    m_turned.wait(lock, [this] { return m_isSidesTurn; });
}

void SideCall::pause()
{
    current->handBack(nullptr);
}

void SideCall::atHome(const std::function<void()>& work)
{
    if (current)
        current->handBack(&work);
    else
        work();
}

} // namespace snowmelt
