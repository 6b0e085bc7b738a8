// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace snowmelt {

/// What a home keeps for one fleet.
struct FleetPaths
{
    QString folder;
    QString lease;
    QString clientKey;
    QString clientPublicKey;
    QString password(const QString& database) const { return folder + u"/database-" + database + u".password"; }
};

inline FleetPaths fleetPaths(const QString& home, const QString& fleet)
{
    const QString folder = home + u"/fleets/" + fleet;
    return {folder, folder + u"/lease.json", folder + u"/id_ed25519", folder + u"/id_ed25519.pub"};
}

} // namespace snowmelt
