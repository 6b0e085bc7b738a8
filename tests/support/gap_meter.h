// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace snowmelt::test {

/// The longest time the event loop of this thread did not turn. A blocking call on the GUI thread shows here.
class GapMeter : public QObject
{
public:
    /// What a person does not notice on a machine that is busy with a lab beside the window.
    static constexpr qint64 mostMs = 250;

    GapMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(tickMs);
        connect(&m_timer, &QTimer::timeout, this, &GapMeter::note);
    }
    void start()
    {
        m_largest = 0;
        m_sinceTick.start();
        m_timer.start();
    }
    /// Milliseconds, one that is under way included.
    qint64 largest() const { return std::max(m_largest, m_sinceTick.elapsed() - tickMs); }
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
        m_leftOut = false;
        m_sinceTick.start();
    }

private:
    void note()
    {
        const qint64 gap = m_sinceTick.restart() - tickMs;
        if (!m_leftOut)
            m_largest = std::max(m_largest, gap);
    }

    static constexpr qint64 tickMs = 5;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    qint64 m_largest = 0;
    bool m_leftOut = false;
};

} // namespace snowmelt::test
