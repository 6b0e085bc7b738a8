// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace snowmelt::test {

/// The longest time the event loop of this thread did not turn. A blocking call on the GUI thread shows here.
class GapMeter : public QObject
{
public:
    GapMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(tickMs);
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_largest = std::max(m_largest, m_sinceTick.restart() - tickMs); });
    }
    void start()
    {
        m_largest = 0;
        m_sinceTick.start();
        m_timer.start();
    }
    /// Milliseconds, one that is under way included.
    qint64 largest() const { return std::max(m_largest, m_sinceTick.elapsed() - tickMs); }

private:
    static constexpr qint64 tickMs = 5;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    qint64 m_largest = 0;
};

} // namespace snowmelt::test
