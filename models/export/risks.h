// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"

namespace snowmelt {

enum class RiskKind {
    NoBalancer,        ///< {}: nothing serves the group
    SingleBalancer,    ///< {groups behind it}: no pair, and no other in front of them
    PairInOneZone,     ///< {other balancer, zone}
    GroupOfOne,        ///< {}: one node wanted
    OneZone,           ///< {zone}
    DatabaseAlone,     ///< {groups that use it}: nothing follows it
    ReplicasInOneZone, ///< {zone}: the database and all that follow it
    VolumeLost,        ///< {}: the volume goes with the database
    CacheShared,       ///< {groups that use it}: several
    ZonesUnsaid,       ///< {}: of the whole fleet
    GroupWithoutZone,  ///< {}: while other parts have one
    Missing,           ///< {nodes that exist, wanted}
    NotHealthy,        ///< {nodes}: degraded or down
    MixedVersions,     ///< {images}: without a deployment under way
    OtherImage,        ///< {what runs, what the blueprint says}
    Drifted,           ///< {nodes, differences}
    NeverScanned,      ///< {nodes}
    NotAllScanned,     ///< {nodes}: something of them could not be seen
    Unseen,            ///< {nodes}: could not be asked
};

/// High: one failure, or one that is there already, takes a part out of service. Medium: it will be harder to tell or
/// to mend. Low: not known, or a matter of taste.
enum class Severity { High, Medium, Low };

struct Risk
{
    RiskKind kind = RiskKind::NoBalancer;
    Severity severity = Severity::Low;
    QString part; ///< empty: the whole fleet
    QStringList args{};
    bool operator==(const Risk&) const = default;
};

/// Somebody looked, whatever there was to see.
bool wasSeen(const FleetState& fleet);
/// What the blueprint says and what was seen, judged. Pure; worst first, then in the blueprint's order. Of a fleet that
/// was never seen only the blueprint is judged.
QList<Risk> risksOf(const Blueprint& blueprint, const FleetState& fleet);

} // namespace snowmelt
