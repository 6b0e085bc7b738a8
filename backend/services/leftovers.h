// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/fleet/fleet_lease.h"
#include "backend/platform/possessions.h"
#include "models/domain/planning/plan.h"

namespace snowmelt {

/// What is known of this home when its platform is looked through for leftovers.
struct HomeView
{
    FleetKey fleet;           ///< whose orphans are asked for
    Blueprint blueprint;      ///< its
    QList<FleetLease> leases; ///< of all fleets of this home
    QSet<QString> forsaken;   ///< ids of those whose blueprint is gone and that nobody works on
    QSet<QString> images;     ///< digests, hex, that the store has or an open deployment refers to
};

/// A leftover with what is needed to remove it.
struct Leftover
{
    Orphan orphan;
    std::optional<Possession> possession; ///< on the platform
    std::optional<FleetLease> lease;      ///< in the home
};

/// Pure. Besides nodes of this fleet, which are findOrphans()': what has the label of a fleet that no lease of this
/// home knows ("fleetGone"), volumes of databases the blueprint does not have any more ("partGone"), images that no
/// node is made of and nobody would make one of ("imageUnused"), and address ranges leased to a blueprint that is gone,
/// of which nothing exists ("blueprintGone"). What something on the platform holds is none.
QList<Leftover> findLeftovers(const HomeView& home, const QList<Possession>& possessions);

/// Of all fleets of this home. One that cannot be read is an error: what is its fleet's would look like nobody's.
Result<QList<FleetLease>> leasesOf(const QString& home);

} // namespace snowmelt
