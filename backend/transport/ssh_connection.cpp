// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/ssh_connection.h"

#include "backend/transport/side_call.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

constexpr qint64 unauthenticatedLimit = 1024 * 1024; // bytes; an honest server needs some 20 KB
constexpr qint64 babbleLimit = 64 * 1024;            // before it has said what it is

SshConnection* connectionOf(void** abstract)
{
    return static_cast<SshConnection*>(*abstract);
}

ssize_t receive(libssh2_socket_t, void* buffer, size_t size, int, void** abstract)
{
    ssize_t rc = 0;
    SideCall::atHome([&] { rc = connectionOf(abstract)->stream().take(static_cast<char*>(buffer), size); });
    return rc;
}

ssize_t transmit(libssh2_socket_t, const void* buffer, size_t size, int, void** abstract)
{
    ssize_t rc = 0;
    SideCall::atHome([&] { rc = connectionOf(abstract)->stream().put(static_cast<const char*>(buffer), size); });
    return rc;
}

void disconnected(LIBSSH2_SESSION*, int, const char* message, int size, const char*, int, void** abstract)
{
    connectionOf(abstract)->hangUp(QString::fromUtf8(message, size));
}

void* allocate(size_t size, void** abstract)
{
    return connectionOf(abstract)->memory().allocate(size);
}

void* reallocate(void* block, size_t size, void** abstract)
{
    return connectionOf(abstract)->memory().reallocate(block, size);
}

void release(void* block, void** abstract)
{
    connectionOf(abstract)->memory().release(block);
}

// Up to 1.11.0 libssh2 takes callbacks as object pointers; that call is deprecated since.
template <typename Function>
void setCallback(LIBSSH2_SESSION* session, int type, Function* function)
{
#if LIBSSH2_VERSION_NUM >= 0x010b01
    libssh2_session_callback_set2(session, type, reinterpret_cast<libssh2_cb_generic*>(function));
#else
    libssh2_session_callback_set(session, type, reinterpret_cast<void*>(function));
#endif
}

LIBSSH2_SESSION* makeSession(SshConnection* connection)
{
    static const int ready = libssh2_init(0);
    LIBSSH2_SESSION* session =
        ready == 0 ? libssh2_session_init_ex(allocate, release, reallocate, connection) : nullptr;
    Q_CHECK_PTR(session);
    libssh2_session_set_blocking(session, 0);
    setCallback(session, LIBSSH2_CALLBACK_RECV, receive);
    setCallback(session, LIBSSH2_CALLBACK_SEND, transmit);
    setCallback(session, LIBSSH2_CALLBACK_DISCONNECT, disconnected);
    return session;
}

} // namespace

std::shared_ptr<SshConnection> SshConnection::open(std::unique_ptr<SshApproach> approach,
                                                   std::chrono::milliseconds burial)
{
    std::shared_ptr<SshConnection> connection(new SshConnection(std::move(approach), burial));
    begin(connection); // runs by itself: it holds the connection until it is Ready or Failed
    return connection;
}

SshConnection::SshConnection(std::unique_ptr<SshApproach> approach, std::chrono::milliseconds burial)
    : m_approach(std::move(approach)), m_burial(burial), m_stream(m_approach->makeStream([this] { onNews(); })),
      m_session(makeSession(this))
{
    m_limit.setSingleShot(true);
    QObject::connect(&m_limit, &QTimer::timeout, &m_limit, [this] { fail(lateness(m_age.elapsed() / 1000)); });
    QObject::connect(&m_alive, &QTimer::timeout, &m_alive, [this] { checkAlive(); });
    m_age.start();
}

SshConnection::~SshConnection()
{
    m_stream->close(QStringLiteral("closed"));
    libssh2_session_free(m_session);
}

void SshConnection::onNews()
{
    const bool before = m_state == State::Handshaking || m_state == State::Authenticating;
    if (before && m_stream->heard() > unauthenticatedLimit)
        fail({ErrorCode::SshBroken, {m_approach->node(), m_approach->host()}, QStringLiteral("too much before login")});
    m_bell.ring();
}

