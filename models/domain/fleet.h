// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/ids.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace snowmelt {

enum class Health { Unknown, Healthy, Degraded, Draining, Down };
enum class Role { Node, Balancer, Database };
enum class Lifecycle { Absent, Created, Running, Stopped };
/// Blue and green exist only during a deployment.
enum class Side { None, Blue, Green };

/// How another program reaches a node: numeric address and port as seen from where Snowmelt runs.
struct Endpoint
{
    QString host;
    int port = 0;
    bool isNull() const { return host.isEmpty(); }
    QString text() const { return host + u':' + QString::number(port); }
    bool operator==(const Endpoint&) const = default;
};

/// What a balancer counted for a node.
struct Counted
{
    qint64 requests = 0;
    qint64 failed = 0;   ///< 5xx answers, connection errors and answers broken off
    bool atMost = false; ///< its slot was another node's meanwhile, or may have been: the node has these or fewer
    bool operator==(const Counted&) const = default;
};

/// How a balancer's own check of a node ended, in the balancer's words.
struct BalancerCheck
{
    QString status;      ///< "L7STS": the layer it came to, and how it went there; "INI": none has ended yet
    int code = 0;        ///< of the answer: 503; 0: there was none
    QString description; ///< of the status: "Layer7 wrong status"
    QString words;       ///< what the node, or the network, said: "Connection refused"
    int ms = -1;         ///< how long it took; -1: not said
    bool failed = false;
    bool up = false; ///< what the balancer takes the node for, after as many checks as it wants for that
    QDateTime since; ///< UTC, from when on it takes it for that; null: not said
    bool operator==(const BalancerCheck&) const = default;
};

/// What a node used when somebody asked.
struct Utilisation
{
    double cpu = 0;         ///< in processors: 1.5 is one and a half; -1: not said
    qint64 memory = -1;     ///< bytes; -1: not said
    qint64 memoryLimit = 0; ///< bytes it may use; 0: no limit known
    QDateTime at;           ///< UTC
    bool operator==(const Utilisation&) const = default;
};

struct NodeState
{
    QString name;
    QString group; ///< group, balancer or database name; equals name for the latter two
    Role role = Role::Node;
    QString slot; ///< balancer slot, "a1"; empty: in none
    Side side = Side::None;
    Lifecycle lifecycle = Lifecycle::Absent;
    Health health = Health::Unknown;
    QString healthReason; ///< verbatim: "GET /healthz: 503 database: …"; empty when healthy
    ImageRef image;
    Digest digest;
    QString deployment; ///< operation that made it
    QString address;    ///< inside the fleet's network; of a host that was there before, what its name leads to
    Endpoint ssh;
    QString sshUser{};             ///< who logs in, on a host that was there before; empty: Snowmelt made the node
    QStringList sshJumps{};        ///< hosts that are passed on the way to such a host, "user@host:port", in order
    Endpoint service;              ///< where its port answers, seen from here
    QDateTime bornAt;              ///< UTC
    QDateTime startedAt;           ///< UTC, last start
    double share = 0;              ///< of the group's traffic, 0…1, by balancer weight of slots that take new traffic
    int sessions = 0;              ///< open now, as the balancer says
    double requestRate = 0;        ///< per second
    std::optional<int> driftCount; ///< of the last scan; nullopt: never scanned
    bool driftComplete = true;     ///< false: something could not be seen
    int driftHidden = 0;           ///< differences that rules of the blueprint hide; not in driftCount
    std::optional<Counted> counted;         ///< nullopt: in no slot, or its balancer could not be asked
    std::optional<BalancerCheck> check;     ///< nullopt: as above, or the slot is in maint, where nothing is checked
    std::optional<Utilisation> utilisation; ///< the last that was asked for; nullopt: nobody asked, or nobody knows

    bool exists() const { return lifecycle != Lifecycle::Absent; }
    /// A host that was there before: nothing here made it of an image.
    bool wasThere() const { return exists() && image.isNull() && digest.isNull(); }
    bool operator==(const NodeState&) const = default;
};

struct GroupState
{
    QString name;
    int wanted = 0; ///< blueprint's size
    ImageRef blueprintImage;
    QList<NodeState> nodes; ///< sorted by number
    qint64 requests = 0;    ///< since the balancer started
    qint64 failed = 0;      ///< 5xx, connection errors and aborted responses counted by the balancer
    QDateTime countedSince; ///< UTC, when the process that counted these started; null: it could not be asked
    qint64 failedGone = 0;  ///< those of `failed` that were sent to nodes that are gone

    int existing() const; ///< nodes that exist
    bool operator==(const GroupState&) const = default;
};

struct BalancerState
{
    NodeState node;
    QString driver;
    QString version; ///< "2.6.12"; empty: could not be asked
    QStringList serves;
    Endpoint entry; ///< where clients connect
    double requestRate = 0;
    bool operator==(const BalancerState&) const = default;
};

struct DatabaseState
{
    NodeState node;
    QString engine;
    QString version;
    int connections = -1; ///< -1: not asked
    bool operator==(const DatabaseState&) const = default;
};

/// From when on the node has the health it has, if its balancer says so; null: nobody knows.
QDateTime healthSince(const NodeState& node);

/// What actually runs, as far as it could be seen.
struct FleetState
{
    QString fleetId; ///< empty: never brought up
    QString name;
    QString platform;
    QDateTime observedAt; ///< UTC
    QList<BalancerState> balancers;
    QList<GroupState> groups;
    QList<DatabaseState> databases;
    QList<Error> blind; ///< what could not be asked, and why

    bool isUp() const; ///< at least one node exists
    bool complete() const { return blind.isEmpty(); }
    const GroupState* findGroup(const QString& groupName) const;
    const NodeState* findNode(const QString& nodeName) const; ///< of any role
    QList<const NodeState*> allNodes() const;
    bool operator==(const FleetState&) const = default;
};

} // namespace snowmelt
