// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace snowmelt {

/// The thread everything in backend/ lives on. Ended and joined by the destructor.
class BackendThread
{
public:
    BackendThread();
    ~BackendThread();
    BackendThread(const BackendThread&) = delete;
    BackendThread& operator=(const BackendThread&) = delete;

    /// Runs `work` on the thread, later. Order is kept.
    void post(std::function<void()> work);
    /// Runs `work` on the thread and waits for it. For start and end only; never from the GUI thread in between.
    void runAndWait(std::function<void()> work);
    QThread* thread() { return &m_thread; }

private:
    QThread m_thread;
    QObject* m_anchor = nullptr; // lives on the thread: the receiver of what is posted
};

} // namespace snowmelt
