// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/execution/call_context.h"
#include "backend/execution/task.h"
#include "models/domain/fleet.h"
#include "models/domain/inventory.h"
#include "models/domain/planning/headroom.h"

#include <QMap>
#include <QObject>

#include <chrono>
#include <optional>

namespace snowmelt {

/// Which fleet a call is about. `id` is what the platform labels everything with.
struct FleetKey
{
    QString id;
    QString name;
    bool operator==(const FleetKey&) const = default;
};

/// A file given to a node at birth. Secret ones never reach a layer, a label, a log or an argv.
struct BirthContent
{
    QByteArray path;
    QByteArray content;
    int mode = 0644;
    int uid = 0;
    int gid = 0;
    bool secret = false; ///< delivered as a memory file below /run/secrets/, must survive a stop and start
};

struct VolumeMount
{
    QString volume; ///< name within the fleet
    QString path;
};

struct PublishedPort
{
    Endpoint outside; ///< loopback address of the fleet's block
    int inside = 0;
};

/// Everything needed to make one node.
struct NodeSpec
{
    QString name;
    QString group; ///< group, balancer or database
    Role role = Role::Node;
    QString slot;
    QString deployment;
    ImageRef image;
    Digest digest;
    QString address;            ///< in the fleet's network, from the fleet's lease
    QList<PublishedPort> ports; ///< one of them inside 22: ssh
    QList<VolumeMount> volumes;
    QList<BirthContent> files;
    QString sshHostKey;               ///< public line "ssh-ed25519 AAAA…", pinned before the first connection
    std::chrono::seconds lifeLimit{}; ///< the platform ends the node after it, whoever lives, where it can; 0: never
};

/// A node as the platform sees it: no opinion about its health.
struct NodeFacts
{
    QString name;
    QString group;
    Role role = Role::Node;
    QString slot;
    QString deployment;
    Lifecycle lifecycle = Lifecycle::Absent;
    ImageRef image;
    Digest digest;
    QString address;
    Endpoint ssh;
    QList<PublishedPort> ports;
    QString sshHostKey;
    BirthParameters birth;
    QDateTime startedAt;
    FleetKey fleet;                ///< whose node it is: Exec presents this fleet's client key
    QString sshUser{};             ///< of a host that was there before: who logs in
    QStringList sshJumps{};        ///< of such a host: those that are passed on the way, "user@host:port", in order
    std::optional<Error> unseen{}; ///< of such a host: why it could not be reached
    bool operator==(const NodeFacts&) const;
};

struct FleetNetwork
{
    QString subnet; ///< "10.213.4.0/24"
    QString gateway;
    QString bridge; ///< interface name
};

struct ExecRequest
{
    QByteArray script; ///< sent on stdin to "sh -s"
    QString command;   ///< empty: /bin/sh -s; otherwise run by the login shell, stdin = script
    qint64 outputLimit = 64 * 1024 * 1024;
};

struct ExecResult
{
    int exitStatus = 0;
    QByteArray out;
    QByteArray err;
    bool truncated = false; ///< outputLimit was reached
};

/// Capability: see what is there.
class Observe
{
public:
    virtual ~Observe() = default;
    /// All nodes of the fleet, in any lifecycle, sorted by name.
    virtual Task<QList<NodeFacts>> list(FleetKey fleet, CallContext context) = 0;
    /// How long a list may take: more where a person may have to be asked something first.
    virtual std::chrono::seconds listLimit() const { return std::chrono::seconds(10); }
};

/// Capability: run a script on a running node.
class Exec
{
public:
    virtual ~Exec() = default;
    /// A non-zero exit is a value. SSH failures are errors with their Ssh… or HostKey… code.
    virtual Task<ExecResult> exec(NodeFacts node, ExecRequest request, CallContext context) = 0;
};

/// Capability: make and remove nodes. Every call is idempotent: making what is there and removing what is not succeed.
class Provision
{
public:
    virtual ~Provision() = default;
    virtual Task<Done> ensureNetwork(FleetKey fleet, FleetNetwork network, CallContext context) = 0;
    virtual Task<Done> removeNetwork(FleetKey fleet, CallContext context) = 0;
    virtual Task<Done> removeVolumes(FleetKey fleet, CallContext context) = 0;
    /// Creates and starts. PortTaken when a published port is in use; nothing half-made stays behind.
    virtual Task<Done> create(FleetKey fleet, NodeSpec spec, CallContext context) = 0;
    virtual Task<Done> start(FleetKey fleet, QString node, CallContext context) = 0;
    /// SIGTERM, `grace`, SIGKILL.
    virtual Task<Done> stop(FleetKey fleet, QString node, std::chrono::seconds grace, CallContext context) = 0;
    virtual Task<Done> destroy(FleetKey fleet, QString node, CallContext context) = 0;
};

/// Capability: take an image from the store.
class ImageImport
{
public:
    virtual ~ImageImport() = default;
    virtual Task<bool> hasImage(Digest digest, CallContext context) = 0;
    /// `layout` is an OCI image layout folder that holds the image; parents the platform has are not sent again.
    virtual Task<Done> importImage(QString layout, ImageRef ref, Digest digest, CallContext context) = 0;
};

/// Our own HTTP question to a node's service, as a balancer's check would ask it.
struct HttpAnswer
{
    int status = 0; ///< 0: no answer
    QByteArray body;
    QString failure; ///< why there was no answer, verbatim
    qint64 ms = 0;
};
class HttpProbe
{
public:
    virtual ~HttpProbe() = default;
    /// Never an error except cancel: no answer is an answer with status 0.
    virtual Task<HttpAnswer> get(Endpoint service, QString path, CallContext context) = 0;
};

class Possessions;
class Usage;
class Inside;

/// What creates, runs and destroys nodes. A capability it does not have is null.
class Platform : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString kind() const = 0;
    /// Brings up what the platform itself needs (its service); idempotent, cheap when up.
    virtual Task<Done> open(CallContext context) = 0;
    /// What is left for more nodes. Never an error except cancel: what cannot be seen is -1.
    virtual Task<Headroom> headroom(CallContext context) = 0;

    virtual Observe* observe() = 0;
    virtual Exec* exec() = 0;
    virtual Provision* provision() = 0;
    virtual ImageImport* imageImport() = 0;
    virtual HttpProbe* httpProbe() = 0;
    virtual Possessions* possessions() { return nullptr; } ///< possessions.h
    virtual Usage* usage() { return nullptr; }             ///< usage.h
    virtual Inside* inside() { return nullptr; }           ///< inside.h

    /// What a person should know of how this fleet is reached, as the configuration has it; each is told once.
    virtual QStringList takeNotes(const FleetKey&) { return {}; }

Q_SIGNALS:
    /// Something about this fleet's nodes changed; ask again. Emitted only between watch() and unwatch().
    void changed(const QString& fleetId);

public:
    virtual void watch(FleetKey fleet) = 0;
    virtual void unwatch(FleetKey fleet) = 0;
};

} // namespace snowmelt
