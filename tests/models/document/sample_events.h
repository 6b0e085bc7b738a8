// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

namespace snowmelt::sample {

/// The lab as values: balancer edge, group web of three nodes, database orders.
inline ImageRef image(const char* name, const char* version)
{
    return {QString::fromLatin1(name), QString::fromLatin1(version)};
}

inline QDateTime at(int seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000 + seconds, Qt::UTC);
}

inline NodeState node(const QString& name, const QString& group, const ImageRef& ref, Role role = Role::Node)
{
    NodeState state;
    state.name = name;
    state.group = group;
    state.role = role;
    state.lifecycle = Lifecycle::Running;
    state.health = Health::Healthy;
    state.image = ref;
    state.bornAt = at(-720);
    state.startedAt = at(-720);
    state.address = QStringLiteral("10.77.1.12");
    state.service = Endpoint{QStringLiteral("127.77.1.12"), 8080};
    state.ssh = Endpoint{QStringLiteral("127.77.1.12"), 2222};
    state.driftCount.reset();
    return state;
}

inline FleetState fleet(const QStringList& webNodes)
{
    FleetState state;
    state.fleetId = QStringLiteral("f1");
    state.name = QStringLiteral("shop");
    state.platform = QStringLiteral("simulation");
    state.observedAt = at(0);
    BalancerState edge;
    edge.node = node(QStringLiteral("edge"), QStringLiteral("edge"), image("foundation/haproxy", "1"), Role::Balancer);
    edge.driver = QStringLiteral("haproxy");
    edge.version = QStringLiteral("2.6.12");
    edge.serves = QStringList{QStringLiteral("web")};
    edge.entry = Endpoint{QStringLiteral("127.77.1.1"), 8080};
    edge.requestRate = 42;
    state.balancers.append(edge);
    GroupState web;
    web.name = QStringLiteral("web");
    web.wanted = 3;
    web.blueprintImage = image("shop", "1.0.0");
    for (const QString& name : webNodes) {
        NodeState one = node(name, QStringLiteral("web"), image("shop", "1.0.0"));
        one.share = 1.0 / double(webNodes.size());
        one.requestRate = 14;
        one.counted = Counted{10'080, 0, false};
        web.nodes.append(one);
    }
    web.requests = 10'080 * webNodes.size();
    web.countedSince = at(-720);
    state.groups.append(web);
    DatabaseState orders;
    orders.node =
        node(QStringLiteral("orders"), QStringLiteral("orders"), image("foundation/postgresql", "1"), Role::Database);
    orders.engine = QStringLiteral("postgresql");
    orders.version = QStringLiteral("15");
    orders.connections = 9;
    state.databases.append(orders);
    return state;
}

inline FleetState fleet()
{
    return fleet({QStringLiteral("web-1"), QStringLiteral("web-2"), QStringLiteral("web-3")});
}

inline Blueprint blueprint()
{
    Blueprint shop;
    shop.path = QStringLiteral("/srv/shop/shop.yaml");
    shop.name = QStringLiteral("shop");
    shop.platform.kind = QStringLiteral("simulation");
    const auto source = [](const char* name, const char* version, const char* recipe) {
        return ImageSource{image(name, version), QString::fromLatin1(recipe)};
    };
    shop.images = {source("os/debian-12", "12.1", "recipes/os.yaml"),
                   source("foundation/web", "1", "recipes/web.yaml"),
                   source("foundation/haproxy", "1", "recipes/haproxy.yaml"),
                   source("foundation/postgresql", "1", "recipes/postgresql.yaml"),
                   source("shop", "1.0.0", "recipes/shop-1.0.0.yaml"),
                   source("shop", "1.1.0", "recipes/shop-1.1.0.yaml")};
    Balancer edge;
    edge.name = QStringLiteral("edge");
    edge.driver = QStringLiteral("haproxy");
    edge.image = image("foundation/haproxy", "1");
    edge.listen = 8080;
    edge.serves = QStringList{QStringLiteral("web")};
    shop.balancers.append(edge);
    Group web;
    web.name = QStringLiteral("web");
    web.image = image("shop", "1.0.0");
    web.size = 3;
    web.port = 8080;
    web.uses = QStringList{QStringLiteral("orders")};
    shop.groups.append(web);
    Database orders;
    orders.name = QStringLiteral("orders");
    orders.engine = QStringLiteral("postgresql");
    orders.image = image("foundation/postgresql", "1");
    orders.schema = 12;
    shop.databases.append(orders);
    return shop;
}

inline ImageRecord record(const ImageRef& ref, const ImageRef& parent, Tier tier, bool built, int nodes = 0)
{
    ImageRecord image;
    image.ref = ref;
    image.parent = parent;
    image.tier = tier;
    if (built) {
        image.digest = Digest::ofBytes(ref.text().toUtf8());
        image.builtAt = at(-3600);
        image.size = 240'000'000;
        image.ownSize = 12'000'000;
        image.packages = 143;
        image.serveMs = 184;
        image.buildMs = 14'200;
    }
    image.nodes = nodes;
    return image;
}

inline QList<ImageRecord> images(bool nextBuilt)
{
    const ImageRef os = image("os/debian-12", "12.1");
    const ImageRef web = image("foundation/web", "1");
    return {record(os, {}, Tier::Os, true),
            record(web, os, Tier::Foundation, true),
            record(image("foundation/haproxy", "1"), os, Tier::Foundation, true, 1),
            record(image("foundation/postgresql", "1"), os, Tier::Foundation, true, 1),
            record(image("shop", "1.0.0"), web, Tier::Immutable, true, 3),
            record(image("shop", "1.1.0"), web, Tier::Immutable, nextBuilt)};
}

inline Plan swapPlan(const OperationId& deployment)
{
    Plan plan;
    plan.deployment = deployment;
    plan.fleet = QStringLiteral("shop");
    plan.group = QStringLiteral("web");
    plan.balancer = QStringLiteral("edge");
    plan.from = image("shop", "1.0.0");
    plan.to = image("shop", "1.1.0");
    plan.toDigest = Digest::ofBytes("shop@1.1.0");
    for (int i = 1; i <= 3; ++i) {
        plan.blue.append({QStringLiteral("web-%1").arg(i), QStringLiteral("a%1").arg(i)});
        plan.green.append({QStringLiteral("web-%1").arg(i + 3), QStringLiteral("b%1").arg(i)});
    }
    plan.bakeSeconds = 60;
    const auto step = [](StepKind kind, const char* command, bool noReturn = false) {
        return Step{kind, QStringList{QString::fromLatin1(command)}, noReturn};
    };
    plan.steps = {step(StepKind::Check, "show stat"),
                  step(StepKind::CreateNodes, "create web-4, web-5, web-6"),
                  step(StepKind::AwaitHealthy, "GET /healthz"),
                  step(StepKind::MoveTraffic, "set server web/b1 state ready"),
                  step(StepKind::DrainBlue, "set server web/a1 state drain"),
                  step(StepKind::Bake, "watch for 60 s"),
                  step(StepKind::RetireBlue, "set server web/a1 state maint", true),
                  step(StepKind::DestroyBlue, "remove web-1, web-2, web-3")};
    plan.checks = {{QStringLiteral("driftLost"), Verdict::Warn, {QStringLiteral("web-2"), QStringLiteral("4")}},
                   {QStringLiteral("imageBuilt"), Verdict::Pass, {QStringLiteral("shop@1.1.0")}},
                   {QStringLiteral("slotsFree"), Verdict::Pass, {QStringLiteral("3"), QStringLiteral("3")}}};
    return plan;
}

inline DriftReport driftReport(const QString& name)
{
    DriftReport report;
    report.node = name;
    report.baselineImage = image("shop", "1.0.0");
    report.baselineDigest = Digest::ofBytes("shop@1.0.0");
    report.scannedAt = at(60);
    Difference java{DriftSection::Packages, DifferenceKind::Added, "openjdk-17-jre-headless", {}, {}, {}};
    java.fields = {{QStringLiteral("version"), QString(), QStringLiteral("17.0.21+9-1~deb12u1")}};
    Difference config{DriftSection::Files, DifferenceKind::Changed, "/etc/shop/shop.conf", {}, {}, {}};
    config.fields = {{QStringLiteral("content"), QStringLiteral("3f1c9a2e"), QStringLiteral("b80d77c1")},
                     {QStringLiteral("mode"), QStringLiteral("0644"), QStringLiteral("0600")}};
    config.baselineText = QStringLiteral("threads 32\nworker_connections 768\nkeepalive 15\n");
    config.actualText = QStringLiteral("threads 32\nworker_connections 64\nkeepalive 15\n");
    Difference script{DriftSection::Files, DifferenceKind::Added, "/usr/local/bin/fix\n.sh", {}, {}, {}};
    script.fields = {{QStringLiteral("type"), QString(), QStringLiteral("file")},
                     {QStringLiteral("mode"), QString(), QStringLiteral("0755")}};
    Difference socket{DriftSection::Sockets, DifferenceKind::Added, "tcp 0.0.0.0:8009", {}, {}, {}};
    socket.fields = {{QStringLiteral("process"), QString(), QStringLiteral("java")}};
    report.differences = {java, config, script, socket};
    report.unseen = {{DriftSection::Files, "/root", QStringLiteral("permissionDenied")},
                     {DriftSection::Users, {}, QStringLiteral("timedOut")}};
    report.leftOut = {{QStringLiteral("/var/log/**"), QStringLiteral("log"), 8},
                      {QStringLiteral("/etc/machine-id"), QStringLiteral("machine-id"), 1}};
    return report;
}

/// Events in the order an operation would send them; ids and times are the caller's.
class Script
{
public:
    explicit Script(OperationId id) : m_id(std::move(id)) {}
    Event event(EventBody body) const { return Event{m_id, at(m_seconds), std::move(body)}; }
    Event started(const char* verb, const QString& subject = {}) const
    {
        return event(Started{QString::fromLatin1(verb), QStringLiteral("shop"), subject});
    }
    Event finished(OutcomeKind outcome = OutcomeKind::Done, Safety safety = Safety::AsWanted,
                   std::optional<Error> error = {}) const
    {
        return event(Finished{outcome, safety, std::move(error), 1200});
    }
    Script& wait(int seconds)
    {
        m_seconds += seconds;
        return *this;
    }

private:
    OperationId m_id;
    int m_seconds = 0;
};

} // namespace snowmelt::sample
