// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/comparison/compare_fleets.h"
#include "models/domain/each_node.h"
#include "tests/models/layout/sample_fleets.h"

namespace snowmelt::sample {

/// One of everything a blueprint may have: clients come to a pair, behind it another balancer, behind that a group and
/// a cache; the group uses the cache and a database that has a replica.
inline Blueprint wholeBlueprint()
{
    Blueprint blueprint = shop(2);
    blueprint.prices = {u"€"_qs, 0.12};
    blueprint.images = {{image(u"1.0.0"_qs), u"recipes/shop.yaml"_qs}};
    const ImageRef haproxy = blueprint.balancers[0].image;
    blueprint.balancers = {
        {u"edge"_qs, u"haproxy"_qs, haproxy, 8080, {u"inner"_qs}, u"spare"_qs, {u"a"_qs}},
        {u"spare"_qs, u"haproxy"_qs, haproxy, 8080, {u"inner"_qs}, u"edge"_qs, {u"b"_qs}},
        {u"inner"_qs, u"haproxy"_qs, haproxy, 8081, {u"web"_qs, u"pages"_qs}, {}, {}},
    };
    blueprint.groups[0].uses = QStringList{u"orders"_qs, u"sessions"_qs};
    blueprint.groups[0].zones = QStringList{u"a"_qs, u"b"_qs};
    blueprint.caches = {{u"sessions"_qs, u"redis"_qs, image(u"7"_qs), 6379, {u"a"_qs}},
                        {u"pages"_qs, u"varnish"_qs, image(u"6"_qs), 0, {}}};
    Database copy = blueprint.databases[0];
    copy.name = u"copy"_qs;
    copy.replicaOf = u"orders"_qs;
    copy.zones = QStringList{u"b"_qs};
    blueprint.databases << copy;
    return blueprint;
}

/// Up, with all that is known of a machine.
inline FleetState wholeFleet(const Blueprint& blueprint)
{
    FleetState fleet = up(blueprint);
    eachNode(fleet, [](NodeState& node) {
        node.slot = u"a1"_qs;
        node.digest = Digest::ofBytes("image");
        node.address = u"10.77.1.12"_qs;
        node.ssh = {u"127.0.0.1"_qs, 2222};
        node.service = {u"127.0.0.1"_qs, 8080};
        node.bornAt = QDateTime(QDate(2026, 3, 4), QTime(9, 0), Qt::UTC);
        node.driftCount = 0;
    });
    for (BalancerState& balancer : fleet.balancers)
        balancer.entry = {u"127.0.0.1"_qs, 80};
    return fleet;
}

inline FleetMoment wholeMoment(const Blueprint& blueprint)
{
    return {blueprint, wholeFleet(blueprint), true};
}

} // namespace snowmelt::sample
