// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/platform/simulation/simulated_node.h"

namespace snowmelt {
namespace {

Error refused(const QString& request, const QString& detail)
{
    return {ErrorCode::EngineRefused, {request, QStringLiteral("500")}, detail};
}

} // namespace

void SimulatedWorld::ensureNetwork(const FleetKey& fleet, const FleetNetwork& network)
{
    m_networks.insert(fleet.id, network);
}

Result<Done> SimulatedWorld::removeNetwork(const FleetKey& fleet)
{
    if (!list(fleet).isEmpty())
        return refused(QStringLiteral("network remove"), QStringLiteral("network is being used"));
    m_networks.remove(fleet.id);
    return Done{};
}

Result<Done> SimulatedWorld::removeVolumes(const FleetKey& fleet)
{
    for (const auto& [key, node] : m_nodes)
        if (key.first == fleet.id && !node->spec.volumes.isEmpty())
            return refused(QStringLiteral("volume remove"), u"volume is being used by " + node->spec.name);
    m_volumes.remove(fleet.id);
    return Done{};
}

void SimulatedWorld::importImage(const Digest& digest)
{
    m_images.insert(digest);
}

bool SimulatedWorld::hasImage(const Digest& digest) const
{
    return m_images.contains(digest);
}

std::optional<Error> SimulatedWorld::refusal(const FleetKey& fleet, const NodeSpec& spec) const
{
    if (!m_images.contains(spec.digest))
        return Error{ErrorCode::ImageNotOnPlatform, {spec.image.text()}, {}};
    if (!m_networks.contains(fleet.id))
        return refused(QStringLiteral("create"), u"no network of " + fleet.name);
    if (const Node* other = findByAddress(spec.address))
        return refused(QStringLiteral("create"), spec.address + u" is used by " + other->spec.name);
    return std::nullopt;
}

/// A published port is held while its node runs.
std::optional<Error> SimulatedWorld::portConflict(const Node& node) const
{
    for (const auto& [key, other] : m_nodes) {
        if (other.get() == &node || other->lifecycle != Lifecycle::Running)
            continue;
        for (const PublishedPort& held : other->spec.ports)
            for (const PublishedPort& wanted : node.spec.ports)
                if (held.outside == wanted.outside)
                    return Error{ErrorCode::PortTaken, {wanted.outside.host, QString::number(wanted.outside.port)}, {}};
    }
    return std::nullopt;
}

Result<Done> SimulatedWorld::create(const FleetKey& fleet, const NodeSpec& spec)
{
    if (find(fleet, spec.name))
        return start(fleet, spec.name);
    if (const std::optional<Error> error = refusal(fleet, spec))
        return *error;
    auto node = std::make_unique<Node>();
    node->fleet = fleet;
    node->spec = spec;
    node->bornAt = m_now;
    for (const BirthContent& file : spec.files)
        node->files.insert(file.path, file.content);
    const Result<Done> booted = boot(*node);
    if (!booted)
        return booted;
    for (const VolumeMount& mount : spec.volumes)
        m_volumes[fleet.id].insert(mount.volume);
    const Node& born = *node;
    m_nodes.emplace(Key{fleet.id, spec.name}, std::move(node));
    changed(born);
    return Done{};
}

Result<Done> SimulatedWorld::boot(Node& node)
{
    if (const std::optional<Error> conflict = portConflict(node))
        return *conflict;
    node.lifecycle = Lifecycle::Running;
    node.stopping = false;
    node.startedAt = m_now;
    if (node.spec.role == Role::Balancer) {
        node.haproxy = std::make_unique<SimulatedHaproxy>(
            [this](const QString& address, int, const QString& path) { return answers(address, path); }, m_nextPid++,
            static_cast<int>(m_options.seed * 37 % 400));
        node.haproxy->load(node.files.value(simulatedBalancerConfig), m_now);
    }
    return Done{};
}

Result<Done> SimulatedWorld::start(const FleetKey& fleet, const QString& name)
{
    Node* node = find(fleet, name);
    if (!node)
        return Error{ErrorCode::NodeUnknown, {name}, {}};
    if (node->lifecycle == Lifecycle::Running)
        return Done{};
    const Result<Done> booted = boot(*node);
    if (booted)
        changed(*node);
    return booted;
}

/// SIGTERM takes no new connection and lets open ones end; what is left when the grace is over breaks.
Result<Done> SimulatedWorld::stop(const FleetKey& fleet, const QString& name, std::chrono::milliseconds grace)
{
    Node* node = find(fleet, name);
    if (!node)
        return Error{ErrorCode::NodeUnknown, {name}, {}};
    if (node->lifecycle != Lifecycle::Running)
        return Done{};
    node->stopping = true;
    const qint64 limit = m_now + grace.count();
    const auto busy = [this, address = node->spec.address] {
        for (const auto& [key, other] : m_nodes)
            if (other->haproxy && other->haproxy->sessionsOn(address) > 0)
                return true;
        return false;
    };
    while (m_now < limit && busy())
        advance(std::min<qint64>(10, limit - m_now));
    // The script may have removed or killed it while it was ending.
    if (Node* still = find(fleet, name); still && still->lifecycle == Lifecycle::Running)
        halt(*still);
    return Done{};
}

void SimulatedWorld::halt(Node& node)
{
    node.lifecycle = Lifecycle::Stopped;
    node.stopping = false;
    node.haproxy.reset();
    for (const auto& [key, other] : m_nodes)
        if (other->haproxy)
            m_traffic.failed += other->haproxy->breakSessions(node.spec.address);
    changed(node);
}

void SimulatedWorld::kill(const FleetKey& fleet, const QString& name)
{
    if (Node* node = find(fleet, name); node && node->lifecycle == Lifecycle::Running)
        halt(*node);
}

Result<Done> SimulatedWorld::destroy(const FleetKey& fleet, const QString& name)
{
    Node* node = find(fleet, name);
    if (!node)
        return Done{};
    if (node->lifecycle == Lifecycle::Running)
        halt(*node);
    m_nodes.erase({fleet.id, name});
    if (onChanged)
        onChanged(fleet.id);
    return Done{};
}

} // namespace snowmelt
