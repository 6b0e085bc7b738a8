// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace snowmelt {

/// A call of a library that asks back in the middle and wants its answer at once, while the event loop must go on until
/// there is one. It has a stack of its own, which is a thread; the two take turns and never run at the same time, so
/// what they share needs no locks. The call must have come to its end before this is destroyed.
class SideCall
{
public:
    explicit SideCall(std::function<void()> call);
    ~SideCall();
    SideCall(const SideCall&) = delete;
    SideCall& operator=(const SideCall&) = delete;

    /// Lets it run until it pauses (false) or has ended (true).
    bool go();

    /// For the call: go() returns, and the call goes on with the next go().
    static void pause();
    /// Runs `work` on the thread of the event loop, which owns sockets and timers. Anywhere else: simply runs it.
    static void atHome(const std::function<void()>& work);

private:
    void run();
    void handBack(const std::function<void()>* work);

    std::function<void()> m_call;
    std::mutex m_mutex;
    std::condition_variable m_turned;
    bool m_isSidesTurn = false;
    bool m_ended = false;
    const std::function<void()>* m_work = nullptr; // to be done at home
    std::thread m_thread;
};

} // namespace snowmelt