Task<Done> SshConnection::begin(std::shared_ptr<SshConnection> self)
{
    const Result<Done> established = co_await establish(self);
    if (established.ok() && !self->isFailed())
        self->becomeReady();
    else if (established.failed())
        self->fail(established.error());
    else
        self->close();
    self->m_limit.stop();
    self->m_approach->settled(*self);
    co_return Done{};
}

Task<Done> SshConnection::establish(std::shared_ptr<SshConnection> self)
{
    SshApproach& approach = *self->m_approach;
    const Result<Done> admitted = co_await approach.admit(self);
    if (!admitted.ok() || self->isFailed())
        co_return admitted;
    self->m_state = State::Connecting;
    self->m_age.start();
    self->m_limit.start(approach.limit());
    const Result<Done> reached = co_await approach.reach(self);
    if (!reached.ok() || self->isFailed())
        co_return reached;
    self->m_state = State::Handshaking;
    const Result<Done> greeted = co_await shakeHands(self);
    if (!greeted.ok() || self->isFailed())
        co_return greeted;
    const QByteArray hostKey = self->presentedHostKey();
    const Result<Done> trusted = co_await approach.trust(self, hostKey);
    if (!trusted.ok() || self->isFailed())
        co_return trusted;
    self->m_state = State::Authenticating;
    const Result<Done> in = co_await approach.logIn(self);
    co_return in;
}

Task<Done> SshConnection::change(std::shared_ptr<SshConnection> self)
{
    if (self->isFailed())
        co_return self->failure(); // const: QCoro moves what is not, and others want it too
    Completion news = self->news();
    co_await news;
    if (self->isFailed())
        co_return self->failure();
    co_return Done{};
}

Task<Done> SshConnection::connected(std::shared_ptr<SshConnection> self)
{
    while (!self->m_stream->connected()) {
        if (self->m_stream->ended()) {
            const QStringList args{self->m_approach->node(), self->m_approach->host()};
            co_return Error{ErrorCode::SshUnreachable, args, self->m_stream->endReason()};
        }
        const Result<Done> changed = co_await change(self);
        if (!changed.ok())
            co_return changed;
    }
    co_return Done{};
}

Task<int> SshConnection::repeated(std::shared_ptr<SshConnection> self, std::function<int()> attempt)
{
    while (true) {
        const int rc = attempt();
        if (rc != LIBSSH2_ERROR_EAGAIN)
            co_return rc;
        const Result<Done> changed = co_await change(self);
        if (!changed.ok())
            co_return changed.as<int>();
    }
}

bool SshConnection::saidWhatItIs() const
{
    return QByteArray(libssh2_session_banner_get(m_session)).startsWith("SSH-");
}

// It hung up before libssh2 had read what came.
bool SshConnection::wasGoingToSayIt()
{
    QByteArray left(babbleLimit, '\0');
    const ssize_t got = m_stream->take(left.data(), size_t(left.size()));
    left.resize(std::max<ssize_t>(got, 0));
    return left.startsWith("SSH-") || left.contains("\nSSH-");
}

Task<Done> SshConnection::shakeHands(std::shared_ptr<SshConnection> self)
{
    const QStringList args{self->m_approach->node(), self->m_approach->host()};
    while (true) {
        const int rc = libssh2_session_handshake(self->m_session, self->m_stream->descriptor());
        if (rc == 0)
            co_return Done{};
        const bool babbles = !self->saidWhatItIs() && self->m_stream->heard() > babbleLimit;
        if (rc != LIBSSH2_ERROR_EAGAIN || babbles) {
            const bool isSshServer = self->saidWhatItIs() || (!babbles && self->wasGoingToSayIt());
            const QString why = babbles ? QStringLiteral("no SSH banner") : self->lastMessage();
            co_return Error{isSshServer ? ErrorCode::SshBroken : ErrorCode::SshUnreachable, args, why};
        }
        const Result<Done> changed = co_await change(self);
        if (!changed.ok())
            co_return changed;
    }
}

QByteArray SshConnection::presentedHostKey() const
{
    size_t size = 0;
    int type = 0;
    const char* key = libssh2_session_hostkey(m_session, &size, &type);
    return QByteArray(key, qsizetype(size));
}

