// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace snowmelt {

/// A place in a recording that moves on by itself while it plays, at 1, 10 or 60 times the speed of the world.
class ReplayPlayer final : public QObject
{
    Q_OBJECT
public:
    explicit ReplayPlayer(QObject* parent);

    void setDuration(qint64 ms);
    void setSpeed(int times) { m_speed = times; }
    int speed() const { return m_speed; }
    void seek(qint64 ms);
    qint64 place() const { return m_place; }
    void setPlaying(bool playing); ///< from the end it begins again
    bool isPlaying() const { return m_tick.isActive(); }
    void advance(qint64 elapsedMs); ///< as if so much time had gone by

Q_SIGNALS:
    void moved(qint64 ms);
    void playingChanged(bool playing);

private:
    QTimer m_tick;
    QElapsedTimer m_since;
    qint64 m_duration = 0;
    qint64 m_place = 0;
    int m_speed = 1;
};

} // namespace snowmelt
