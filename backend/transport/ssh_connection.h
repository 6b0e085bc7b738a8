// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/transport/bell.h"
#include "backend/transport/ssh.h"
#include "backend/transport/ssh_socket.h"

#include <QElapsedTimer>

#include <libssh2.h>

#include <memory>
#include <optional>

namespace snowmelt {

/// One authenticated connection to one target, shared by up to maxChannels commands at once.
///
/// Everything that waits follows one pattern: try the libssh2 call, and when it answers EAGAIN, wait for news() and try
/// again. Every byte that arrives rings the bell for all who wait, since any call may read packets meant for another.
class SshConnection : public std::enable_shared_from_this<SshConnection>
{
public:
    enum class State { Connecting, Handshaking, Authenticating, Ready, Failed };

    /// Begins to connect; goes on by itself until Ready or Failed, within `limits`.
    static std::shared_ptr<SshConnection> open(SshTarget target, SshLimits limits);
    ~SshConnection();

    const SshTarget& target() const { return m_target; }
    State state() const { return m_state; }
    const Error& failure() const { return m_failure; } ///< when Failed
    /// Why a caller that gave up after `seconds` got nothing, told by how far the connection had come.
    Error lateness(qint64 seconds) const;

    Completion news() { return m_bell.next(); }
    void ring() { m_bell.ring(); }
    void close();
    /// A call on the session said that the connection is gone.
    void fail(Error error);
    Error broken() const; ///< SshBroken with what is known about it

    LIBSSH2_SESSION* session() const { return m_session; }
    bool congested() const { return m_socket.congested(); }

    static constexpr int maxChannels = 8; // sshd's MaxSessions is 10 unless told otherwise
    enum class Opening { Opened, Again, Refused };
    /// Tries to open a channel when there is a free place. All who wait try the same call, which libssh2 continues
    /// where it stood: one of them gets the channel, whoever began.
    Opening tryOpenChannel(LIBSSH2_CHANNEL** channel);
    /// Closes a channel now and frees it as soon as the other side has agreed.
    void bury(LIBSSH2_CHANNEL* channel);

private:
    SshConnection(SshTarget target, SshLimits limits);
    static Task<Done> begin(std::shared_ptr<SshConnection> self);
    static Task<Done> finishBurial(std::shared_ptr<SshConnection> self, LIBSSH2_CHANNEL* channel);
    bool advance(); ///< true: state changed, try again at once
    bool shakeHands();
    bool authenticate();
    bool checkHostKey();
    void becomeReady();
    std::optional<Error> unusableKey() const;

    SshTarget m_target;
    SshLimits m_limits;
    Bell m_bell;
    SshSocket m_socket;
    LIBSSH2_SESSION* m_session = nullptr;
    State m_state = State::Connecting;
    Error m_failure;
    QElapsedTimer m_age;
    int m_channels = 0;
};

} // namespace snowmelt