void SshConnection::preferHostKeys(const QByteArray& algorithms)
{
    // libssh2 1.10 takes an unknown method out of the list with memcpy() onto itself, so it gets none.
    const char** known = nullptr;
    const int count = libssh2_session_supported_algs(m_session, LIBSSH2_METHOD_HOSTKEY, &known);
    const QList<QByteArray> supported(known, known + qMax(count, 0));
    libssh2_free(m_session, known);
    QList<QByteArray> wanted = algorithms.split(',');
    wanted.removeIf([&supported](const QByteArray& one) { return !supported.contains(one); });
    if (!wanted.isEmpty())
        libssh2_session_method_pref(m_session, LIBSSH2_METHOD_HOSTKEY, wanted.join(',').constData());
}

void SshConnection::becomeReady()
{
    m_state = State::Ready;
    ring();
}

void SshConnection::fail(Error error)
{
    if (isFailed())
        return;
    m_state = State::Failed;
    m_failure = std::move(error);
    m_limit.stop();
    m_alive.stop();
    m_stream->close(QStringLiteral("closed"));
    m_approach->failed();
    ring();
}

void SshConnection::close()
{
    if (isReady())
        libssh2_session_disconnect(m_session, "done");
    fail({ErrorCode::SshBroken, {m_approach->node()}, QStringLiteral("closed by Snowmelt")});
}

void SshConnection::unwant()
{
    if (--m_wanted == 0 && !isReady() && !isFailed())
        m_approach->unwanted(*this);
}

QString SshConnection::lastMessage() const
{
    if (!m_farewell.isEmpty())
        return m_farewell;
    if (m_stream->ended())
        return m_stream->endReason();
    char* message = nullptr;
    libssh2_session_last_error(m_session, &message, nullptr, 0);
    return QString::fromUtf8(message);
}

Error SshConnection::broken() const
{
    return {ErrorCode::SshBroken, {m_approach->node(), m_approach->host()}, lastMessage()};
}

Error SshConnection::lateness(qint64 seconds) const
{
    const QString node = m_approach->node();
    const QString host = m_approach->host();
    if (m_thinking.code != ErrorCode::Unexpected)
        return m_thinking;
    switch (m_state) {
    case State::Connecting:
        return {ErrorCode::SshUnreachable, {node, host}, QStringLiteral("Connection timed out")};
    case State::Handshaking:
    case State::Authenticating:
        return {ErrorCode::SshSilent, {node, host, QString::number(seconds)}, {}};
    case State::Waiting:
    case State::Ready:
    case State::Failed:
        break;
    }
    return {ErrorCode::TimedOut, {node, QString::number(seconds)}, {}};
}

void SshConnection::pauseLimit(const Error& what)
{
    m_thinking = what;
    m_limitLeft = std::max(m_limit.remainingTimeAsDuration(), std::chrono::milliseconds(0));
    m_limit.stop();
}

void SshConnection::resumeLimit()
{
    m_thinking = {};
    if (!isFailed())
        m_limit.start(m_limitLeft);
}

void SshConnection::keepAlive(int seconds, int countMax)
{
    if (seconds <= 0)
        return;
    libssh2_keepalive_config(m_session, 1, 2); // sent whenever asked for: the pace is the timer's
    m_unansweredMax = countMax;
    m_heardBefore = m_stream->heard();
    m_alive.setTimerType(Qt::PreciseTimer);
    m_alive.start(std::chrono::seconds(std::max(seconds, 2))); // libssh2 sends no more often
}

void SshConnection::checkAlive()
{
    if (std::exchange(m_heardBefore, m_stream->heard()) != m_stream->heard()) {
        m_unanswered = 0;
        return;
    }
    if (m_unanswered >= m_unansweredMax)
        return fail({ErrorCode::SshBroken, {m_approach->node(), m_approach->host()}, QStringLiteral("not responding")});
    ++m_unanswered;
    int next = 0;
    libssh2_keepalive_send(m_session, &next);
}

} // namespace snowmelt
