// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/replay_player.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int frameMs = 33;

} // namespace

ReplayPlayer::ReplayPlayer(QObject* parent) : QObject(parent)
{
    m_tick.setInterval(frameMs);
    connect(&m_tick, &QTimer::timeout, this, [this] { advance(m_since.restart()); });
}

void ReplayPlayer::setDuration(qint64 ms)
{
    m_duration = ms;
    seek(0);
}

void ReplayPlayer::seek(qint64 ms)
{
    m_place = std::clamp<qint64>(ms, 0, m_duration);
    Q_EMIT moved(m_place);
}

void ReplayPlayer::setPlaying(bool playing)
{
    if (playing == isPlaying())
        return;
    if (playing && m_place >= m_duration)
        seek(0);
    if (playing) {
        m_since.start();
        m_tick.start();
    } else {
        m_tick.stop();
    }
    Q_EMIT playingChanged(playing);
}

void ReplayPlayer::advance(qint64 elapsedMs)
{
    seek(m_place + elapsedMs * m_speed);
    if (m_place >= m_duration)
        setPlaying(false);
}

} // namespace snowmelt
