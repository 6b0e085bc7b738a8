// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/finding/side_worker.h"

#include <utility>

namespace snowmelt {

SideWorker::SideWorker()
{
    connect(this, &SideWorker::ready, this, &SideWorker::tell, Qt::QueuedConnection);
}

SideWorker::~SideWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_asked.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void SideWorker::ask(Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = std::move(work);
        m_answer = nullptr;
        ++m_last;
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_asked.notify_one();
}

void SideWorker::forget()
{
    const std::lock_guard lock(m_mutex);
    m_waiting = nullptr;
    m_answer = nullptr;
    m_answered = ++m_last;
}

bool SideWorker::busy() const
{
    const std::lock_guard lock(m_mutex);
    return m_answered != m_last;
}

void SideWorker::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_asked.wait(lock, [this] { return m_closing || m_waiting; });
        if (m_closing)
            return;
        Work work = std::exchange(m_waiting, nullptr);
        const int number = m_last;
        lock.unlock();
        Answer answer = work();
        work = nullptr;
        lock.lock();
        const bool wanted = number == m_last;
        if (wanted)
            std::swap(m_answer, answer);
        lock.unlock();
        answer = nullptr; // may be large: nobody waits for the lock meanwhile
        if (wanted)
            Q_EMIT ready();
        lock.lock();
    }
}

void SideWorker::tell()
{
    Answer answer;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(answer, m_answer);
        if (!answer)
            return; // overtaken since
        m_answered = m_last;
    }
    answer();
}

} // namespace snowmelt
