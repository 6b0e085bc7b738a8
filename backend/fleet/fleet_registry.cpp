// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/fleet/fleet_lease.h"
#include "backend/fleet/fleet_paths.h"
#include "backend/fleet/host_view.h"
#include "backend/fleet/lease_file.h"
#include "backend/fleet/private_file.h"
#include "backend/fleet/ssh_key.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>

#include <unistd.h>

namespace snowmelt {

namespace {

constexpr int lockWaitMs = 10000;

std::optional<LeaseEntry> readEntry(const QString& path)
{
    const Result<QByteArray> text = readWholeFile(path);
    return text ? parseLease(*text) : std::nullopt;
}

QString entryPath(const QString& leases, int block)
{
    return leases + u"/block-" + QString::number(block) + u".json";
}

/// A lease stands while its home says so: homes are deleted without telling anyone.
bool stands(const LeaseEntry& entry)
{
    const std::optional<LeaseEntry> home = readEntry(entry.homeFile);
    return home && home->lease.fleetId == entry.lease.fleetId;
}

QList<FleetLease> standingLeases(const QString& leases)
{
    QList<FleetLease> standing;
    const QDir folder(leases);
    for (const QString& name : folder.entryList({QStringLiteral("block-*.json")}, QDir::Files)) {
        const std::optional<LeaseEntry> entry = readEntry(folder.filePath(name));
        if (entry && stands(*entry))
            standing.append(entry->lease);
        else
            QFile::remove(folder.filePath(name));
    }
    return standing;
}

Result<Done> ensureClientKey(const FleetPaths& paths, const QString& fleet)
{
    if (QFile::exists(paths.clientKey) && QFile::exists(paths.clientPublicKey))
        return Done{};
    const Result<SshKey> key = makeSshKey("snowmelt-" + fleet.toUtf8());
    if (!key)
        return key.as<Done>();
    // The public half last: it says that the pair is whole.
    const Result<Done> written = writePrivateFile(paths.clientKey, key->privateFile);
    if (!written)
        return written;
    return writePrivateFile(paths.clientPublicKey, key->publicLine + '\n');
}

} // namespace

QString hostLeaseFolder()
{
    if (::geteuid() == 0)
        return QStringLiteral("/var/lib/snowmelt/leases");
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.isEmpty() ? QString(QDir::homePath() + u"/.local/state") : state) + u"/snowmelt/leases";
}

FleetRegistry::FleetRegistry(QString home) : FleetRegistry(std::move(home), hostLeaseFolder()) {}

FleetRegistry::FleetRegistry(QString home, QString leaseFolder)
    : m_home(std::move(home)), m_leases(std::move(leaseFolder))
{
}

Result<FleetLease> FleetRegistry::acquire(const Blueprint& blueprint)
{
    if (const Result<Done> made = makePrivateFolder(m_leases); !made)
        return made.as<FleetLease>();
    QLockFile lock(m_leases + u"/lock");
    if (!lock.tryLock(lockWaitMs))
        return Error{ErrorCode::FileUnwritable, {m_leases + u"/lock"}, {}};
    Result<FleetLease> lease = find(blueprint);
    if (lease && lease->fleetId.isEmpty())
        lease = makeLease(blueprint);
    if (!lease)
        return lease;
    const FleetPaths paths = fleetPaths(m_home, blueprint.name);
    const Result<Done> key = ensureClientKey(paths, blueprint.name);
    return key ? lease : key.as<FleetLease>();
}

Result<FleetLease> FleetRegistry::makeLease(const Blueprint& blueprint) const
{
    const int block = freeBlock(viewHost(), standingLeases(m_leases));
    if (block == 0)
        return Error{ErrorCode::NoFreeAddressBlock, {QStringLiteral("127.77.0.0/16")}, {}};
    const FleetPaths paths = fleetPaths(m_home, blueprint.name);
    const FleetLease lease{QUuid::createUuid().toString(QUuid::WithoutBraces), blueprint.name, blueprint.path, block,
                           networkOfBlock(block)};
    const QByteArray json = leaseJson({lease, paths.lease});
    if (const Result<Done> made = makePrivateFolder(paths.folder); !made)
        return made.as<FleetLease>();
    // The host's entry first: one that no home stands behind is stale and goes, but a home whose lease is not in the
    // host's folder would share its block with the next.
    if (const Result<Done> written = writePrivateFile(entryPath(m_leases, block), json); !written)
        return written.as<FleetLease>();
    if (const Result<Done> written = writePrivateFile(paths.lease, json); !written)
        return written.as<FleetLease>();
    return lease;
}

Result<FleetLease> FleetRegistry::find(const Blueprint& blueprint) const
{
    const std::optional<LeaseEntry> entry = readEntry(fleetPaths(m_home, blueprint.name).lease);
    if (!entry)
        return FleetLease{};
    if (entry->lease.blueprintPath != blueprint.path)
        return Error{ErrorCode::NameTaken, {blueprint.name, entry->lease.blueprintPath}, {}};
    return entry->lease;
}

Result<Done> FleetRegistry::release(const FleetLease& lease)
{
    const FleetPaths paths = fleetPaths(m_home, lease.name);
    const QDir folder(paths.folder);
    for (const QString& name : folder.entryList({QStringLiteral("database-*.password")}, QDir::Files))
        QFile::remove(folder.filePath(name));
    QFile::remove(paths.clientKey);
    QFile::remove(paths.clientPublicKey);
    QFile::remove(paths.lease);
    if (QFile::exists(paths.lease))
        return Error{ErrorCode::FileUnwritable, {paths.lease}, {}};
    if (const std::optional<LeaseEntry> entry = readEntry(entryPath(m_leases, lease.block));
        entry && entry->lease.fleetId == lease.fleetId)
        QFile::remove(entryPath(m_leases, lease.block));
    QDir().rmdir(paths.folder); // stays when others keep something there
    return Done{};
}

Result<QString> FleetRegistry::clientKeyFile(const FleetLease& lease) const
{
    const FleetPaths paths = fleetPaths(m_home, lease.name);
    const Result<Done> made = ensureClientKey(paths, lease.name);
    return made ? Result<QString>(paths.clientKey) : made.as<QString>();
}

} // namespace snowmelt
