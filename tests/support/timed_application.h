// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>

namespace snowmelt::test {

/// Knows which events took the GUI thread longest, each without the events that were handled inside it. Where the gap
/// meter says that the event loop stood, this says who held it.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!m_counting || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        // Taken before: the receiver may not outlive its event.
        const char* const className = receiver->metaObject()->className();
        const QString name = receiver->objectName();
        const QEvent::Type type = event->type();
        const qint64 outer = std::exchange(m_inner, 0);
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        const qint64 all = timer.nsecsElapsed() / 1000;
        note(all - m_inner, className, name, type);
        m_inner = outer + all;
        return handled;
    }
    void setCounting(bool on) { m_counting = on; }
    /// Longest first, in milliseconds of the clock.
    QStringList slowest() const
    {
        QStringList lines;
        for (const Slow& slow : m_slowest)
            lines += QStringLiteral("%1 ms %2").arg(slow.micros / 1000.0, 0, 'f', 1).arg(slow.what);
        return lines;
    }

private:
    struct Slow
    {
        qint64 micros = 0;
        QString what;
    };

    void note(qint64 micros, const char* className, const QString& name, QEvent::Type type)
    {
        if (!m_counting || (m_slowest.size() == kept && micros <= m_slowest.last().micros))
            return;
        const char* const kind = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        m_slowest.append(
            {micros, QStringLiteral("%1 %2 %3")
                         .arg(QLatin1String(className), name, kind ? QLatin1String(kind) : QLatin1String("custom"))});
        std::stable_sort(m_slowest.begin(), m_slowest.end(),
                         [](const Slow& a, const Slow& b) { return a.micros > b.micros; });
        while (m_slowest.size() > kept)
            m_slowest.removeLast();
    }

    static constexpr int kept = 8;
    QList<Slow> m_slowest;
    qint64 m_inner = 0; ///< microseconds of the events inside the present one
    bool m_counting = true;
};

} // namespace snowmelt::test
