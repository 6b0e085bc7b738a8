// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "models/domain/blueprint/blueprint.h"

namespace snowmelt::test {

inline ImageRef ref(const char* name, const char* version)
{
    return {QString::fromLatin1(name), QString::fromLatin1(version)};
}

/// edge → web (3 nodes) → orders.
inline Blueprint sampleBlueprint()
{
    Blueprint blueprint;
    blueprint.path = QStringLiteral("/shop/shop.yaml");
    blueprint.name = QStringLiteral("shop");
    blueprint.platform.kind = QStringLiteral("simulation");
    Group web;
    web.name = QStringLiteral("web");
    web.image = ref("shop", "1.0.0");
    web.size = 3;
    web.port = 8080;
    web.uses = {QStringLiteral("orders")};
    blueprint.groups = {web};
    Balancer edge;
    edge.name = QStringLiteral("edge");
    edge.driver = QStringLiteral("haproxy");
    edge.image = ref("foundation/haproxy", "1");
    edge.listen = 8080;
    edge.serves = {web.name};
    blueprint.balancers = {edge};
    Database orders;
    orders.name = QStringLiteral("orders");
    orders.engine = QStringLiteral("postgresql");
    orders.image = ref("foundation/postgresql", "1");
    blueprint.databases = {orders};
    return blueprint;
}

inline NodeFacts webNode(int number, const QString& slot, Lifecycle lifecycle = Lifecycle::Running)
{
    NodeFacts node;
    node.name = QStringLiteral("web-%1").arg(number);
    node.group = QStringLiteral("web");
    node.slot = slot;
    node.lifecycle = lifecycle;
    node.image = ref("shop", "1.0.0");
    node.digest = Digest::ofBytes("1.0.0");
    node.address = QStringLiteral("10.213.4.%1").arg(10 + number);
    node.ports = {{{QStringLiteral("127.77.4.%1").arg(10 + number), 8080}, 8080}};
    return node;
}

inline NodeFacts single(const char* name, Role role, Lifecycle lifecycle = Lifecycle::Running)
{
    NodeFacts node;
    node.name = node.group = QString::fromLatin1(name);
    node.role = role;
    node.lifecycle = lifecycle;
    node.image = role == Role::Balancer ? ref("foundation/haproxy", "1") : ref("foundation/postgresql", "1");
    node.digest = Digest::ofBytes(name);
    node.ports = {{{QStringLiteral("127.77.4.2"), 8080}, 8080}};
    return node;
}

} // namespace snowmelt::test
