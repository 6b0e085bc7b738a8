// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/rooms.h"

#include "backend/balancer/haproxy/haproxy_driver.h"
#include "backend/buildhost/build_hosts.h"
#include "backend/image/birth_templates.h"
#include "backend/platform/podman/podman_platform.h"
#include "backend/platform/simulation/simulation_platform.h"
#include "backend/platform/ssh/ssh_platform.h"
#include "backend/services/person_asker.h"
#include "backend/services/template_secrets.h"
#include "backend/store/person.h"

#include <QDateTime>
#include <QDir>

#include <unistd.h>

namespace snowmelt {

Rooms::Rooms(const QString& homeFolder)
    : home(homeFolder), registry(homeFolder), store(homeFolder + QStringLiteral("/images")),
      trials(homeFolder, [this](const QString& kind) { return platform(kind); }),
      builder(homeFolder, personAtHost(), &trials), asker(std::make_unique<PersonAsker>()),
      buildHosts(std::make_unique<BuildHosts>(asker.get()))
{
    builder.setSecrets(templateSecrets(asker.get()));
    builder.setRunners([] { return ::geteuid() == 0 ? nullptr : BuildHosts::rootless(); });
    platforms[QStringLiteral("podman")] = std::make_unique<PodmanPlatform>(PodmanOptions{.home = home});
    platforms[QStringLiteral("simulation")] =
        std::make_unique<SimulationPlatform>(SimulationOptions{}, SimulationPace{SimulationPace::Kind::RealTime});
    auto existing = std::make_unique<SshPlatform>(asker.get());
    hosts = existing.get();
    platforms[QStringLiteral("ssh")] = std::move(existing);
    for (const auto& [kind, platform] : platforms)
        if (platform->provision()) // what nobody here configured is not asked through its socket
            drivers[kind + QStringLiteral("/haproxy")] = std::make_unique<HaproxyDriver>(platform->exec());

    QDir().mkpath(
        store.layoutFolder()); // a store without images is a store; what cannot be made is said by who needs it

    Result<std::unique_ptr<Journal>> opened = Journal::open(home);
    if (opened)
        journal = opened.take();
    else
        journalError = opened.error();
}

Rooms::~Rooms() = default;

Platform* Rooms::platform(const QString& kind) const
{
    const auto found = platforms.find(kind);
    return found == platforms.end() ? nullptr : found->second.get();
}

std::shared_ptr<MemoryLeaseHost> Rooms::memoryLeases(const QString& fleetId)
{
    std::shared_ptr<MemoryLeaseHost>& host = leaseHosts[fleetId];
    if (!host)
        host = std::make_shared<MemoryLeaseHost>([] { return QDateTime::currentMSecsSinceEpoch(); });
    return host;
}

QMap<QString, BalancerDriver*> Rooms::driversFor(const QString& platformKind) const
{
    const QString prefix = platformKind + u'/';
    QMap<QString, BalancerDriver*> found;
    for (const auto& [key, driver] : drivers) {
        if (key.startsWith(prefix))
            found.insert(key.mid(prefix.size()), driver.get());
    }
    return found;
}

std::shared_ptr<const FleetAccess> Rooms::access(const Blueprint& blueprint, const FleetLease& lease) const
{
    const QString& kind = blueprint.platform.kind;
    if (platform(kind) == hosts)
        hosts->know(lease.key(), blueprint);
    FleetAccess access{blueprint, lease, platform(kind), driversFor(kind), home};
    if (kind == u"podman") // the others make no nodes, or none with a root
        access.templatesOf = [images = store](const Digest& digest, const CallContext&) {
            return readBirthTemplates(images, digest);
        };
    return std::make_shared<const FleetAccess>(access);
}

} // namespace snowmelt
