// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/balancer/balancer_driver.h"
#include "backend/fleet/fleet_access.h"
#include "backend/image/image_builder.h"
#include "backend/image/image_store.h"
#include "backend/lease/memory_lease_store.h"
#include "backend/platform/platform.h"
#include "backend/store/journal.h"
#include "backend/trial/image_trials.h"

#include <QMap>

#include <map>
#include <memory>

namespace snowmelt {

class BuildHosts;
class SshPlatform;
class PersonAsker;

/// Everything the verbs work with, made once per backend. Lives on the backend thread.
struct Rooms
{
    QString home; ///< Snowmelt's data folder
    FleetRegistry registry;
    ImageStore store;
    ImageTrials trials; ///< what the builder's images pass before they are versions
    ImageBuilder builder;
    std::unique_ptr<Journal> journal; ///< null: could not be opened, journalError says why
    std::optional<Error> journalError;
    SshPlatform* hosts = nullptr;                               ///< of the platforms, the one that is told its nodes
    std::unique_ptr<PersonAsker> asker;                         ///< who is asked what hosts are not reached without
    std::unique_ptr<BuildHosts> buildHosts;                     ///< hosts on which images are built
    std::map<QString, std::unique_ptr<Platform>> platforms;     ///< by blueprint kind
    std::map<QString, std::unique_ptr<BalancerDriver>> drivers; ///< "PLATFORM/DRIVER"

    QMap<QString, std::shared_ptr<MemoryLeaseHost>> leaseHosts; ///< of simulated fleets, by id

    explicit Rooms(const QString& homeFolder);
    ~Rooms();

    Platform* platform(const QString& kind) const;
    /// What stands for the host of a simulated fleet's balancer.
    std::shared_ptr<MemoryLeaseHost> memoryLeases(const QString& fleetId);
    QMap<QString, BalancerDriver*> driversFor(const QString& platformKind) const;
    /// The fleet under this lease, ready to work with.
    std::shared_ptr<const FleetAccess> access(const Blueprint& blueprint, const FleetLease& lease) const;
};

} // namespace snowmelt
