// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_world.h"

#include "backend/platform/simulation/simulated_node.h"

#include <QCryptographicHash>
#include <QTimeZone>

namespace snowmelt {

const QByteArray simulatedBalancerConfig = "/etc/haproxy/haproxy.cfg";

namespace {

constexpr qint64 tickMs = 10;

QDateTime timeOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(simulatedEpoch * 1000 + ms, Qt::UTC);
}

} // namespace

SimulatedWorld::SimulatedWorld(SimulationOptions options)
    : m_options(options), m_nextPid(100 + static_cast<int>(options.seed % 1000))
{
}

SimulatedWorld::~SimulatedWorld() = default;

void SimulatedWorld::at(qint64 time, std::function<void()> action)
{
    m_script.emplace(time, std::move(action));
}

void SimulatedWorld::advance(qint64 ms)
{
    const qint64 until = m_now + ms;
    while (m_now < until) {
        m_now += std::min(tickMs, until - m_now);
        tick();
    }
}

void SimulatedWorld::tick()
{
    while (!m_script.empty() && m_script.begin()->first <= m_now) {
        const std::function<void()> action = std::move(m_script.begin()->second);
        m_script.erase(m_script.begin());
        action();
    }
    for (const auto& [key, node] : m_nodes)
        if (node->haproxy && node->lifecycle == Lifecycle::Running)
            node->haproxy->advance(m_now);
    if (m_options.trafficEveryMs > 0 && m_now % m_options.trafficEveryMs < tickMs)
        sendTraffic();
}

void SimulatedWorld::sendTraffic()
{
    for (const auto& [key, node] : m_nodes) {
        if (!node->haproxy || !answersNow(*node))
            continue;
        ++m_traffic.requests;
        m_traffic.failed += !node->haproxy->request(m_now + m_options.requestMs);
    }
}

SimulatedWorld::Node* SimulatedWorld::find(const FleetKey& fleet, const QString& name) const
{
    const auto it = m_nodes.find({fleet.id, name});
    return it == m_nodes.end() ? nullptr : it->second.get();
}

SimulatedWorld::Node* SimulatedWorld::findByAddress(const QString& address) const
{
    for (const auto& [key, node] : m_nodes)
        if (node->spec.address == address)
            return node.get();
    return nullptr;
}

void SimulatedWorld::changed(const Node& node)
{
    if (onChanged)
        onChanged(node.fleet.id);
}

bool SimulatedWorld::answersNow(const Node& node) const
{
    return node.lifecycle == Lifecycle::Running && !node.stopping && m_now >= node.startedAt + m_options.bootMs;
}

bool SimulatedWorld::databasesUp(const FleetKey& fleet) const
{
    for (const auto& [key, node] : m_nodes)
        if (node->fleet.id == fleet.id && node->spec.role == Role::Database && !answersNow(*node))
            return false;
    return true;
}

int SimulatedWorld::health(const Node& node) const
{
    for (const QString& name : {node.spec.name, node.spec.image.text()})
        if (const int status = m_unhealthy.value(name, 200); status != 200)
            return status;
    return databasesUp(node.fleet) ? 200 : 503;
}

std::optional<int> SimulatedWorld::answers(const QString& address, const QString& path) const
{
    const Node* node = findByAddress(address);
    if (!node || !answersNow(*node))
        return std::nullopt;
    return path.isEmpty() ? 200 : health(*node);
}

NodeFacts SimulatedWorld::factsOf(const Node& node) const
{
    NodeFacts facts;
    facts.fleet = node.fleet;
    facts.name = node.spec.name;
    facts.group = node.spec.group;
    facts.role = node.spec.role;
    facts.slot = node.spec.slot;
    facts.deployment = node.spec.deployment;
    facts.lifecycle = node.lifecycle;
    facts.image = node.spec.image;
    facts.digest = node.spec.digest;
    facts.address = node.spec.address;
    facts.ports = node.spec.ports;
    facts.sshHostKey = node.spec.sshHostKey;
    facts.birth.bornAt = timeOf(node.bornAt);
    facts.startedAt = timeOf(node.startedAt);
    for (const PublishedPort& port : node.spec.ports)
        if (port.inside == 22)
            facts.ssh = port.outside;
    for (const BirthContent& file : node.spec.files)
        if (!file.secret)
            facts.birth.files << BirthFile{file.path, file.mode, file.uid, file.gid,
                                           QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex()};
    return facts;
}

/// m_nodes is ordered by fleet and name.
QList<NodeFacts> SimulatedWorld::list(const FleetKey& fleet) const
{
    QList<NodeFacts> facts;
    for (const auto& [key, node] : m_nodes)
        if (key.first == fleet.id)
            facts << factsOf(*node);
    return facts;
}

QStringList SimulatedWorld::serving(const FleetKey& fleet, const QString& balancer) const
{
    QStringList names;
    const Node* node = find(fleet, balancer);
    if (!node || !node->haproxy)
        return names;
    for (const QString& address : node->haproxy->serving())
        if (const Node* served = findByAddress(address); served && answersNow(*served))
            names << served->spec.name;
    names.sort();
    return names;
}

QStringList SimulatedWorld::volumes(const FleetKey& fleet) const
{
    QStringList names = m_volumes.value(fleet.id).values();
    names.sort();
    return names;
}

QByteArray SimulatedWorld::file(const FleetKey& fleet, const QString& node, const QByteArray& path) const
{
    const Node* it = find(fleet, node);
    return it ? it->files.value(path) : QByteArray();
}

void SimulatedWorld::setUnhealthy(const QString& nodeOrImage, int status)
{
    m_unhealthy.insert(nodeOrImage, status);
}

void SimulatedWorld::setSocketGone(const FleetKey& fleet, const QString& balancer, bool gone)
{
    if (Node* node = find(fleet, balancer))
        node->socketGone = gone;
}

void SimulatedWorld::reloadBalancer(const FleetKey& fleet, const QString& balancer)
{
    if (Node* node = find(fleet, balancer); node && node->haproxy)
        node->haproxy->load(node->files.value(simulatedBalancerConfig), m_now);
}

bool SimulatedWorld::holdSession(const FleetKey& fleet, const QString& balancer, qint64 ms, bool webSocket)
{
    const Node* node = find(fleet, balancer);
    ++m_traffic.requests;
    const bool held = node && node->haproxy && answersNow(*node) && node->haproxy->request(m_now + ms, webSocket);
    m_traffic.failed += !held;
    return held;
}

} // namespace snowmelt
