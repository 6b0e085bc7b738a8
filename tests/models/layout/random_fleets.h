// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/layout/sample_fleets.h"

/// Fleets of any shape: chains and pairs of balancers, caches, replicas, zones, groups behind two.
namespace snowmelt::sample {

struct Shape
{
    int groups = 6;     ///< at most
    int largest = 40;   ///< nodes of a group, at most
    int zonesOfTen = 3; ///< of ten fleets so many have zones
};

inline QStringList zonesOf(QRandomGenerator& random, int zones)
{
    QStringList list;
    if (zones == 0 || random.bounded(4) == 0)
        return list;
    list << u"z" + QString::number(random.bounded(zones));
    if (random.bounded(6) == 0)
        list << u"other"_qs;
    return list;
}

/// The balancers behind which nothing is yet get no part twice, and never lead back.
inline void addBalancers(QRandomGenerator& random, Blueprint& blueprint, int zones)
{
    const int balancers = random.bounded(0, 2 + int(blueprint.groups.size()) / 3);
    for (int i = 0; i < balancers; ++i) {
        Balancer balancer{u"b" + QString::number(i), u"haproxy"_qs, image(u"1"_qs), 80 + i, {}};
        for (const Group& group : std::as_const(blueprint.groups))
            if (random.bounded(qMax(2, balancers)) == 0)
                balancer.serves << group.name;
        for (const Cache& cache : std::as_const(blueprint.caches))
            if (random.bounded(6) == 0)
                balancer.serves << cache.name;
        for (int behind = i + 1; behind < balancers; ++behind)
            if (random.bounded(5) == 0)
                balancer.serves << u"b" + QString::number(behind);
        balancer.zones = zonesOf(random, zones);
        blueprint.balancers << balancer;
    }
    if (balancers > 1 && random.bounded(2)) {
        blueprint.balancers[0].pair = blueprint.balancers[1].name;
        blueprint.balancers[1].pair = blueprint.balancers[0].name;
    }
}

inline Blueprint anyTopology(quint32 seed, const Shape& shape = {})
{
    QRandomGenerator random(seed);
    Blueprint blueprint;
    blueprint.name = u"fleet"_qs;
    const int zones = random.bounded(10) < shape.zonesOfTen ? random.bounded(1, 4) : 0;
    const int groups = random.bounded(0, shape.groups + 1);
    const int databases = random.bounded(0, 2 + groups / 2);
    const int caches = random.bounded(0, 2 + groups / 4);
    for (int i = 0; i < databases; ++i) {
        Database database{u"db" + QString::number(i), u"postgresql"_qs, image(u"1"_qs), true, 0};
        if (i > 0 && random.bounded(3) == 0)
            database.replicaOf = u"db" + QString::number(random.bounded(i));
        database.zones = zonesOf(random, zones);
        blueprint.databases << database;
    }
    for (int i = 0; i < caches; ++i)
        blueprint.caches << Cache{u"c" + QString::number(i), u"redis"_qs, image(u"1"_qs), 0, zonesOf(random, zones)};
    for (int i = 0; i < groups; ++i) {
        Group group{u"g" + QString::number(i), image(u"1"_qs), random.bounded(1, shape.largest + 1), 80, {}, {}};
        for (const Database& database : std::as_const(blueprint.databases))
            if (random.bounded(qMax(2, databases)) == 0)
                group.uses << database.name;
        for (const Cache& cache : std::as_const(blueprint.caches))
            if (random.bounded(4) == 0)
                group.uses << cache.name;
        group.zones = zonesOf(random, zones);
        blueprint.groups << group;
    }
    addBalancers(random, blueprint, zones);
    return blueprint;
}

/// Up, with sides, gaps and states here and there; now and then not up at all.
inline FleetState anyState(quint32 seed, const Blueprint& blueprint)
{
    QRandomGenerator random(seed);
    FleetState fleet = up(blueprint);
    for (GroupState& group : fleet.groups) {
        const int kind = random.bounded(6);
        for (NodeState& node : group.nodes) {
            node.health = Health(random.bounded(5));
            if (kind == 1)
                node.side = random.bounded(2) ? Side::Blue : Side::Green;
            if (kind == 2 && random.bounded(3) == 0)
                node.lifecycle = Lifecycle::Absent;
        }
    }
    return random.bounded(5) ? fleet : FleetState{};
}

} // namespace snowmelt::sample
