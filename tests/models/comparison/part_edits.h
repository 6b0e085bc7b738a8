// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/comparison/whole_fleet.h"

#include <functional>

namespace snowmelt::sample {

/// What somebody does to the whole fleet, and all that differs then.
struct FleetEdit
{
    const char* name;
    std::function<void(Blueprint&)> declare;
    std::function<void(FleetState&)> happen;
    QStringList differs;
};

/// To a blueprint, and to what runs by it.
inline const QList<FleetEdit>& declaredEdits()
{
    static const QList<FleetEdit> edits{
        {"the fleet's name", [](Blueprint& b) { b.name = u"store"_qs; }, {}, {u"~Fleet  Name shop > store"_qs}},
        {"the platform",
         [](Blueprint& b) { b.platform.kind = u"simulation"_qs; },
         {},
         {u"~Fleet  Platform podman > simulation"_qs}},
        {"the price",
         [](Blueprint& b) {
             b.prices = {u"₩"_qs, 310};
         },
         {},
         {u"~Fleet  Currency € > ₩ NodeHour 0.12 > 310"_qs}},
        {"no price", [](Blueprint& b) { b.prices.perNodeHour = 0; }, {}, {u"~Fleet  NodeHour 0.12 > "_qs}},
        {"an image",
         [](Blueprint& b) {
             b.images << ImageSource{{u"api"_qs, u"1"_qs}, {}};
         },
         {},
         {u"+Image api@1"_qs}},
        {"a recipe",
         [](Blueprint& b) { b.images[0].recipe = u"new.yaml"_qs; },
         {},
         {u"~Image shop@1.0.0 Recipe recipes/shop.yaml > new.yaml"_qs}},

        {"a balancer",
         [](Blueprint& b) {
             b.balancers << Balancer{u"third"_qs, u"haproxy"_qs, b.balancers[0].image, 90, {u"web"_qs}};
         },
         {},
         {u"+Balancer third"_qs, u"+Serves third > web"_qs}},
        {"a balancer's software",
         [](Blueprint& b) { b.balancers[0].driver = u"nginx"_qs; },
         {},
         {u"~Balancer edge Driver haproxy > nginx"_qs}},
        {"a balancer's image",
         [](Blueprint& b) { b.balancers[0].image.version = u"2"_qs; },
         {},
         {u"~Balancer edge Image foundation/haproxy@1 > foundation/haproxy@2"_qs}},
        {"a balancer's port",
         [](Blueprint& b) { b.balancers[0].listen = 443; },
         {},
         {u"~Balancer edge Listen 8080 > 443"_qs}},
        {"a balancer's zone",
         [](Blueprint& b) { b.balancers[0].zones = QStringList{u"b"_qs}; },
         {},
         {u"~Balancer edge Zones a > b"_qs}},
        {"a balancer's machine",
         [](Blueprint& b) { b.balancers[0].hosts = QStringList{u"lb1"_qs}; },
         {},
         {u"~Balancer edge Host  > lb1"_qs}},
        {"a route",
         [](Blueprint& b) { b.balancers[1].serves = QStringList{u"web"_qs}; },
         {},
         {u"+Serves spare > web"_qs, u"-Serves spare > inner"_qs, u"~Balancer spare Serves inner > web"_qs}},
        {"the order of routes",
         [](Blueprint& b) {
             b.balancers[2].serves = QStringList{u"pages"_qs, u"web"_qs};
         },
         {},
         {}},
        {"a cache behind a balancer",
         [](Blueprint& b) { b.balancers[2].serves << u"sessions"_qs; },
         {},
         {u"+Serves inner > sessions"_qs, u"~Balancer inner Serves  > sessions"_qs}},
        {"another partner of a pair",
         [](Blueprint& b) {
             b.balancers[0].pair = u"inner"_qs;
             b.balancers[1].pair.clear();
             b.balancers[2].pair = u"edge"_qs;
         },
         {},
         {u"+Pair edge > inner"_qs, u"-Pair edge > spare"_qs, u"~Balancer edge Pair spare > inner"_qs,
          u"~Balancer inner Pair  > edge"_qs, u"~Balancer spare Pair edge > "_qs}},

        {"a group",
         [](Blueprint& b) { b.groups << Group{u"api"_qs, image(u"1.0.0"_qs), 1, 80, {}, {u"orders"_qs}}; },
         {},
         {u"+Group api"_qs, u"+Node api-1"_qs, u"+Uses api > orders"_qs}},
        {"a group's image",
         [](Blueprint& b) { b.groups[0].image.version = u"2"_qs; },
         {},
         {u"~Group web Image shop@1.0.0 > shop@2"_qs, u"~Node web-1 Image shop@1.0.0 > shop@2"_qs,
          u"~Node web-2 Image shop@1.0.0 > shop@2"_qs}},
        {"a group's size",
         [](Blueprint& b) { b.groups[0].size = 3; },
         {},
         {u"+Node web-3"_qs, u"~Group web Size 2 > 3"_qs}},
        {"a group's port", [](Blueprint& b) { b.groups[0].port = 81; }, {}, {u"~Group web Port 8080 > 81"_qs}},
        {"a group's check",
         [](Blueprint& b) { b.groups[0].health.path = u"/up"_qs; },
         {},
         {u"~Group web Check /healthz > /up"_qs}},
        {"a group's zones",
         [](Blueprint& b) { b.groups[0].zones.removeLast(); },
         {},
         {u"~Group web Zones a, b > a"_qs}},
        {"what a group uses",
         [](Blueprint& b) {
             b.groups[0].uses = QStringList{u"orders"_qs, u"copy"_qs};
         },
         {},
         {u"+Uses web > copy"_qs, u"-Uses web > sessions"_qs, u"~Group web Uses sessions > copy"_qs}},

        {"a cache",
         [](Blueprint& b) {
             b.caches << Cache{u"tokens"_qs, u"redis"_qs, {}, 0, {}};
         },
         {},
         {u"+Cache tokens"_qs}},
        {"a cache's software",
         [](Blueprint& b) { b.caches[0].engine = u"valkey"_qs; },
         {},
         {u"~Cache sessions Driver redis > valkey"_qs}},
        {"a cache's image",
         [](Blueprint& b) { b.caches[0].image.version = u"8"_qs; },
         {},
         {u"~Cache sessions Image shop@7 > shop@8"_qs}},
        {"a cache's port", [](Blueprint& b) { b.caches[0].port = 0; }, {}, {u"~Cache sessions Port 6379 > "_qs}},
        {"a cache's zone, which is new",
         [](Blueprint& b) { b.caches[0].zones = QStringList{u"c"_qs}; },
         {},
         {u"+Zone zone:c"_qs, u"~Cache sessions Zones a > c"_qs}},

        {"a database",
         [](Blueprint& b) {
             b.databases << Database{u"events"_qs, u"postgresql"_qs, b.databases[0].image, true, 0, u"orders"_qs, {}};
         },
         {},
         {u"+Database events"_qs, u"+Replica orders > events"_qs}},
        {"a database's software",
         [](Blueprint& b) { b.databases[0].engine = u"mysql"_qs; },
         {},
         {u"~Database orders Driver postgresql > mysql"_qs}},
        {"a database's image",
         [](Blueprint& b) { b.databases[0].image.version = u"2"_qs; },
         {},
         {u"~Database orders Image foundation/postgresql@1 > foundation/postgresql@2"_qs}},
        {"a database's schema",
         [](Blueprint& b) { b.databases[0].schema = 13; },
         {},
         {u"~Database orders Schema 12 > 13"_qs}},
        {"a database's volume",
         [](Blueprint& b) { b.databases[0].keepVolume = false; },
         {},
         {u"~Database orders Volume keep > "_qs}},
        {"a database's zone",
         [](Blueprint& b) { b.databases[1].zones = QStringList{u"a"_qs}; },
         {},
         {u"~Database copy Zones b > a"_qs}},
        {"primary and replica change places",
         [](Blueprint& b) {
             b.databases[0].replicaOf = u"copy"_qs;
             b.databases[1].replicaOf.clear();
         },
         {},
         {u"+Replica copy > orders"_qs, u"-Replica orders > copy"_qs, u"~Database copy ReplicaOf orders > "_qs,
          u"~Database orders ReplicaOf  > copy"_qs}},
    };
    return edits;
}

/// To what runs alone.
inline const QList<FleetEdit>& happenings()
{
    static const auto node = [](FleetState& f) -> NodeState& { return f.groups[0].nodes[1]; };
    static const QList<FleetEdit> edits{
        {"a node is gone", {}, [](FleetState& f) { node(f).lifecycle = Lifecycle::Absent; }, {u"-Node web-2"_qs}},
        {"a node's image",
         {},
         [](FleetState& f) { node(f).image.version = u"2"_qs; },
         {u"~Node web-2 Image shop@1.0.0 > shop@2"_qs}},
        {"a node's digest",
         {},
         [](FleetState& f) { node(f).digest = Digest::ofBytes("other"); },
         {QString(u"~Node web-2 Digest " + Digest::ofBytes("image").text() + u" > " +
                  Digest::ofBytes("other").text())}},
        {"a node's health",
         {},
         [](FleetState& f) { node(f).health = Health::Down; },
         {u"~Node web-2 Health healthy > down"_qs}},
        {"a node's side", {}, [](FleetState& f) { node(f).side = Side::Blue; }, {u"~Node web-2 Side none > blue"_qs}},
        {"a node's state",
         {},
         [](FleetState& f) { node(f).lifecycle = Lifecycle::Stopped; },
         {u"~Node web-2 Lifecycle running > stopped"_qs}},
        {"a node's slot", {}, [](FleetState& f) { node(f).slot = u"b2"_qs; }, {u"~Node web-2 Slot a1 > b2"_qs}},
        {"a node's drift", {}, [](FleetState& f) { node(f).driftCount = 4; }, {u"~Node web-2 Drift 0 > 4"_qs}},
        {"a node's addresses",
         {},
         [](FleetState& f) {
             node(f).address = u"10.77.1.13"_qs;
             node(f).service.port = 8090;
             node(f).ssh.port = 2223;
         },
         {u"~Node web-2 Address 10.77.1.12 > 10.77.1.13 Service 127.0.0.1:8080 > 127.0.0.1:8090 "
          "Ssh 127.0.0.1:2222 > 127.0.0.1:2223"_qs}},
        {"a node made anew",
         {},
         [](FleetState& f) { node(f).bornAt = node(f).bornAt.addSecs(60); },
         {u"~Node web-2 Born 2026-03-04T09:00:00Z > 2026-03-04T09:01:00Z"_qs}},
        {"a balancer is gone",
         {},
         [](FleetState& f) { f.balancers[1].node.lifecycle = Lifecycle::Absent; },
         {u"-Balancer spare"_qs}},
        {"a balancer's version",
         {},
         [](FleetState& f) { f.balancers[0].version = u"3.0"_qs; },
         {u"~Balancer edge Version 2.6.12 > 3.0"_qs}},
        {"where clients connect",
         {},
         [](FleetState& f) { f.balancers[0].entry.port = 81; },
         {u"~Balancer edge Entry 127.0.0.1:80 > 127.0.0.1:81"_qs}},
        {"a database is gone", {}, [](FleetState& f) { f.databases.removeLast(); }, {u"-Database copy"_qs}},
        {"a database's version",
         {},
         [](FleetState& f) { f.databases[0].version = u"16"_qs; },
         {u"~Database orders Version 15.10 > 16"_qs}},
        {"a group the blueprint does not know",
         {},
         [](FleetState& f) {
             GroupState old = f.groups[0];
             old.name = u"old"_qs;
             old.nodes = {running(u"old-1"_qs, u"old"_qs, Role::Node, image(u"1"_qs))};
             f.groups << old;
         },
         {u"+Group old"_qs, u"+Node old-1"_qs}},
        {"what is measured",
         {},
         [](FleetState& f) {
             node(f).share = 0.9;
             node(f).sessions = 90;
             node(f).requestRate = 7;
             node(f).healthReason = u"slow"_qs;
             node(f).startedAt = QDateTime::currentDateTimeUtc();
             node(f).deployment = u"d"_qs;
             node(f).driftComplete = false;
             node(f).counted = Counted{1, 1, false};
             node(f).check = BalancerCheck();
             node(f).utilisation = Utilisation();
             f.balancers[0].requestRate = 1;
             f.databases[0].connections = 1;
             f.groups[0].requests = f.groups[0].failed = f.groups[0].failedGone = 1;
             f.groups[0].countedSince = f.observedAt = QDateTime::currentDateTimeUtc();
         },
         {}},
        {"what could not be seen any more",
         {},
         [](FleetState& f) {
             node(f).image = {};
             node(f).digest = {};
             node(f).slot.clear();
             node(f).address.clear();
             node(f).ssh = node(f).service = {};
             node(f).bornAt = {};
             node(f).driftCount.reset();
             f.balancers[0].version.clear();
             f.balancers[0].entry = {};
         },
         {}},
    };
    return edits;
}

} // namespace snowmelt::sample
