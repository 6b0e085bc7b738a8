// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "models/domain/blueprint/blueprint.h"
#include "models/domain/result.h"

#include <QString>

namespace snowmelt {

/// What one fleet has for itself on this host: an id, a 127.77.BLOCK.0/24 block for published ports, a subnet and a
/// bridge. Nobody else has it: checked against other leases of this host (any home) and against the live host.
struct FleetLease
{
    QString fleetId;
    QString name;
    QString blueprintPath;
    int block = 0;
    FleetNetwork network;

    FleetKey key() const { return {fleetId, name}; }
    /// Inside address and published loopback address of the n-th node place, n from 1 (0 is the network, 1 the
    /// gateway).
    QString insideAddress(int place) const;
    QString outsideAddress(int place) const;
};

/// Where the leases of all homes of this host are: "/var/lib/snowmelt/leases" for root, below the user's state folder
/// for others. Entries whose home no longer names them are stale.
QString hostLeaseFolder();

/// Leases and keys per fleet, in `home`/fleets/NAME/. Blocking, quick.
class FleetRegistry
{
public:
    explicit FleetRegistry(QString home);
    /// Leases of this host in another folder than hostLeaseFolder(): for tests.
    FleetRegistry(QString home, QString leaseFolder);

    /// The fleet's lease, made when there is none. NameTaken when the name belongs to another folder's blueprint.
    Result<FleetLease> acquire(const Blueprint& blueprint);
    /// Null FleetLease::fleetId when there is none.
    Result<FleetLease> find(const Blueprint& blueprint) const;
    Result<Done> release(const FleetLease& lease);

    /// The fleet's own SSH client key (made once, 0600), and its public line.
    Result<QString> clientKeyFile(const FleetLease& lease) const;

private:
    Result<FleetLease> makeLease(const Blueprint& blueprint) const;

    QString m_home;
    QString m_leases;
};

} // namespace snowmelt
