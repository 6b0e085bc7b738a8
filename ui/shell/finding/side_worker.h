// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace snowmelt {

/// Works on a thread of its own what would take longer than a frame. What was asked for last is what counts: an answer
/// to anything before is never told. The thread begins with the first work and is joined with this.
class SideWorker final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void()>; ///< called where this lives
    using Work = std::function<Answer()>; ///< called aside, one at a time; takes what it needs by value

    SideWorker();
    ~SideWorker() override;

    void ask(Work work);
    void forget();     ///< nobody wants an answer any more
    bool busy() const; ///< an answer is to come

Q_SIGNALS:
    void ready();

private:
    void run();
    void tell();

    mutable std::mutex m_mutex;
    std::condition_variable m_asked;
    Work m_waiting;
    Answer m_answer;
    int m_last = 0;     ///< number of what was asked for last
    int m_answered = 0; ///< of what was told or forgotten last
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace snowmelt
