// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/gallery_fleets.h"

#include "tests/models/layout/sample_fleets.h"

namespace snowmelt::gallery {

namespace {

/// Sessions, drift and ills spread as on a working day; the same every time.
void liveThrough(FleetState& fleet, int illOfHundred, int driftedOfHundred)
{
    QRandomGenerator random(7);
    for (GroupState& group : fleet.groups) {
        for (NodeState& node : group.nodes) {
            node.sessions = random.bounded(40);
            node.driftCount = random.bounded(100) < driftedOfHundred ? random.bounded(1, 12) : 0;
            if (random.bounded(100) >= illOfHundred)
                continue;
            node.health = Health(random.bounded(1, 5));
            node.healthReason = u"GET /healthz: 503"_qs;
        }
    }
}

Group groupOf(const QString& name, int size, const QStringList& uses = {}, const QStringList& zones = {})
{
    Group group{name, sample::image(u"1.4.2"_qs), size, 8080, {}, uses};
    group.zones = zones;
    return group;
}

Balancer balancerOf(const QString& name, const QStringList& serves, const QStringList& zones = {})
{
    Balancer balancer{name, u"haproxy"_qs, {u"foundation/haproxy"_qs, u"2"_qs}, 443, serves};
    balancer.zones = zones;
    return balancer;
}

Database databaseOf(const QString& name, const QString& replicaOf = {}, const QStringList& zones = {})
{
    Database database{name, u"postgresql"_qs, {u"foundation/postgresql"_qs, u"15"_qs}, true, 12};
    database.replicaOf = replicaOf;
    database.zones = zones;
    return database;
}

Blueprint named(const QString& name)
{
    Blueprint blueprint;
    blueprint.name = name;
    blueprint.platform.kind = u"podman"_qs;
    return blueprint;
}

Piece nothingYet()
{
    return {u"not-created"_qs, sample::shop(3), {}};
}

Piece oneSnowflake()
{
    const Blueprint blueprint = sample::shop(3);
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[1].driftCount = 4;
    return {u"one-snowflake"_qs, blueprint, fleet};
}

Piece drainingBlue()
{
    const Blueprint blueprint = sample::shop(3);
    return {u"draining-blue"_qs, blueprint, sample::swapping(blueprint)};
}

Piece failedGreen()
{
    const Blueprint blueprint = sample::shop(3);
    FleetState fleet = sample::swapping(blueprint, 12);
    for (NodeState& node : fleet.groups[0].nodes) {
        const bool blue = node.side == Side::Blue;
        node.share = blue ? 1.0 / 3 : 0;
        node.health = blue ? Health::Healthy : Health::Draining;
    }
    fleet.groups[0].nodes[4].health = Health::Down;
    fleet.groups[0].nodes[4].healthReason = u"GET /healthz: 503 database: connection refused"_qs;
    return {u"failed-green"_qs, blueprint, fleet};
}

Piece twoHundred(DiagramMode mode)
{
    const Blueprint blueprint = sample::shop(200);
    FleetState fleet = sample::up(blueprint);
    liveThrough(fleet, 4, 8);
    return {mode == DiagramMode::Drift ? u"two-hundred-drift"_qs : u"two-hundred-health"_qs, blueprint, fleet, mode};
}

/// A pair in front, a balancer behind it, a cache, a primary and its replicas, three zones.
Piece wholeSite()
{
    const QStringList both{u"seoul-a"_qs, u"seoul-b"_qs};
    Blueprint blueprint = named(u"site"_qs);
    blueprint.balancers = {balancerOf(u"edge-1"_qs, {u"web"_qs, u"api-gate"_qs}, {u"seoul-a"_qs}),
                           balancerOf(u"edge-2"_qs, {u"web"_qs, u"api-gate"_qs}, {u"seoul-b"_qs}),
                           balancerOf(u"api-gate"_qs, {u"api"_qs, u"search"_qs})};
    blueprint.balancers[0].pair = u"edge-2"_qs;
    blueprint.balancers[1].pair = u"edge-1"_qs;
    blueprint.groups = {groupOf(u"web"_qs, 6, {u"sessions"_qs}, both),
                        groupOf(u"api"_qs, 4, {u"orders"_qs, u"sessions"_qs}, both),
                        groupOf(u"search"_qs, 3, {u"catalogue"_qs}), groupOf(u"jobs"_qs, 2, {u"orders"_qs})};
    blueprint.databases = {databaseOf(u"orders"_qs, {}, {u"seoul-a"_qs}),
                           databaseOf(u"orders-copy"_qs, u"orders"_qs, {u"seoul-b"_qs}), databaseOf(u"catalogue"_qs)};
    Cache cache;
    cache.name = u"sessions"_qs;
    cache.engine = u"valkey"_qs;
    cache.image = {u"foundation/valkey"_qs, u"7"_qs};
    cache.port = 6379;
    blueprint.caches = {cache};
    FleetState fleet = sample::up(blueprint);
    fleet.databases[1].node.health = Health::Degraded;
    fleet.databases[1].node.healthReason = u"42 s behind its primary"_qs;
    return {u"whole-site"_qs, blueprint, fleet};
}

Piece hundredGroups()
{
    Blueprint blueprint = named(u"platform"_qs);
    for (int i = 0; i < 4; ++i)
        blueprint.balancers << balancerOf(u"edge-" + QString::number(i + 1), {});
    for (int i = 0; i < 12; ++i)
        blueprint.databases << databaseOf(u"db-" + QString::number(i + 1));
    for (int i = 0; i < 100; ++i) {
        const QString name = u"service-" + QString::number(i + 1);
        blueprint.groups << groupOf(name, 2 + i % 9, {blueprint.databases[i % 12].name});
        blueprint.balancers[i % 4].serves << name;
    }
    FleetState fleet = sample::up(blueprint);
    liveThrough(fleet, 2, 5);
    return {u"hundred-groups"_qs, blueprint, fleet};
}

/// Names as people give them, and as no person should.
Piece longNames()
{
    Blueprint blueprint = named(u"쇼핑몰 운영 환경"_qs);
    const QString web = u"주문-처리-웹"_qs;
    const QString endless = QString(200, u'w');
    const QString orders = u"주문-데이터베이스"_qs;
    blueprint.balancers = {balancerOf(u"정문"_qs, {web, endless})};
    blueprint.groups = {groupOf(web, 3, {orders}), groupOf(endless, 2, {orders})};
    blueprint.databases = {databaseOf(orders)};
    return {u"long-names"_qs, blueprint, sample::up(blueprint)};
}

/// The balancer does not answer: of what is behind it little is known.
Piece halfBlind()
{
    const Blueprint blueprint = sample::shop(5);
    FleetState fleet = sample::up(blueprint);
    fleet.blind = {Error{ErrorCode::BalancerSocketGone, {u"edge"_qs}, {}}};
    fleet.balancers[0].node.health = Health::Unknown;
    fleet.balancers[0].version.clear();
    const QList<Health> seen{Health::Healthy, Health::Degraded, Health::Down, Health::Draining, Health::Unknown};
    for (int i = 0; i < seen.size(); ++i) {
        NodeState& node = fleet.groups[0].nodes[i];
        node.health = seen[i];
        node.driftCount = i == 4 ? std::nullopt : std::optional(i);
        node.driftComplete = i != 3;
    }
    return {u"every-state"_qs, blueprint, fleet};
}

} // namespace

QList<Piece> pieces()
{
    return {nothingYet(),
            oneSnowflake(),
            drainingBlue(),
            failedGreen(),
            twoHundred(DiagramMode::Health),
            twoHundred(DiagramMode::Drift),
            wholeSite(),
            hundredGroups(),
            longNames(),
            halfBlind()};
}

} // namespace snowmelt::gallery
