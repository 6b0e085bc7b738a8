// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/editing/ties.h"

namespace snowmelt {

namespace {

template <typename Parts>
QStringList namesIn(const Parts& parts)
{
    QStringList names;
    for (const auto& part : parts)
        names += part.name;
    return names;
}

QStringList partNames(const Blueprint& blueprint)
{
    return namesIn(blueprint.balancers) + namesIn(blueprint.groups) + namesIn(blueprint.caches) +
           namesIn(blueprint.databases);
}

constexpr Tie allTies[] = {Tie::Serves, Tie::Uses, Tie::Follows, Tie::Pairs};

} // namespace

PartKind kindOf(const Blueprint& blueprint, const QString& part)
{
    if (blueprint.findBalancer(part))
        return PartKind::Balancer;
    if (blueprint.findGroup(part))
        return PartKind::Group;
    if (blueprint.findDatabase(part))
        return PartKind::Database;
    return blueprint.findCache(part) ? PartKind::Cache : PartKind::None;
}

bool isPossible(Tie tie, PartKind from, PartKind to)
{
    switch (tie) {
    case Tie::Serves:
        return from == PartKind::Balancer && to != PartKind::None && to != PartKind::Database;
    case Tie::Uses:
        return from == PartKind::Group && (to == PartKind::Database || to == PartKind::Cache);
    case Tie::Follows:
        return from == PartKind::Database && to == PartKind::Database;
    case Tie::Pairs:
        return from == PartKind::Balancer && to == PartKind::Balancer;
    }
    return false;
}

bool areTied(const Blueprint& blueprint, Tie tie, const QString& from, const QString& to)
{
    const Balancer* balancer = blueprint.findBalancer(from);
    const Group* group = blueprint.findGroup(from);
    const Database* database = blueprint.findDatabase(from);
    switch (tie) {
    case Tie::Serves:
        return balancer && balancer->serves.contains(to);
    case Tie::Uses:
        return group && group->uses.contains(to);
    case Tie::Follows:
        return database && database->replicaOf == to;
    case Tie::Pairs:
        return balancer && balancer->pair == to;
    }
    return false;
}

QList<Connect> possibleTies(const Blueprint& blueprint, const QString& from)
{
    QList<Connect> possible;
    for (const QString& to : partNames(blueprint)) {
        for (const Tie tie : allTies) {
            const bool fits = isPossible(tie, kindOf(blueprint, from), kindOf(blueprint, to));
            if (to != from && fits && !areTied(blueprint, tie, from, to))
                possible.append({tie, from, to});
        }
    }
    return possible;
}

QList<Disconnect> tiesOf(const Blueprint& blueprint, const QString& part)
{
    QList<Disconnect> ties;
    for (const QString& other : partNames(blueprint)) {
        for (const Tie tie : allTies) {
            if (areTied(blueprint, tie, part, other))
                ties.append({tie, part, other});
            // A pair is one tie, whichever side it is seen from.
            if (tie != Tie::Pairs && areTied(blueprint, tie, other, part))
                ties.append({tie, other, part});
        }
    }
    return ties;
}

} // namespace snowmelt
