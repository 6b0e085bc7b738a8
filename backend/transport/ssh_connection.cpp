// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_connection.h"

#include "backend/execution/interruption.h"
#include "models/domain/ssh/host_key.h"

#include <QFileInfo>

#include <utility>

namespace snowmelt {

namespace {

ssize_t receive(libssh2_socket_t, void* buffer, size_t size, int, void** socket)
{
    return static_cast<SshSocket*>(*socket)->take(static_cast<char*>(buffer), size);
}

ssize_t transmit(libssh2_socket_t, const void* buffer, size_t size, int, void** socket)
{
    return static_cast<SshSocket*>(*socket)->put(static_cast<const char*>(buffer), size);
}

// libssh2 hands callbacks over as object pointers.
template <typename Function>
void* asPointer(Function* function)
{
    return reinterpret_cast<void*>(function);
}

LIBSSH2_SESSION* makeSession(SshSocket* socket)
{
    static const int ready = libssh2_init(0);
    LIBSSH2_SESSION* session = ready == 0 ? libssh2_session_init_ex(nullptr, nullptr, nullptr, socket) : nullptr;
    Q_CHECK_PTR(session);
    libssh2_session_set_blocking(session, 0);
    libssh2_session_callback_set(session, LIBSSH2_CALLBACK_RECV, asPointer(receive));
    libssh2_session_callback_set(session, LIBSSH2_CALLBACK_SEND, asPointer(transmit));
    return session;
}

QString lastError(LIBSSH2_SESSION* session)
{
    char* message = nullptr;
    libssh2_session_last_error(session, &message, nullptr, 0);
    return QString::fromUtf8(message);
}

} // namespace

std::shared_ptr<SshConnection> SshConnection::open(SshTarget target, SshLimits limits)
{
    std::shared_ptr<SshConnection> connection(new SshConnection(std::move(target), limits));
    begin(connection); // runs by itself: it holds the connection until it is Ready or Failed
    return connection;
}

SshConnection::SshConnection(SshTarget target, SshLimits limits)
    : m_target(std::move(target)), m_limits(limits), m_socket([this] { m_bell.ring(); }),
      m_session(makeSession(&m_socket))
{
    const std::optional<HostKey> pinned = parseHostKey(m_target.hostKey);
    const QByteArray preference = hostKeyPreference(pinned ? pinned->type : QByteArray());
    libssh2_session_method_pref(m_session, LIBSSH2_METHOD_HOSTKEY, preference.constData());
    m_age.start();
}

SshConnection::~SshConnection()
{
    m_socket.close(QStringLiteral("closed"));
    libssh2_session_free(m_session);
}

Task<Done> SshConnection::begin(std::shared_ptr<SshConnection> self)
{
    self->m_socket.open(self->m_target.endpoint);
    const auto limit = CallContext::cleanup(self->m_limits.connect);
    const Interruption late(limit, [self] { self->ring(); });
    while (self->m_state != State::Ready && self->m_state != State::Failed) {
        if (late.happened()) {
            self->fail(self->lateness(self->m_age.elapsed() / 1000));
            break;
        }
        if (self->advance())
            continue;
        Completion news = self->news();
        co_await news;
    }
    co_return Done{};
}

bool SshConnection::advance()
{
    switch (m_state) {
    case State::Connecting:
        if (m_socket.ended())
            fail({ErrorCode::SshUnreachable, {m_target.name, m_target.endpoint.text()}, m_socket.endReason()});
        else if (m_socket.connected())
            m_state = State::Handshaking;
        return m_state != State::Connecting;
    case State::Handshaking:
        return shakeHands();
    case State::Authenticating:
        return authenticate();
    case State::Ready:
    case State::Failed:
        break;
    }
    return true;
}

bool SshConnection::shakeHands()
{
    const int rc = libssh2_session_handshake(m_session, m_socket.descriptor());
    if (rc == LIBSSH2_ERROR_EAGAIN)
        return false;
    if (rc != 0) {
        const QString why = m_socket.ended() ? m_socket.endReason() : lastError(m_session);
        fail({ErrorCode::SshUnreachable, {m_target.name, m_target.endpoint.text()}, why});
    } else if (checkHostKey()) {
        m_state = State::Authenticating;
    }
    return true;
}

bool SshConnection::checkHostKey()
{
    size_t size = 0;
    int type = 0;
    const char* key = libssh2_session_hostkey(m_session, &size, &type);
    const QByteArray presented(key, qsizetype(size));
    const std::optional<HostKey> pinned = parseHostKey(m_target.hostKey);
    if (!pinned) {
        fail({ErrorCode::HostKeyUnknown, {m_target.name, fingerprint(presented)}, {}});
        return false;
    }
    if (pinned->blob != presented) {
        fail({ErrorCode::HostKeyChanged, {m_target.name, fingerprint(pinned->blob), fingerprint(presented)}, {}});
        return false;
    }
    return true;
}

std::optional<Error> SshConnection::unusableKey() const
{
    for (const QString& file : {m_target.privateKeyFile, m_target.publicKeyFile}) {
        if (!file.isEmpty() && !QFileInfo(file).isReadable())
            return Error{ErrorCode::FileUnreadable, {file}, {}};
    }
    return std::nullopt;
}

bool SshConnection::authenticate()
{
    if (const std::optional<Error> error = unusableKey()) {
        fail(*error);
        return true;
    }
    const QByteArray user = m_target.user.toUtf8();
    const QByteArray privateKey = m_target.privateKeyFile.toLocal8Bit();
    const QByteArray publicKey = m_target.publicKeyFile.toLocal8Bit();
    const int rc = libssh2_userauth_publickey_fromfile_ex(m_session, user.constData(), unsigned(user.size()),
                                                          publicKey.isEmpty() ? nullptr : publicKey.constData(),
                                                          privateKey.constData(), nullptr);
    if (rc == LIBSSH2_ERROR_EAGAIN)
        return false;
    if (rc == 0)
        becomeReady();
    else if (m_socket.ended() && rc != LIBSSH2_ERROR_AUTHENTICATION_FAILED)
        fail(broken());
    else
        fail({ErrorCode::SshAuthFailed, {m_target.name, m_target.user}, lastError(m_session)});
    return true;
}

void SshConnection::becomeReady()
{
    m_state = State::Ready;
    ring();
}

void SshConnection::fail(Error error)
{
    if (m_state == State::Failed)
        return;
    m_state = State::Failed;
    m_failure = std::move(error);
    m_socket.close(QStringLiteral("closed"));
    ring();
}

void SshConnection::close()
{
    if (m_state == State::Ready)
        libssh2_session_disconnect(m_session, "done");
    fail({ErrorCode::SshBroken, {m_target.name}, QStringLiteral("closed by Snowmelt")});
}

Error SshConnection::broken() const
{
    const QString why = m_socket.ended() ? m_socket.endReason() : lastError(m_session);
    return {ErrorCode::SshBroken, {m_target.name}, why};
}

Error SshConnection::lateness(qint64 seconds) const
{
    const QString host = m_target.endpoint.text();
    if (m_state == State::Connecting)
        return {ErrorCode::SshUnreachable, {m_target.name, host}, QStringLiteral("Connection timed out")};
    if (m_state == State::Handshaking)
        return {ErrorCode::SshSilent, {m_target.name, host, QString::number(seconds)}, {}};
    return {ErrorCode::TimedOut, {m_target.name, QString::number(seconds)}, {}};
}

SshConnection::Opening SshConnection::tryOpenChannel(LIBSSH2_CHANNEL** channel)
{
    if (m_channels >= maxChannels)
        return Opening::Again;
    *channel = libssh2_channel_open_session(m_session);
    if (*channel) {
        ++m_channels;
        ring(); // who waited for this very answer begins again
        return Opening::Opened;
    }
    const int rc = libssh2_session_last_errno(m_session);
    if (rc == LIBSSH2_ERROR_EAGAIN)
        return Opening::Again;
    if (rc != LIBSSH2_ERROR_CHANNEL_FAILURE || m_socket.ended())
        fail(broken());
    return Opening::Refused;
}

void SshConnection::bury(LIBSSH2_CHANNEL* channel)
{
    finishBurial(shared_from_this(), channel);
}

Task<Done> SshConnection::finishBurial(std::shared_ptr<SshConnection> self, LIBSSH2_CHANNEL* channel)
{
    const Interruption late(CallContext::cleanup(self->m_limits.burial), [self] { self->ring(); });
    // The first call sends the close; the others wait for the answer.
    while (libssh2_channel_free(channel) == LIBSSH2_ERROR_EAGAIN) {
        if (late.happened() && self->m_state != State::Failed) {
            self->fail(self->broken()); // then the next call frees without asking, and nothing rings any more
            continue;
        }
        Completion news = self->news();
        co_await news;
    }
    --self->m_channels;
    self->ring();
    co_return Done{};
}

} // namespace snowmelt
