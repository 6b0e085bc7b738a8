// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/layout/layout_fleet.h"
#include "tests/models/layout/sample_fleets.h"

/// Names that every format would obey if it could, and fleets that use everything a diagram has.
namespace snowmelt::sample {

inline QStringList hostileNames()
{
    return {QStringLiteral("a\"b"),
            QStringLiteral("<script>alert(1)</script>"),
            QStringLiteral("x]]>&amp;&#10;"),
            QStringLiteral("end; subgraph x[\"y\"]"),
            QStringLiteral("} } digraph x { a -> b"),
            QStringLiteral("back\\slash\\"),
            QStringLiteral("`tick` |pipe| #hash; %%"),
            QStringLiteral("웹서버-가나다"),
            QStringLiteral("tab\there\nline\x1b[31m"),
            QString(QChar(0xD800)) + QStringLiteral("lone"),
            QStringLiteral("bidi\u202Eevil"),
            QString(200, u'n')};
}

/// One group per hostile name, up, with an ill node whose reason is hostile as well.
inline std::pair<Blueprint, FleetState> hostile()
{
    Blueprint blueprint = shop();
    blueprint.name = QStringLiteral("\"fleet\" <&> \\ 우리 `x`");
    blueprint.balancers[0].serves.clear();
    blueprint.groups.clear();
    for (const QString& name : hostileNames()) {
        blueprint.groups << Group{name, image(QStringLiteral("1.0.0")), 2, 8080, {}, {QStringLiteral("orders")}};
        blueprint.balancers[0].serves << name;
    }
    FleetState fleet = up(blueprint);
    for (GroupState& group : fleet.groups) {
        group.nodes[0].health = Health::Down;
        group.nodes[0].healthReason = QStringLiteral("GET /: 500 ") + group.name;
    }
    return {blueprint, fleet};
}

/// Two balancers as a pair, one behind them, a cache, a replica, zones, a group of one.
inline Blueprint grand()
{
    Blueprint blueprint = shop();
    blueprint.balancers[0].pair = QStringLiteral("edge-b");
    Balancer second = blueprint.balancers[0];
    second.name = QStringLiteral("edge-b");
    second.pair = QStringLiteral("edge");
    Balancer inner = second;
    inner.name = QStringLiteral("inner");
    inner.pair.clear();
    inner.serves = {QStringLiteral("api")};
    blueprint.balancers[0].serves << QStringLiteral("inner");
    second.serves << QStringLiteral("inner");
    blueprint.balancers << second << inner;
    blueprint.groups << Group{QStringLiteral("api"), image(QStringLiteral("2.0.0")), 1, 9000, {}, {}};
    blueprint.groups[0].uses << QStringLiteral("sessions");
    blueprint.caches << Cache{QStringLiteral("sessions"), QStringLiteral("redis"), image(QStringLiteral("7")), 6379};
    Database replica = blueprint.databases[0];
    replica.name = QStringLiteral("orders-b");
    replica.replicaOf = QStringLiteral("orders");
    replica.zones = {QStringLiteral("b")};
    blueprint.databases[0].zones = {QStringLiteral("a")};
    blueprint.databases << replica;
    blueprint.groups[0].zones = {QStringLiteral("a"), QStringLiteral("b")};
    blueprint.prices = {QStringLiteral("₩"), 310};
    return blueprint;
}

} // namespace snowmelt::sample
