// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace snowmelt::test {

/// The longest time the event loop of this thread did not turn. A blocking call on the GUI thread shows here. Time in
/// which the thread was ready to run and a busy machine ran others is known to the kernel and not counted.
class GapMeter : public QObject
{
public:
    /// What a person does not notice.
    static constexpr qint64 mostMs = 150;

    GapMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(tickMs);
        connect(&m_timer, &QTimer::timeout, this, &GapMeter::note);
    }
    void start()
    {
        m_largest = 0;
        m_largestByTheClock = 0;
        m_sinceTick.start();
        m_keptWaiting = keptWaitingMs();
        m_timer.start();
    }
    /// Milliseconds, one that is under way included.
    qint64 largest() const { return std::max(m_largest, byTheClock() - (keptWaitingMs() - m_keptWaiting)); }
    qint64 largestByTheClock() const { return std::max(m_largestByTheClock, byTheClock()); }
    /// Empty, or what a test fails with: something blocked this thread.
    QString complaint() const
    {
        if (!m_sinceTick.isValid())
            return QStringLiteral("the event loop was not measured");
        return largest() <= mostMs ? QString()
                                   : QStringLiteral("the event loop stood for %1 ms, at most %2 are allowed")
                                         .arg(largest())
                                         .arg(mostMs);
    }
    /// Does work of the test itself, a picture for instance, which is not the program's time.
    void leaveOut(const std::function<void()>& own)
    {
        note();
        m_leftOut = true;
        own();
        note();
        m_leftOut = false;
    }

private:
    qint64 byTheClock() const { return m_sinceTick.elapsed() - tickMs; }
    /// Of this thread so far: "ran waited slices" in nanoseconds.
    static qint64 keptWaitingMs()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() / 1'000'000 : 0;
    }
    void note()
    {
        if (!m_leftOut) {
            m_largest = largest();
            m_largestByTheClock = largestByTheClock();
        }
        m_keptWaiting = keptWaitingMs();
        m_sinceTick.start();
    }

    static constexpr qint64 tickMs = 5;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    qint64 m_keptWaiting = 0;
    qint64 m_largest = 0;
    qint64 m_largestByTheClock = 0;
    bool m_leftOut = false;
};

} // namespace snowmelt::test
