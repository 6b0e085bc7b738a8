// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_lease.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QSet>
#include <QStringList>

namespace snowmelt {

using Subnet = QPair<QHostAddress, int>;

/// What of this host's network a new lease must not meet.
struct HostView
{
    QStringList interfaces;
    QList<Subnet> subnets;     ///< of interfaces and routes, without the default route
    QSet<int> listeningBlocks; ///< N where something listens on 127.77.N.x
};

/// Looks; blocking, quick.
HostView viewHost();

/// Destinations in the text of /proc/net/route.
QList<Subnet> parseRoutes(const QByteArray& text);
/// Third bytes of listening 127.77.N.x in the text of /proc/net/tcp.
QSet<int> parseListeningBlocks(const QByteArray& text);

/// The lowest block nobody has, from 1; 0 when there is none.
int freeBlock(const HostView& host, const QList<FleetLease>& leases);

/// What belongs to a block: subnet 10.213.N.0/24, bridge "snowN".
FleetNetwork networkOfBlock(int block);

} // namespace snowmelt
