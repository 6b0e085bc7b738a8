// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/pinned_approach.h"

#include "backend/transport/ssh_connection.h"
#include "models/domain/ssh/host_key.h"

#include <QFileInfo>

#include <utility>

namespace snowmelt {

PinnedApproach::PinnedApproach(SshTarget target, SshLimits limits) : m_target(std::move(target)), m_limits(limits) {}

std::unique_ptr<SshStream> PinnedApproach::makeStream(std::function<void()> news)
{
    auto socket = std::make_unique<SshSocket>(std::move(news));
    m_socket = socket.get();
    return socket;
}

Task<Done> PinnedApproach::admit(Connection)
{
    co_return Done{};
}

Task<Done> PinnedApproach::reach(Connection connection)
{
    const std::optional<HostKey> pinned = parseHostKey(m_target.hostKey);
    connection->preferHostKeys(hostKeyPreference(pinned ? pinned->type : QByteArray()));
    m_socket->open({m_target.endpoint}, m_limits.connect);
    const Result<Done> connected = co_await SshConnection::connected(connection);
    co_return connected;
}

Task<Done> PinnedApproach::trust(Connection, QByteArray hostKey)
{
    const std::optional<HostKey> pinned = parseHostKey(m_target.hostKey);
    if (!pinned)
        co_return Error{ErrorCode::HostKeyUnknown, {m_target.name, fingerprint(hostKey)}, {}};
    if (pinned->blob != hostKey) {
        const QStringList args{m_target.name, fingerprint(pinned->blob), fingerprint(hostKey)};
        co_return Error{ErrorCode::HostKeyChanged, args, {}};
    }
    co_return Done{};
}

std::optional<Error> PinnedApproach::unusableKey() const
{
    for (const QString& file : {m_target.privateKeyFile, m_target.publicKeyFile}) {
        if (!file.isEmpty() && !QFileInfo(file).isReadable())
            return Error{ErrorCode::FileUnreadable, {file}, {}};
    }
    return std::nullopt;
}

Task<Done> PinnedApproach::logIn(Connection connection)
{
    if (const std::optional<Error> error = unusableKey())
        co_return *error;
    const QByteArray user = m_target.user.toUtf8();
    const QByteArray privateKey = m_target.privateKeyFile.toLocal8Bit();
    const QByteArray publicKey = m_target.publicKeyFile.toLocal8Bit();
    const std::function<int()> attempt = [&] {
        return libssh2_userauth_publickey_fromfile_ex(connection->session(), user.constData(), unsigned(user.size()),
                                                      publicKey.isEmpty() ? nullptr : publicKey.constData(),
                                                      privateKey.constData(), nullptr);
    };
    const Result<int> rc = co_await SshConnection::repeated(connection, attempt);
    if (!rc.ok())
        co_return rc.as<Done>();
    if (*rc == 0)
        co_return Done{};
    if (connection->stream().ended() && *rc != LIBSSH2_ERROR_AUTHENTICATION_FAILED)
        co_return connection->broken();
    co_return Error{ErrorCode::SshAuthFailed, {m_target.name, m_target.user}, connection->lastMessage()};
}

} // namespace snowmelt
