// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/leftovers.h"

#include "backend/fleet/fleet_paths.h"
#include "backend/fleet/lease_file.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace snowmelt {

namespace {

bool hasLease(const HomeView& home, const QString& fleetId)
{
    return std::ranges::find(home.leases, fleetId, &FleetLease::fleetId) != home.leases.cend();
}

bool hasDatabase(const Blueprint& blueprint, const QString& name)
{
    return std::ranges::find(blueprint.databases, name, &Database::name) != blueprint.databases.cend();
}

QString reasonOf(const HomeView& home, const Possession& it)
{
    if (it.inUse)
        return {};
    if (it.kind == OrphanKind::Image)
        return home.images.contains(it.id) ? QString() : u"imageUnused"_qs;
    if (!hasLease(home, it.fleet.id))
        return u"fleetGone"_qs;
    const bool ownVolume = it.kind == OrphanKind::Volume && it.fleet.id == home.fleet.id;
    return ownVolume && !hasDatabase(home.blueprint, it.part) ? u"partGone"_qs : QString();
}

Leftover leftover(const Possession& it, const QString& reason)
{
    return {{it.kind, it.name, {}, {}, it.image, it.madeAt, reason, it.size}, it, std::nullopt};
}

Leftover leftover(const FleetLease& lease)
{
    const QString name = lease.name + u" (" + lease.network.subnet + u')';
    return {{OrphanKind::Addresses, name, {}, {}, {}, {}, u"blueprintGone"_qs, -1}, std::nullopt, lease};
}

} // namespace

QList<Leftover> findLeftovers(const HomeView& home, const QList<Possession>& possessions)
{
    QList<Leftover> found;
    QSet<QString> present;
    for (const Possession& it : possessions) {
        present.insert(it.fleet.id);
        if (const QString reason = reasonOf(home, it); !reason.isEmpty())
            found << leftover(it, reason);
    }
    for (const FleetLease& lease : home.leases) {
        if (home.forsaken.contains(lease.fleetId) && !present.contains(lease.fleetId))
            found << leftover(lease);
    }
    return found;
}

Result<QList<FleetLease>> leasesOf(const QString& home)
{
    QList<FleetLease> leases;
    const QStringList fleets = QDir(home + u"/fleets").entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& fleet : fleets) {
        QFile file(fleetPaths(home, fleet).lease);
        if (!file.exists())
            continue;
        const auto entry = file.open(QIODevice::ReadOnly) ? parseLease(file.readAll()) : std::nullopt;
        if (!entry)
            return Error{ErrorCode::FileUnreadable, {file.fileName()}, file.errorString()};
        leases << entry->lease;
    }
    return leases;
}

} // namespace snowmelt
