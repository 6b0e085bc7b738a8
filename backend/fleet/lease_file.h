// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_lease.h"

#include <QByteArray>

namespace snowmelt {

/// A lease as it is kept: in its home whole, and in the host's folder with the home's copy to ask whether it is stale.
struct LeaseEntry
{
    FleetLease lease;
    QString homeFile;
};

QByteArray leaseJson(const LeaseEntry& entry);
/// Nothing when it is not a lease.
std::optional<LeaseEntry> parseLease(const QByteArray& json);

} // namespace snowmelt
