// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signal_watcher.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

namespace snowmelt {
namespace {

/// A signal handler may do little more than write a byte; the loop reads it at the other end.
int pipeEnds[2] = {-1, -1};

void note(int)
{
    const int savedErrno = errno;
    const char byte = 0;
    // The pipe is non-blocking: when it is full, the loop has plenty to read already.
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &byte, 1);
    errno = savedErrno;
}

} // namespace

SignalWatcher::SignalWatcher(std::function<void()> action) : m_action(std::move(action))
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto* notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &SignalWatcher::drain);

    struct sigaction handler = {};
    handler.sa_handler = note;
    handler.sa_flags = SA_RESTART;
    sigemptyset(&handler.sa_mask);
    sigaction(SIGINT, &handler, &m_oldInterrupt);
    sigaction(SIGTERM, &handler, &m_oldTerminate);
    sigaction(SIGHUP, nullptr, &m_oldHangup);
    if (m_oldHangup.sa_handler != SIG_IGN)
        sigaction(SIGHUP, &handler, nullptr);
}

SignalWatcher::~SignalWatcher()
{
    if (pipeEnds[0] < 0)
        return;
    sigaction(SIGINT, &m_oldInterrupt, nullptr);
    sigaction(SIGTERM, &m_oldTerminate, nullptr);
    sigaction(SIGHUP, &m_oldHangup, nullptr);
    delete findChild<QSocketNotifier*>();
    close(pipeEnds[0]);
    close(pipeEnds[1]);
    pipeEnds[0] = pipeEnds[1] = -1;
}

void SignalWatcher::drain()
{
    char bytes[64];
    while (::read(pipeEnds[0], bytes, sizeof bytes) > 0) {
    }
    m_action();
}

} // namespace snowmelt
