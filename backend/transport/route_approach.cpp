// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/route_approach.h"

#include "backend/transport/host_key_check.h"
#include "backend/transport/host_lookup.h"

#include <algorithm>
#include <utility>

namespace snowmelt {

namespace {

constexpr int lateAnswersMax = 3;

Error allIsClosed()
{
    return {ErrorCode::SshBroken, {QString()}, QStringLiteral("closed by Snowmelt")};
}

QString shownHost(const SshWay& way)
{
    const QString name = way.hostName.contains(u':') ? QString(u'[' + way.hostName + u']') : way.hostName;
    return name + u':' + QString::number(way.port);
}

} // namespace

RouteApproach::RouteApproach(SshWay way, QString node, std::shared_ptr<RouteShared> shared, Choose chooseVia,
                             std::shared_ptr<LoginMemory> memory)
    : m_way(std::move(way)), m_shared(std::move(shared)), m_chooseVia(std::move(chooseVia)),
      m_memory(std::move(memory)),
      m_questioner(m_shared->asker, std::move(node), QString::fromUtf8(knownHostName(peerOf(m_way)))),
      m_login(m_way, shownHost(m_way), m_shared->limits, m_memory, &m_shared->ring, &m_questioner)
{
}

QString RouteApproach::host() const
{
    return shownHost(m_way);
}

std::chrono::milliseconds RouteApproach::limit() const
{
    return m_way.connectTimeout > 0 ? std::chrono::seconds(m_way.connectTimeout) : m_shared->limits.connect;
}

std::unique_ptr<SshStream> RouteApproach::makeStream(std::function<void()> news)
{
    if (m_chooseVia) {
        auto jump = std::make_unique<JumpStream>(std::move(news));
        m_jump = jump.get();
        return jump;
    }
    auto socket = std::make_unique<SshSocket>(std::move(news));
    m_socket = socket.get();
    return socket;
}

// sshd counts who is at its own door; through a jump host it is that one's load.
QString RouteApproach::place() const
{
    return m_via ? QString(u"through " + m_via->approach().host()) : host();
}

Task<Done> RouteApproach::admit(Connection connection)
{
    while (true) {
        if (m_chooseVia) {
            const Result<Done> taken = co_await takeVia(connection);
            if (!taken.ok())
                co_return taken;
        }
        const Result<Done> passed = co_await passGate(connection);
        if (!passed.ok())
            co_return passed;
        if (!m_via || !m_via->isStuckFor(nullptr))
            co_return Done{};
        m_questioner.setPass(nullptr);
        m_pass.reset();
    }
}

Task<Done> RouteApproach::takeVia(Connection connection)
{
    letGoOfVia();
    if (connection->isFailed())
        co_return connection->failure();
    m_via = m_chooseVia();
    if (!m_via)
        co_return allIsClosed();
    m_viaWasReady = m_via->isReady();
    m_via->want();
    m_wantsVia = true;
    while (!m_via->isReady()) {
        if (m_via->isFailed())
            co_return m_via->failure();
        if (connection->isFailed())
            co_return connection->failure();
        Completion news = m_via->news();
        co_await news;
    }
    co_return Done{};
}

void RouteApproach::letGoOfVia()
{
    if (std::exchange(m_wantsVia, false))
        m_via->unwant();
}

Task<Done> RouteApproach::passGate(Connection connection)
{
    const std::weak_ptr<SshConnection> waiting = connection;
    const std::function<void()> granted = [waiting] {
        if (const Connection alive = waiting.lock())
            alive->ring();
    };
    m_pass = m_shared->gate->ask(place(), granted);
    while (!m_pass->isGranted()) {
        const Result<Done> changed = co_await SshConnection::change(connection);
        if (!changed.ok())
            co_return changed;
    }
    m_questioner.setPass(m_pass);
    co_return Done{};
}

Task<Done> RouteApproach::reach(Connection connection)
{
    const Result<QByteArray> algorithms = co_await hostKeyAlgorithmsFor(m_way);
    if (!algorithms.ok())
        co_return algorithms.as<Done>();
    connection->preferHostKeys(*algorithms);
    auto reached = m_jump ? reachThrough(connection) : reachDirectly(connection);
    const Result<Done> result = co_await reached;
    co_return result;
}

Task<Done> RouteApproach::reachDirectly(Connection connection)
{
    const Endpoint named{m_way.hostName, m_way.port};
    const Result<QList<Endpoint>> addresses = co_await addressesOf(connection, named);
    if (!addresses.ok())
        co_return addresses.as<Done>();
    m_socket->open(*addresses, limit() / std::max<qsizetype>(addresses->size(), 1));
    const Result<Done> connected = co_await SshConnection::connected(connection);
    co_return connected;
}

Task<Done> RouteApproach::reachThrough(Connection connection)
{
    while (true) {
        const Result<Done> jumped = co_await jump(connection);
        if (!jumped.ok() || m_jump->connected())
            co_return jumped;
        connection->pauseLimit({});
        const Result<Done> taken = co_await takeVia(connection);
        connection->resumeLimit();
        if (!taken.ok())
            co_return taken;
    }
}

// Connected, or gave way to another's that is stuck.
Task<Done> RouteApproach::jump(Connection connection)
{
    m_jump->open(m_via, {m_way.hostName, m_way.port});
    while (!m_jump->connected() && !m_jump->gaveWay()) {
        if (m_via->isFailed())
            co_return m_via->failure();
        if (m_jump->ended()) {
            const QString why = m_via->approach().host() + u": " + m_jump->endReason();
            co_return Error{ErrorCode::SshUnreachable, {QString(), host()}, why};
        }
        const Result<Done> changed = co_await SshConnection::change(connection);
        if (!changed.ok())
            co_return changed;
    }
    co_return Done{};
}

Task<Done> RouteApproach::trust(Connection connection, QByteArray hostKey)
{
    const Result<Done> checked = co_await checkHostKey(connection, m_way, hostKey, &m_questioner);
    if (checked.ok())
        m_questioner.setHostKey(fingerprint(hostKey));
    co_return checked;
}

Task<Done> RouteApproach::logIn(Connection connection)
{
    const Result<Done> in = co_await m_login.run(connection);
    if (in.ok())
        connection->keepAlive(m_way.serverAliveInterval, m_way.serverAliveCountMax);
    co_return in;
}

void RouteApproach::settled(SshConnection&)
{
    m_pass.reset();
    m_questioner.setPass(nullptr);
    letGoOfVia();
}

void RouteApproach::failed()
{
    m_questioner.cancel();
    if (m_via)
        m_via->ring();
}

bool RouteApproach::mayTryAgain() const
{
    if (m_questioner.cameTooLate() || m_login.isUnjudged())
        return m_memory->lateAnswers < lateAnswersMax;
    if (!m_via || !m_via->isFailed())
        return false;
    return m_viaWasReady || static_cast<const RouteApproach&>(m_via->approach()).mayTryAgain();
}

} // namespace snowmelt
