// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/interruption.h"
#include "backend/transport/ssh_connection.h"

#include <utility>

namespace snowmelt {

namespace {

constexpr auto stuckAfter = std::chrono::seconds(2);

void ringLater(const std::weak_ptr<SshConnection>& connection)
{
    constexpr auto margin = std::chrono::milliseconds(100); // too early would be never
    QTimer::singleShot(stuckAfter + margin, Qt::PreciseTimer, [connection] {
        if (const auto alive = connection.lock())
            alive->ring();
    });
}

} // namespace

SshConnection::Opening SshConnection::tryOpenChannel(LIBSSH2_CHANNEL** channel)
{
    if (m_spare) {
        *channel = std::exchange(m_spare, nullptr);
        return Opening::Opened;
    }
    const bool isOthersTurn = m_opener && m_opener != this;
    if (m_sessions >= maxChannels || isOthersTurn)
        return Opening::Again;
    m_opener = this;
    *channel = libssh2_channel_open_session(m_session);
    if (*channel) {
        ++m_sessions;
        m_opener = nullptr;
        ring(); // who waited for this very answer begins again
        return Opening::Opened;
    }
    const int rc = libssh2_session_last_errno(m_session);
    if (rc == LIBSSH2_ERROR_EAGAIN)
        return Opening::Again;
    m_opener = nullptr;
    if (rc != LIBSSH2_ERROR_CHANNEL_FAILURE || m_stream->ended())
        fail(broken());
    ring();
    return Opening::Refused;
}

// Who began it may have left meanwhile, and libssh2 begins nothing else before it has ended.
bool SshConnection::continueSessionOpening()
{
    m_spare = libssh2_channel_open_session(m_session);
    if (!m_spare && libssh2_session_last_errno(m_session) == LIBSSH2_ERROR_EAGAIN)
        return false;
    m_sessions += m_spare ? 1 : 0;
    m_opener = nullptr;
    ring();
    return true;
}

SshConnection::Opening SshConnection::tryOpenForward(const void* who, const Endpoint& to, LIBSSH2_CHANNEL** channel)
{
    const bool stillOpensSession = m_opener == this && !continueSessionOpening();
    if (stillOpensSession || (m_opener && m_opener != who))
        return Opening::Again;
    if (!m_opener) {
        m_opener = who;
        m_opening.start();
        ringLater(weak_from_this());
    }
    const QByteArray host = to.host.toUtf8();
    *channel = libssh2_channel_direct_tcpip_ex(m_session, host.constData(), to.port, "127.0.0.1", 22);
    if (!*channel && libssh2_session_last_errno(m_session) == LIBSSH2_ERROR_EAGAIN)
        return Opening::Again;
    m_opener = nullptr;
    const bool isDead =
        !*channel && (libssh2_session_last_errno(m_session) != LIBSSH2_ERROR_CHANNEL_FAILURE || m_stream->ended());
    if (isDead)
        fail(broken());
    ring();
    return *channel ? Opening::Opened : Opening::Refused;
}

bool SshConnection::isStuckFor(const void* who) const
{
    return m_opener && m_opener != this && m_opener != who &&
           m_opening.elapsed() > std::chrono::milliseconds(stuckAfter).count();
}

void SshConnection::bury(LIBSSH2_CHANNEL* channel)
{
    finishBurial(shared_from_this(), channel, 1);
}

void SshConnection::buryForward(LIBSSH2_CHANNEL* channel)
{
    finishBurial(shared_from_this(), channel, 0);
}

Task<Done> SshConnection::finishBurial(std::shared_ptr<SshConnection> self, LIBSSH2_CHANNEL* channel, int place)
{
    const Interruption late(CallContext::cleanup(self->m_burial), [self] { self->ring(); });
    // The first call sends the close; the others wait for the answer.
    while (libssh2_channel_free(channel) == LIBSSH2_ERROR_EAGAIN) {
        if (late.happened() && self->m_state != State::Failed) {
            self->fail(self->broken()); // then the next call frees without asking, and nothing rings any more
            continue;
        }
        Completion news = self->news();
        co_await news;
    }
    self->m_sessions -= place;
    self->ring();
    co_return Done{};
}

} // namespace snowmelt
