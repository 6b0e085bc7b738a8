// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"
#include "backend/platform/simulation/simulated_haproxy.h"

#include <QSet>

#include <functional>
#include <map>
#include <memory>

namespace snowmelt {

/// How the simulated world is. The same options and the same calls give the same world, tick by tick.
struct SimulationOptions
{
    quint32 seed = 1;       ///< where in their interval a balancer's checks begin, process ids
    int bootMs = 300;       ///< from start until a node answers
    int requestMs = 30;     ///< how long a request of the traffic source lasts
    int trafficEveryMs = 0; ///< one request per so many ms to every running balancer; 0: none until setTraffic()
};

/// What the traffic source saw. A client that never retries.
struct TrafficCount
{
    qint64 requests = 0;
    qint64 failed = 0;
    bool operator==(const TrafficCount&) const = default;
};

/// Nodes, networks, volumes, images, balancers and clients as plain state on simulated time. Synchronous; time passes
/// only in advance(). The platform in front of it adds latency and faults.
class SimulatedWorld
{
public:
    explicit SimulatedWorld(SimulationOptions options = {});
    ~SimulatedWorld();

    qint64 now() const { return m_now; } ///< ms since the world began
    void advance(qint64 ms);
    /// Does `action` when this time has come.
    void at(qint64 time, std::function<void()> action);
    /// Called with a fleet's id whenever something about its nodes has changed.
    std::function<void(const QString&)> onChanged;

    // What the platform's capabilities do.
    void ensureNetwork(const FleetKey& fleet, const FleetNetwork& network);
    Result<Done> removeNetwork(const FleetKey& fleet);
    Result<Done> removeVolumes(const FleetKey& fleet);
    Result<Done> create(const FleetKey& fleet, const NodeSpec& spec);
    Result<Done> start(const FleetKey& fleet, const QString& node);
    Result<Done> stop(const FleetKey& fleet, const QString& node, std::chrono::milliseconds grace);
    Result<Done> destroy(const FleetKey& fleet, const QString& node);
    QList<NodeFacts> list(const FleetKey& fleet) const;
    QMap<QString, Utilisation> usage(const FleetKey& fleet) const;
    Result<ExecResult> exec(const NodeFacts& node, const ExecRequest& request);
    HttpAnswer get(const Endpoint& service, const QString& path);
    void importImage(const Digest& digest);
    bool hasImage(const Digest& digest) const;

    // What happens to the world, told by a script.
    void kill(const FleetKey& fleet, const QString& node); ///< as by SIGKILL: what was open breaks
    void setUnhealthy(const QString& nodeOrImage,
                      int status = 503); ///< "web-4" or "shop@1.1.0": health answers so; 200 heals
    void setSocketGone(const FleetKey& fleet, const QString& balancer, bool gone);
    void reloadBalancer(const FleetKey& fleet, const QString& balancer);
    /// One long request, or a WebSocket; false: it failed.
    bool holdSession(const FleetKey& fleet, const QString& balancer, qint64 ms, bool webSocket = false);
    void setHeadroom(const Headroom& room) { m_headroom = room; }
    void setTraffic(int everyMs) { m_options.trafficEveryMs = everyMs; }

    // What may be asserted of it.
    Headroom headroom() const { return m_headroom; }
    TrafficCount traffic() const { return m_traffic; }
    bool hasNetwork(const FleetKey& fleet) const { return m_networks.contains(fleet.id); }
    QStringList volumes(const FleetKey& fleet) const;
    /// Names of the nodes that this balancer sends new traffic to, sorted.
    QStringList serving(const FleetKey& fleet, const QString& balancer) const;
    QByteArray file(const FleetKey& fleet, const QString& node, const QByteArray& path) const;

private:
    struct Node;
    using Key = std::pair<QString, QString>; ///< fleet id, node

    Node* find(const FleetKey& fleet, const QString& name) const;
    Node* findByAddress(const QString& address) const;
    Result<Done> boot(Node& node);
    void halt(Node& node);
    void tick();
    void sendTraffic();
    std::optional<int> answers(const QString& address, const QString& path) const;
    int health(const Node& node) const;
    bool databasesUp(const FleetKey& fleet) const;
    bool answersNow(const Node& node) const;
    NodeFacts factsOf(const Node& node) const;
    std::optional<Error> refusal(const FleetKey& fleet, const NodeSpec& spec) const;
    std::optional<Error> portConflict(const Node& node) const;
    HttpAnswer throughBalancer(Node& node);
    ExecResult execOnBalancer(Node& node, const ExecRequest& request);
    ExecResult writeConfig(Node& node, const ExecRequest& request);
    void changed(const Node& node);

    SimulationOptions m_options;
    qint64 m_now = 0;
    std::multimap<qint64, std::function<void()>> m_script;
    std::map<Key, std::unique_ptr<Node>> m_nodes;
    QMap<QString, FleetNetwork> m_networks;
    QMap<QString, QSet<QString>> m_volumes;
    QSet<Digest> m_images;
    QMap<QString, int> m_unhealthy;
    TrafficCount m_traffic;
    int m_nextPid = 100;
    Headroom m_headroom{qint64(1) << 50, qint64(1) << 50, qint64(1) << 26}; ///< plenty: nodes of 64 MiB
};

} // namespace snowmelt
