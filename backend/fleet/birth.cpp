// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/birth.h"

#include "backend/fleet/fleet_paths.h"
#include "backend/fleet/private_file.h"
#include "backend/fleet/ssh_key.h"

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int sshPort = 22;
constexpr int postgresqlPort = 5432;
constexpr int lastPlace = 253; // 10.213.N.254
constexpr int passwordLength = 32;

const QByteArray nodeConfPath = QByteArrayLiteral("/etc/snowmelt/node.conf");

using Values = QList<QPair<QByteArray, QString>>;

QString databaseAddress(const QList<NodeFacts>& taken, const QString& database)
{
    for (const NodeFacts& node : taken)
        if (node.role == Role::Database && node.group == database)
            return node.address;
    return {};
}

/// The same for the database and all that use it; made once.
Result<QByteArray> databasePassword(const FleetAccess& fleet, const QString& database)
{
    const QString path = fleetPaths(fleet.home, fleet.lease.name).password(database);
    const Result<QByteArray> kept = readWholeFile(path);
    if (kept)
        return kept;
    const Result<QByteArray> made = makePassword(passwordLength);
    if (!made)
        return made;
    const Result<Done> written = writePrivateFile(path, *made);
    return written ? made : written.as<QByteArray>();
}

Result<Done> addPassword(const FleetAccess& fleet, const QString& database, NodeSpec& spec)
{
    const Result<QByteArray> password = databasePassword(fleet, database);
    if (!password)
        return password.as<Done>();
    spec.files.append({"/run/secrets/database-password", *password, 0400, 0, 0, true});
    return Done{};
}

Values commonValues(const FleetAccess& fleet, const NodeSpec& spec, int port)
{
    return {{"FLEET", fleet.lease.name},     {"NODE", spec.name},
            {"GROUP", spec.group},           {"IMAGE", spec.image.text()},
            {"PORT", QString::number(port)}, {"ADDRESS", spec.address}};
}

void addConf(NodeSpec& spec, const Values& values)
{
    spec.files.append({nodeConfPath, renderNodeConf(values), 0644, 0, 0, false});
}

/// Host key and authorised key: what every node has.
Result<Done> addKeys(const FleetAccess& fleet, NodeSpec& spec)
{
    const Result<QByteArray> client = readWholeFile(fleetPaths(fleet.home, fleet.lease.name).clientPublicKey);
    if (!client)
        return client.as<Done>();
    const Result<SshKey> host = makeSshKey(spec.name.toUtf8());
    if (!host)
        return host.as<Done>();
    spec.files = {{"/etc/ssh/ssh_host_ed25519_key", host->privateFile, 0600, 0, 0, false},
                  {"/etc/ssh/ssh_host_ed25519_key.pub", host->publicLine + '\n', 0644, 0, 0, false},
                  {"/root/.ssh/authorized_keys", *client, 0600, 0, 0, false}};
    spec.sshHostKey = QString::fromUtf8(host->publicLine);
    return Done{};
}

Result<NodeSpec> makeSpec(const FleetAccess& fleet, const QString& name, const ImageRecord& image,
                          const QString& deployment, const QList<NodeFacts>& taken, QList<int> ports)
{
    const int place = freePlace(fleet.lease, taken);
    if (place == 0)
        return Error{ErrorCode::NoFreeAddressBlock, {fleet.lease.network.subnet}, {}};
    NodeSpec spec;
    spec.name = name;
    spec.group = name;
    spec.deployment = deployment;
    spec.image = image.ref;
    spec.digest = image.digest;
    spec.address = fleet.lease.insideAddress(place);
    for (const int port : QList<int>{sshPort} + ports)
        spec.ports.append({{fleet.lease.outsideAddress(place), port}, port});
    const Result<Done> keys = addKeys(fleet, spec);
    return keys ? Result<NodeSpec>(spec) : keys.as<NodeSpec>();
}

} // namespace

QByteArray renderNodeConf(const QList<QPair<QByteArray, QString>>& values)
{
    QByteArray text;
    for (const auto& [key, value] : values)
        text += key + '=' + value.toUtf8() + '\n';
    return text;
}

