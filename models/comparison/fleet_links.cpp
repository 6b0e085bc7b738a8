// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparison/fleet_links.h"

#include <QSet>

#include <algorithm>

namespace snowmelt::comparison {

QList<FleetLink> linksOf(const Blueprint& blueprint)
{
    QList<FleetLink> links;
    for (const Balancer& balancer : blueprint.balancers)
        for (const QString& served : balancer.serves)
            links << FleetLink{LinkKind::Serves, balancer.name, served};
    for (const Group& group : blueprint.groups)
        for (const QString& used : group.uses)
            links << FleetLink{LinkKind::Uses, group.name, used};
    for (const Database& database : blueprint.databases)
        if (!database.replicaOf.isEmpty())
            links << FleetLink{LinkKind::Replica, database.replicaOf, database.name};
    QSet<FleetLink> pairs; // said by both
    for (const Balancer& balancer : blueprint.balancers) {
        const auto [first, second] = std::minmax(balancer.name, balancer.pair);
        const FleetLink pair{LinkKind::Pair, first, second};
        if (balancer.pair.isEmpty() || pairs.contains(pair))
            continue;
        pairs.insert(pair);
        links << pair;
    }
    return links;
}

} // namespace snowmelt::comparison
