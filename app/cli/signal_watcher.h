// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <csignal>
#include <functional>

namespace snowmelt {

/// While it lives, SIGINT, SIGTERM and SIGHUP (a terminal that goes away; not under nohup) call `action` in the event
/// loop of its thread instead of ending the process. One at a time.
class SignalWatcher : public QObject
{
    Q_OBJECT
public:
    explicit SignalWatcher(std::function<void()> action);
    ~SignalWatcher() override;

private:
    void drain();

    std::function<void()> m_action;
    struct sigaction m_oldInterrupt = {};
    struct sigaction m_oldTerminate = {};
    struct sigaction m_oldHangup = {};
};

} // namespace snowmelt