int freePlace(const FleetLease& lease, const QList<NodeFacts>& taken)
{
    QSet<QString> addresses;
    for (const NodeFacts& node : taken)
        addresses.insert(node.address);
    for (int place = 1; place < lastPlace; ++place)
        if (!addresses.contains(lease.insideAddress(place)))
            return place;
    return 0;
}

Result<NodeSpec> makeNodeSpec(const FleetAccess& fleet, const Group& group, const QString& nodeName,
                              const QString& slot, const ImageRecord& image, const QString& deployment,
                              const QList<NodeFacts>& taken)
{
    Result<NodeSpec> made = makeSpec(fleet, nodeName, image, deployment, taken, {group.port});
    if (!made)
        return made;
    NodeSpec spec = made.take();
    spec.group = group.name;
    spec.slot = slot;
    Values values = commonValues(fleet, spec, group.port);
    for (const QString& database : group.uses) {
        values += {{"DATABASE_HOST", databaseAddress(taken, database)},
                   {"DATABASE_PORT", QString::number(postgresqlPort)},
                   {"DATABASE_NAME", database},
                   {"DATABASE_USER", database}};
        const Result<Done> added = addPassword(fleet, database, spec);
        if (!added)
            return added.as<NodeSpec>();
    }
    addConf(spec, values);
    return spec;
}

Result<NodeSpec> makeBalancerSpec(const FleetAccess& fleet, const Balancer& balancer, const ImageRecord& image,
                                  const QString& deployment, const BalancerConfig& config,
                                  const QList<NodeFacts>& taken)
{
    Result<NodeSpec> made = makeSpec(fleet, balancer.name, image, deployment, taken, {balancer.listen});
    if (!made)
        return made;
    NodeSpec spec = made.take();
    spec.role = Role::Balancer;
    addConf(spec, commonValues(fleet, spec, balancer.listen));
    const BalancerDriver* driver = fleet.driverOf(balancer);
    spec.files.append({driver->configPath(), driver->renderConfig(config), 0644, 0, 0, false});
    return spec;
}

Result<NodeSpec> makeDatabaseSpec(const FleetAccess& fleet, const Database& database, const ImageRecord& image,
                                  const QString& deployment, const QList<NodeFacts>& taken)
{
    // Its port is for the fleet's network alone.
    Result<NodeSpec> made = makeSpec(fleet, database.name, image, deployment, taken, {});
    if (!made)
        return made;
    NodeSpec spec = made.take();
    spec.role = Role::Database;
    spec.volumes = {{database.name, QStringLiteral("/var/lib/postgresql")}};
    Values values = commonValues(fleet, spec, postgresqlPort);
    values += {{"DATABASE_NAME", database.name}, {"DATABASE_USER", database.name}};
    addConf(spec, values);
    const Result<Done> added = addPassword(fleet, database.name, spec);
    return added ? Result<NodeSpec>(spec) : added.as<NodeSpec>();
}

Task<QList<BirthTemplate>> birthTemplatesOf(std::shared_ptr<const FleetAccess> fleet, Digest digest,
                                            CallContext context)
{
    if (!fleet->templatesOf)
        co_return QList<BirthTemplate>();
    Task<QList<BirthTemplate>> reading = fleet->templatesOf(digest, context);
    const Result<QList<BirthTemplate>> read = co_await reading;
    co_return read;
}

NodeSpec withTemplates(NodeSpec spec, const QList<BirthTemplate>& templates)
{
    const auto fileAt = [&spec](const QByteArray& path) {
        return std::find_if(spec.files.cbegin(), spec.files.cend(),
                            [&path](const BirthContent& file) { return file.path == path; });
    };
    const auto conf = fileAt(nodeConfPath);
    const QMap<QString, QString> values = parametersOf(conf == spec.files.cend() ? QByteArray() : conf->content);
    for (const BirthTemplate& given : templates)
        if (fileAt(given.path) == spec.files.cend())
            spec.files.append({given.path, rendered(given.text, values), given.mode, given.uid, given.gid, false});
    return spec;
}

} // namespace snowmelt
