// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fleet_lease.h"

#include <QHostAddress>

namespace snowmelt {

QString FleetLease::insideAddress(int place) const
{
    const auto [base, width] = QHostAddress::parseSubnet(network.subnet);
    Q_UNUSED(width)
    return QHostAddress(base.toIPv4Address() + 1 + static_cast<quint32>(place)).toString();
}

QString FleetLease::outsideAddress(int place) const
{
    return u"127.77." + QString::number(block) + u'.' + QString::number(1 + place);
}

} // namespace snowmelt
