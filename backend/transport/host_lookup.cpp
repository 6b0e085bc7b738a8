// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/host_lookup.h"

#include <QHostAddress>
#include <QHostInfo>

#include <optional>

namespace snowmelt {

namespace {

struct Lookup
{
    QObject receiver;
    std::optional<QHostInfo> answer;
};

std::shared_ptr<Lookup> begunLookup(const std::shared_ptr<SshConnection>& connection, const QString& name)
{
    auto lookup = std::make_shared<Lookup>();
    const std::weak_ptr<Lookup> weak = lookup; // who waits keeps it: when nobody does the answer goes nowhere
    QHostInfo::lookupHost(name, &lookup->receiver, [weak, connection](const QHostInfo& info) {
        if (const auto alive = weak.lock())
            alive->answer = info;
        connection->ring();
    });
    return lookup;
}

} // namespace

Task<QList<Endpoint>> addressesOf(std::shared_ptr<SshConnection> connection, Endpoint host)
{
    if (!QHostAddress(host.host).isNull())
        co_return QList<Endpoint>{host};
    const std::shared_ptr<Lookup> lookup = begunLookup(connection, host.host);
    while (!lookup->answer) {
        const Result<Done> changed = co_await SshConnection::change(connection);
        if (!changed.ok())
            co_return changed.as<QList<Endpoint>>();
    }
    QList<Endpoint> addresses;
    for (const QHostAddress& address : lookup->answer->addresses())
        addresses.append({address.toString(), host.port});
    if (addresses.isEmpty()) {
        const SshApproach& approach = connection->approach();
        const QStringList args{approach.node(), approach.host(), QStringLiteral("noAddress")};
        co_return Error{ErrorCode::SshUnreachable, args, lookup->answer->errorString()};
    }
    co_return addresses;
}

} // namespace snowmelt
