// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/layout/sample_fleets.h"

#include <cmath>

/// Large fleets for the tests and the bench of drawing.
namespace snowmelt::sample {

/// `nodes` over many groups behind a few balancers, each group with a database here and there.
inline Blueprint large(int nodes)
{
    Blueprint blueprint;
    blueprint.name = QStringLiteral("seoul");
    blueprint.platform.kind = QStringLiteral("podman");
    const int groups = std::max(1, int(std::sqrt(nodes) / 2));
    const int databases = std::max(1, groups / 4);
    const int balancers = std::max(1, groups / 12);
    for (int i = 0; i < databases; ++i)
        blueprint.databases << Database{u"orders-" + QString::number(i), QStringLiteral("postgresql"),
                                        image(QStringLiteral("1")), true, 1};
    for (int i = 0; i < balancers; ++i)
        blueprint.balancers << Balancer{
            u"edge-" + QString::number(i), QStringLiteral("haproxy"), image(QStringLiteral("1")), 8080 + i, {}};
    int left = nodes;
    for (int i = 0; i < groups; ++i) {
        const int size = i == groups - 1 ? left : std::max(1, nodes / groups + (i % 7 - 3) * nodes / groups / 8);
        left -= size;
        Group group{u"web-" + QString::number(i), image(QStringLiteral("1.0.0")), size, 8080, {}, {}};
        group.uses << blueprint.databases[i % databases].name;
        blueprint.balancers[i % balancers].serves << group.name;
        blueprint.groups << group;
    }
    return blueprint;
}

/// Groups of four nodes, each behind two balancers and with two databases: few boxes, many links.
inline Blueprint linked(int groups)
{
    Blueprint blueprint;
    blueprint.name = QStringLiteral("busan");
    blueprint.platform.kind = QStringLiteral("podman");
    const int databases = std::max(2, groups / 15);
    const int balancers = std::max(2, groups / 30);
    for (int i = 0; i < databases; ++i)
        blueprint.databases << Database{u"orders-" + QString::number(i), QStringLiteral("postgresql"),
                                        image(QStringLiteral("1")), true, 1};
    for (int i = 0; i < balancers; ++i)
        blueprint.balancers << Balancer{
            u"edge-" + QString::number(i), QStringLiteral("haproxy"), image(QStringLiteral("1")), 8080 + i, {}};
    for (int i = 0; i < groups; ++i) {
        Group group{u"web-" + QString::number(i), image(QStringLiteral("1.0.0")), 4, 8080, {}, {}};
        for (int link = 0; link < 2; ++link) {
            group.uses << blueprint.databases[(i + link * databases / 2) % databases].name;
            blueprint.balancers[(i + link) % balancers].serves << group.name;
        }
        blueprint.groups << group;
    }
    return blueprint;
}

/// Every state somewhere: one node in thirty is ill, one in twelve drifted, one in fifty runs another image.
inline FleetState lived(const Blueprint& blueprint, quint32 seed)
{
    QRandomGenerator random(seed);
    FleetState fleet = up(blueprint);
    for (GroupState& group : fleet.groups)
        for (NodeState& node : group.nodes) {
            if (random.bounded(12) == 0)
                node.driftCount = random.bounded(1, 12);
            if (random.bounded(50) == 0)
                node.image = image(QStringLiteral("1.1.0"));
            if (random.bounded(40) == 0)
                node.driftCount = {};
            if (random.bounded(30) == 0)
                node.health = Health(random.bounded(5));
        }
    return fleet;
}

} // namespace snowmelt::sample
