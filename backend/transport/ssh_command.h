// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/transport/ssh_connection.h"
#include "backend/transport/ssh_flow.h"

#include <QByteArray>

namespace snowmelt {

/// One command on one channel: feeds stdin, reads both outputs, and knows when it is over. Destroying it closes the
/// channel at once.
class SshCommand
{
public:
    SshCommand(std::shared_ptr<SshConnection> connection, LIBSSH2_CHANNEL* channel, ExecRequest request, SshFlow flow);
    ~SshCommand();
    SshCommand(const SshCommand&) = delete;
    SshCommand& operator=(const SshCommand&) = delete;

    enum class Progress { Waiting, Finished, Failed };
    /// Does all that can be done without waiting.
    Progress advance();
    ExecResult takeResult(); ///< when Finished
    const Error& failure() const { return m_failure; }

private:
    Progress start();
    Progress exchange();
    bool feed();
    bool fill();
    bool take(const QByteArray& bytes, const std::function<bool(const QByteArray&)>& taker, QByteArray* into);
    bool read(int stream, QByteArray* into);
    bool closedByOtherSide();
    int exitStatus() const;
    bool isGone(ssize_t rc);

    std::shared_ptr<SshConnection> m_connection;
    LIBSSH2_CHANNEL* m_channel;
    ExecRequest m_request;
    ExecResult m_result;
    Error m_failure;
    SshFlow m_flow;
    QByteArray m_input;  // the script, then what follows it
    qsizetype m_fed = 0; // of that
    bool m_started = false;
    bool m_inputOver = false;
    bool m_failed = false;
};

/// The number of a signal named as RFC 4254 (6.10) does: "TERM" → 15; 0 when it names none.
int signalNumber(const QByteArray& name);

} // namespace snowmelt
