// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/host_view.h"

#include <QFile>
#include <QNetworkInterface>
#include <QtAlgorithms>
#include <QtEndian>

namespace snowmelt {

namespace {

constexpr int highestBlock = 254;
const QByteArray listenState = QByteArrayLiteral("0A");

QByteArray readAll(const char* path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// /proc/net prints addresses as the machine holds them: in network order, read as a number of the host.
quint32 kernelAddress(const QByteArray& hex)
{
    return qFromBigEndian(hex.toUInt(nullptr, 16));
}

QList<QByteArrayList> rows(const QByteArray& text)
{
    QList<QByteArrayList> rows;
    for (const QByteArray& line : text.split('\n').mid(1))
        if (const QByteArray trimmed = line.simplified(); !trimmed.isEmpty())
            rows.append(trimmed.split(' '));
    return rows;
}

bool overlap(const Subnet& a, const Subnet& b)
{
    const int width = std::min(a.second, b.second);
    return a.first.isInSubnet(b.first, width);
}

bool meets(int block, const HostView& host)
{
    const FleetNetwork network = networkOfBlock(block);
    const Subnet subnet = QHostAddress::parseSubnet(network.subnet);
    return host.listeningBlocks.contains(block) || host.interfaces.contains(network.bridge) ||
           std::any_of(host.subnets.begin(), host.subnets.end(),
                       [&subnet](const Subnet& other) { return overlap(subnet, other); });
}

} // namespace

HostView viewHost()
{
    HostView view;
    for (const QNetworkInterface& interface : QNetworkInterface::allInterfaces()) {
        view.interfaces.append(interface.name());
        for (const QNetworkAddressEntry& entry : interface.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                view.subnets.append({entry.ip(), entry.prefixLength()});
    }
    view.subnets += parseRoutes(readAll("/proc/net/route"));
    view.listeningBlocks = parseListeningBlocks(readAll("/proc/net/tcp"));
    return view;
}

QList<Subnet> parseRoutes(const QByteArray& text)
{
    QList<Subnet> subnets;
    for (const QByteArrayList& row : rows(text)) {
        if (row.size() < 8)
            continue;
        const quint32 mask = kernelAddress(row.at(7));
        if (mask != 0)
            subnets.append({QHostAddress(kernelAddress(row.at(1))), static_cast<int>(qPopulationCount(mask))});
    }
    return subnets;
}

QSet<int> parseListeningBlocks(const QByteArray& text)
{
    constexpr quint32 prefix = (127u << 8) | 77u;
    QSet<int> blocks;
    for (const QByteArrayList& row : rows(text)) {
        if (row.size() < 4 || row.at(3) != listenState)
            continue;
        const quint32 address = kernelAddress(row.at(1).split(':').first());
        if (address >> 16 == prefix)
            blocks.insert(static_cast<int>((address >> 8) & 0xff));
    }
    return blocks;
}

int freeBlock(const HostView& host, const QList<FleetLease>& leases)
{
    for (int block = 1; block <= highestBlock; ++block) {
        const bool leased = std::any_of(leases.begin(), leases.end(),
                                        [block](const FleetLease& lease) { return lease.block == block; });
        if (!leased && !meets(block, host))
            return block;
    }
    return 0;
}

FleetNetwork networkOfBlock(int block)
{
    const QString number = QString::number(block);
    return {u"10.213." + number + u".0/24", u"10.213." + number + u".1", u"snow" + number};
}

} // namespace snowmelt
