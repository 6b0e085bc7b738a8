// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/transport/bell.h"
#include "backend/transport/ssh_approach.h"
#include "backend/transport/ssh_memory.h"
#include "models/domain/fleet.h"

#include <QElapsedTimer>
#include <QTimer>

#include <libssh2.h>

#include <memory>

namespace snowmelt {

/// One authenticated connection, shared by up to maxChannels commands and any number of forwarded streams at once.
///
/// Everything that waits follows one pattern: try the libssh2 call, and when it answers EAGAIN, wait for news() and try
/// again. Every byte that arrives rings the bell for all who wait, since any call may read packets meant for another.
class SshConnection : public std::enable_shared_from_this<SshConnection>
{
public:
    enum class State { Waiting, Connecting, Handshaking, Authenticating, Ready, Failed };

    /// Begins to connect; goes on by itself until Ready or Failed.
    static std::shared_ptr<SshConnection> open(std::unique_ptr<SshApproach> approach, std::chrono::milliseconds burial);
    ~SshConnection();

    SshApproach& approach() const { return *m_approach; }
    SshStream& stream() const { return *m_stream; }
    State state() const { return m_state; }
    bool isReady() const { return m_state == State::Ready; }
    bool isFailed() const { return m_state == State::Failed; }
    const Error& failure() const { return m_failure; } ///< when Failed
    /// Why a caller that gave up after `seconds` got nothing, told by how far the connection had come.
    Error lateness(qint64 seconds) const;

    Completion news() { return m_bell.next(); }
    void ring() { m_bell.ring(); }
    void close();
    /// A call on the session said that the connection is gone.
    void fail(Error error);
    Error broken() const;        ///< SshBroken with what is known about it
    QString lastMessage() const; ///< libssh2's, or what the other side said when it hung up

    /// The other side said why it ends the connection.
    void hangUp(const QString& why) { m_farewell = why.left(1000); }
    bool wasHungUp() const { return !m_farewell.isEmpty(); }

    LIBSSH2_SESSION* session() const { return m_session; }
    SshMemory& memory() { return m_memory; } ///< of the session
    bool congested() const { return m_stream->congested(); }
    void preferHostKeys(const QByteArray& algorithms);
    /// Something is sent when nothing was heard for `seconds`; after `countMax` of these without an answer it failed.
    void keepAlive(int seconds, int countMax);

    /// The limit does not run between these two: a person thinks. `what` is the answer to who comes late meanwhile.
    void pauseLimit(const Error& what);
    void resumeLimit();

    /// While somebody waits for it to be Ready.
    void want() { ++m_wanted; }
    void unwant();

    /// For approaches. Each answers the failure as soon as the connection has failed.
    static Task<Done> change(std::shared_ptr<SshConnection> self); ///< news came
    static Task<Done> connected(std::shared_ptr<SshConnection> self);
    /// `attempt` until it answers something else than EAGAIN.
    static Task<int> repeated(std::shared_ptr<SshConnection> self, std::function<int()> attempt);

    static constexpr int maxChannels = 8; // sshd's MaxSessions is 10 unless told otherwise
    enum class Opening { Opened, Again, Refused };
    /// Tries to open a channel for a command when there is a free place. All who wait try the same call, which libssh2
    /// continues where it stood: one of them gets the channel, whoever began.
    Opening tryOpenChannel(LIBSSH2_CHANNEL** channel);
    /// Tries to open a stream to another host (direct-tcpip). libssh2 opens one channel at a time: `who` has the
    /// turn from its first try until the answer is not Again, and must go on trying until then.
    Opening tryOpenForward(const void* who, const Endpoint& to, LIBSSH2_CHANNEL** channel);
    /// Somebody else's forward has been opening for so long that a turn is not to be hoped for.
    bool isStuckFor(const void* who) const;
    bool isOpenedBy(const void* who) const { return m_opener == who; }
    /// Closes a channel now and frees it as soon as the other side has agreed.
    void bury(LIBSSH2_CHANNEL* channel);
    void buryForward(LIBSSH2_CHANNEL* channel);

private:
    SshConnection(std::unique_ptr<SshApproach> approach, std::chrono::milliseconds burial);
    static Task<Done> begin(std::shared_ptr<SshConnection> self);
    static Task<Done> establish(std::shared_ptr<SshConnection> self);
    static Task<Done> shakeHands(std::shared_ptr<SshConnection> self);
    static Task<Done> finishBurial(std::shared_ptr<SshConnection> self, LIBSSH2_CHANNEL* channel, int place);
    void onNews();
    void becomeReady();
    void checkAlive();
    bool saidWhatItIs() const;
    bool wasGoingToSayIt();
    bool continueSessionOpening();
    QByteArray presentedHostKey() const;

    std::unique_ptr<SshApproach> m_approach;
    std::chrono::milliseconds m_burial;
    Bell m_bell;
    std::unique_ptr<SshStream> m_stream;
    SshMemory m_memory; // before the session, which is in it
    LIBSSH2_SESSION* m_session = nullptr;
    QString m_farewell;
    State m_state = State::Waiting;
    Error m_failure;
    Error m_thinking; // while a person thinks
    QTimer m_limit;
    std::chrono::milliseconds m_limitLeft{};
    QElapsedTimer m_age;
    QTimer m_alive;
    qint64 m_heardBefore = 0;
    int m_unanswered = 0;
    int m_unansweredMax = 0;
    int m_wanted = 0;
    int m_sessions = 0;             // commands' channels, until they are buried
    const void* m_opener = nullptr; // whose channel is being opened
    QElapsedTimer m_opening;
    LIBSSH2_CHANNEL* m_spare = nullptr; // opened for a command that does not want it any more
};

} // namespace snowmelt
