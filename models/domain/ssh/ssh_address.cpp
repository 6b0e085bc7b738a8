// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ssh/ssh_address.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

namespace snowmelt {

namespace {

template <typename Address>
QString spelled(int family, const Address& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    return QString::fromLatin1(inet_ntop(family, &address, text.data(), text.size()));
}

/// inet_aton() would take what stands behind a space for nothing.
bool isPlain(const QByteArray& host)
{
    return std::ranges::all_of(host, [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

QString sshAddress(const QString& host)
{
    const qsizetype zone = host.indexOf(u'%');
    const QByteArray address = host.left(zone).toUtf8(); // all of it without a zone
    in6_addr six{};
    in_addr four{};
    if (inet_pton(AF_INET6, address.constData(), &six) == 1)
        return spelled(AF_INET6, six) + (zone < 0 ? QString() : host.mid(zone));
    if (zone < 0 && isPlain(address) && inet_aton(address.constData(), &four) != 0)
        return spelled(AF_INET, four);
    return host;
}

} // namespace snowmelt
