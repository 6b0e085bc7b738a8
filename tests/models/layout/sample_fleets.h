// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/blueprint/blueprint.h"
#include "models/domain/fleet.h"

#include <QRandomGenerator>

/// Fleets for the tests of layout and diagram.
namespace snowmelt::sample {

inline ImageRef image(const QString& version)
{
    return {QStringLiteral("shop"), version};
}

inline Blueprint shop(int size = 3)
{
    Blueprint blueprint;
    blueprint.name = QStringLiteral("shop");
    blueprint.platform.kind = QStringLiteral("podman");
    blueprint.balancers = {{QStringLiteral("edge"),
                            QStringLiteral("haproxy"),
                            {QStringLiteral("foundation/haproxy"), QStringLiteral("1")},
                            8080,
                            {QStringLiteral("web")}}};
    blueprint.groups = {
        {QStringLiteral("web"), image(QStringLiteral("1.0.0")), size, 8080, {}, {QStringLiteral("orders")}}};
    blueprint.databases = {{QStringLiteral("orders"),
                            QStringLiteral("postgresql"),
                            {QStringLiteral("foundation/postgresql"), QStringLiteral("1")},
                            true,
                            12}};
    return blueprint;
}

inline NodeState running(const QString& name, const QString& group, Role role, const ImageRef& ref)
{
    NodeState node;
    node.name = name;
    node.group = group;
    node.role = role;
    node.lifecycle = Lifecycle::Running;
    node.health = Health::Healthy;
    node.image = ref;
    return node;
}

/// Everything of the blueprint up and healthy, traffic spread evenly.
inline FleetState up(const Blueprint& blueprint)
{
    FleetState fleet;
    fleet.fleetId = QStringLiteral("f-1");
    fleet.name = blueprint.name;
    fleet.platform = blueprint.platform.kind;
    fleet.observedAt = QDateTime(QDate(2026, 3, 4), QTime(9, 54), Qt::UTC);
    for (const Balancer& b : blueprint.balancers) {
        BalancerState state;
        state.node = running(b.name, b.name, Role::Balancer, b.image);
        state.driver = b.driver;
        state.version = QStringLiteral("2.6.12");
        state.serves = b.serves;
        state.requestRate = 42;
        fleet.balancers << state;
    }
    for (const Group& g : blueprint.groups) {
        GroupState state;
        state.name = g.name;
        state.wanted = g.size;
        state.blueprintImage = g.image;
        for (int i = 1; i <= g.size; ++i) {
            NodeState node = running(g.name + u'-' + QString::number(i), g.name, Role::Node, g.image);
            node.share = 1.0 / g.size;
            node.requestRate = 42.0 / g.size;
            node.sessions = 3;
            node.driftCount = 0;
            state.nodes << node;
        }
        fleet.groups << state;
    }
    for (const Database& d : blueprint.databases) {
        DatabaseState state;
        state.node = running(d.name, d.name, Role::Database, d.image);
        state.engine = d.engine;
        state.version = QStringLiteral("15.10");
        state.connections = 9;
        fleet.databases << state;
    }
    return fleet;
}

/// Green serves, blue drains: `sessions` are left on the first blue node.
inline FleetState swapping(const Blueprint& blueprint, int sessions = 3)
{
    FleetState fleet = up(blueprint);
    GroupState& web = fleet.groups[0];
    const int size = int(web.nodes.size());
    for (NodeState& node : web.nodes) {
        node.side = Side::Blue;
        node.health = Health::Draining;
        node.share = 0;
        node.requestRate = 0;
        node.sessions = 0;
    }
    web.nodes[0].sessions = sessions;
    for (int i = 1; i <= size; ++i) {
        NodeState node =
            running(u"web-" + QString::number(size + i), web.name, Role::Node, image(QStringLiteral("1.1.0")));
        node.side = Side::Green;
        node.share = 1.0 / size;
        node.requestRate = 118.0 / size;
        web.nodes << node;
    }
    fleet.balancers[0].requestRate = 118;
    return fleet;
}

/// Any number of balancers, groups and databases, of any size, with sides here and there.
inline std::pair<Blueprint, FleetState> anything(quint32 seed)
{
    QRandomGenerator random(seed);
    Blueprint blueprint;
    blueprint.name = QStringLiteral("fleet");
    const int groups = random.bounded(0, 5);
    const int databases = random.bounded(0, 4);
    for (int i = 0; i < databases; ++i)
        blueprint.databases << Database{u"db" + QString::number(i), QStringLiteral("postgresql"),
                                        image(QStringLiteral("1")), true, 0};
    for (int i = 0; i < groups; ++i) {
        Group group{u"g" + QString::number(i), image(QStringLiteral("1")), random.bounded(1, 60), 80, {}, {}};
        for (const Database& database : blueprint.databases)
            if (random.bounded(2))
                group.uses << database.name;
        blueprint.groups << group;
    }
    const int balancers = random.bounded(0, 4);
    for (int i = 0; i < balancers; ++i) {
        Balancer balancer{u"b" + QString::number(i), QStringLiteral("haproxy"), image(QStringLiteral("1")), 80, {}};
        for (const Group& group : blueprint.groups)
            if (random.bounded(2))
                balancer.serves << group.name;
        blueprint.balancers << balancer;
    }
    FleetState fleet = up(blueprint);
    for (GroupState& group : fleet.groups) {
        const int kind = random.bounded(4);
        for (NodeState& node : group.nodes) {
            node.health = Health(random.bounded(5));
            node.driftCount = random.bounded(3);
            if (kind == 1)
                node.side = random.bounded(2) ? Side::Blue : Side::Green;
            if (kind == 2 && random.bounded(3) == 0)
                node.lifecycle = Lifecycle::Absent;
            if (kind == 3)
                node.side = Side(random.bounded(3));
        }
    }
    return {blueprint, random.bounded(5) ? fleet : FleetState{}};
}

} // namespace snowmelt::sample
