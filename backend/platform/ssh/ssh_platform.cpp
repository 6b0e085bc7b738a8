// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/ssh/ssh_platform.h"

#include "models/domain/drift/probe.h"

#include <algorithm>

namespace snowmelt {

namespace {

/// A person compares a fingerprint, or looks for a password.
constexpr std::chrono::minutes listPatience{10};

QString keyOf(const QString& fleetId, const QString& node)
{
    return fleetId + u'/' + node;
}

QString hopText(const SshWay& way)
{
    const QString host = way.hostName.contains(u':') ? QString(u'[' + way.hostName + u']') : way.hostName;
    const QString port = way.port == 22 ? QString() : QString(u':' + QString::number(way.port));
    return way.user + u'@' + host + port;
}

/// Nobody answers there. Any other failure is of somebody who does.
bool saysNobodyIsThere(const Error& error)
{
    return error.code == ErrorCode::SshUnreachable || error.code == ErrorCode::SshSilent ||
           error.code == ErrorCode::SshBroken || error.code == ErrorCode::TimedOut;
}

bool isOfConnection(const Error& error)
{
    return error.code == ErrorCode::SshUnreachable || error.code == ErrorCode::SshSilent ||
           error.code == ErrorCode::SshBroken || error.code == ErrorCode::SshAuthFailed ||
           error.code == ErrorCode::HostKeyNotTrusted || error.code == ErrorCode::HostKeyRevoked;
}

void addWay(NodeFacts& facts, const SshRoute& route)
{
    const SshWay& last = route.ways.last();
    facts.address = last.hostName;
    facts.ssh = {last.hostName, last.port};
    facts.sshUser = last.user;
    for (const SshWay& way : route.ways.first(route.ways.size() - 1))
        facts.sshJumps.append(hopText(way));
}

/// What the blueprint says of it.
NodeFacts namedFacts(const FleetKey& fleet, const GivenHost& host)
{
    NodeFacts facts;
    facts.name = host.node;
    facts.group = host.group;
    facts.role = host.role;
    facts.fleet = fleet;
    return facts;
}

const GivenHost* hostNamed(const QList<GivenHost>& hosts, const QString& node)
{
    const auto found = std::ranges::lower_bound(hosts, node, {}, &GivenHost::node);
    return found == hosts.cend() || found->node != node ? nullptr : &*found;
}

} // namespace

SshPlatform::SshPlatform(SshAsker* asker, HostTiming timing, SshPerson person)
    : m_routes(std::move(person)), m_reach(asker, timing)
{
    connect(&m_reach, &HostReach::changed, this, [this](const QString& key) {
        const QString fleet = key.section(u'/', 0, 0);
        if (m_watched.contains(fleet))
            Q_EMIT changed(fleet);
    });
}

void SshPlatform::know(const FleetKey& fleet, const Blueprint& blueprint)
{
    m_fleets.insert(fleet.id, {blueprint, givenHosts(blueprint)});
}

Task<Done> SshPlatform::open(CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    m_reach.forgive();
    m_begun = true;
    co_return Done{};
}

Task<Headroom> SshPlatform::headroom(CallContext context)
{
    if (context.cancel.isCancelled())
        co_return Cancelled{};
    co_return Headroom{};
}

QStringList SshPlatform::takeNotes(const FleetKey&)
{
    return m_routes.takeNotes();
}

std::chrono::seconds SshPlatform::listLimit() const
{
    return listPatience;
}

Task<QList<NodeFacts>> SshPlatform::list(FleetKey fleet, CallContext context)
{
    // Who began something waits for what they are asked. Who looks again and again sees the next time what was said.
    const bool forPerson = std::exchange(m_begun, false);
    const Choice everyone = [](const NodeFacts&) { return true; };
    Task<QList<NodeFacts>> listing = listReaching(fleet, everyone, forPerson, context);
    const Result<QList<NodeFacts>> nodes = co_await listing;
    co_return nodes;
}

Task<QList<NodeFacts>> SshPlatform::listChosen(FleetKey fleet, Choice chosen, CallContext context)
{
    const QList<GivenHost> hosts = m_fleets.value(fleet.id).hosts;
    for (const GivenHost& host : hosts) {
        if (chosen(namedFacts(fleet, host)))
            m_reach.forgive(keyOf(fleet.id, host.node));
    }
    Task<QList<NodeFacts>> listing = listReaching(fleet, chosen, true, context);
    const Result<QList<NodeFacts>> nodes = co_await listing;
    co_return nodes;
}

Task<QList<NodeFacts>> SshPlatform::listReaching(FleetKey fleet, Choice chosen, bool forPerson, CallContext context)
{
    const Fleet given = m_fleets.value(fleet.id);
    const QList<GivenHost> hosts = given.hosts;
    QList<Result<SshRoute>> routes;
    QStringList keys;
    m_routes.refresh();
    for (const GivenHost& host : hosts) {
        routes.append(m_routes.routeTo(host, given.blueprint));
        if (!routes.last().ok() || !chosen(namedFacts(fleet, host)))
            continue;
        keys.append(keyOf(fleet.id, host.node));
        m_reach.look(keys.last(), *routes.last());
    }
    const Result<Done> settled = co_await m_reach.settle(keys, forPerson, context);
    if (!settled)
        co_return settled.as<QList<NodeFacts>>();
    QList<NodeFacts> nodes;
    for (qsizetype i = 0; i < hosts.size(); ++i)
        nodes.append(factsOf(fleet, hosts.at(i), routes.at(i)));
    co_return nodes;
}

NodeFacts SshPlatform::factsOf(const FleetKey& fleet, const GivenHost& host, const Result<SshRoute>& route) const
{
    NodeFacts facts = namedFacts(fleet, host);
    facts.lifecycle = Lifecycle::Running;
    if (!route.ok()) {
        facts.unseen = route.error();
        return facts;
    }
    addWay(facts, *route);
    const HostSight sight = m_reach.sight(keyOf(fleet.id, host.node));
    facts.unseen = sight.error;
    if (!sight.asked)
        facts.unseen = Error{ErrorCode::SshUnreachable, {host.node, facts.ssh.text()}, {}};
    if (facts.unseen && saysNobodyIsThere(*facts.unseen))
        facts.lifecycle = Lifecycle::Stopped;
    return facts;
}

Task<ExecResult> SshPlatform::exec(NodeFacts node, ExecRequest request, CallContext context)
{
    const Fleet given = m_fleets.value(node.fleet.id);
    const GivenHost* host = hostNamed(given.hosts, node.name);
    if (!host)
        co_return Error{ErrorCode::NodeUnknown, {node.name}, {}};
    m_routes.refresh();
    const Result<SshRoute> route = m_routes.routeTo(*host, given.blueprint);
    if (!route)
        co_return route.as<ExecResult>();
    const QString key = keyOf(node.fleet.id, node.name);
    const HostSight before = m_reach.sight(key);
    if (!before.asked || before.error) {
        m_reach.look(key, *route);
        const QStringList itself(key);
        const Result<Done> settled = co_await m_reach.settle(itself, true, context);
        if (!settled)
            co_return settled.as<ExecResult>();
    }
    const Result<ExecResult> result = co_await run(key, *route, request, context);
    co_return result;
}

Task<ExecResult> SshPlatform::run(QString key, SshRoute route, ExecRequest request, CallContext context)
{
    const HostSight sight = m_reach.sight(key);
    if (sight.error)
        co_return *sight.error;
    if (sight.rights == HostRights::Unknown)
        co_return Error{ErrorCode::SshUnreachable,
                        {route.node, Endpoint{route.ways.last().hostName, route.ways.last().port}.text()},
                        {}};
    const QByteArray mark = makeNonce();
    const bool isScript = request.command.isEmpty();
    const ExecRequest sent = isScript ? shellRequest(request, sight.rights, mark) : request;
    Task<ExecResult> running = m_reach.exec().exec(route, sent, context);
    const Result<ExecResult> result = co_await running;
    if (result.failed() && isOfConnection(result.error())) {
        m_reach.exec().forget(route);
        m_reach.lost(key, result.error());
    }
    if (!result || !isScript)
        co_return result;
    const std::optional<ExecResult> said = scriptResult(*result, mark);
    if (said)
        co_return *said;
    const Error error = notAShell(route.node, sight.rights, *result);
    m_reach.lost(key, error);
    co_return error;
}

} // namespace snowmelt
