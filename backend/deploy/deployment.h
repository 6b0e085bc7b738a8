// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deploy_timing.h"
#include "backend/deploy/deployer.h"
#include "backend/deploy/traffic_meter.h"

#include <QElapsedTimer>

namespace snowmelt {

/// What every step of one running deployment shares. Nothing in it decides how to go on: a restarted engine makes a
/// new one from the journaled plan and asks the world.
struct Deployment
{
    std::shared_ptr<const FleetAccess> fleet;
    Plan plan;
    ImageRecord image;
    QString storeLayout;
    Emit emit;
    DeployTiming timing;

    Group group;
    Balancer balancer;
    BalancerDriver* driver = nullptr;

    TrafficMeter meter;
    QElapsedTimer sinceCounted;
    Progress lastTold;
    std::optional<Error> leftover; ///< what the way back could not tidy up

    /// Emits progress when it differs from the last.
    void tell(Phase phase, const QStringList& args, int done = 0, int total = 0);
    /// Counts the traffic of a reading and tells it once a second.
    void count(const BackendState& backend);
    /// A call to balancer or platform that is short and must not be cut in the middle.
    CallContext brief() const { return CallContext::cleanup(timing.callLimit); }
};

using DeploymentPtr = std::shared_ptr<Deployment>;

/// Errors: GroupUnknown, BalancerMissing, Unsupported (no driver).
Result<DeploymentPtr> makeDeployment(std::shared_ptr<const FleetAccess> fleet, const Plan& plan,
                                     const ImageRecord& image, const QString& storeLayout, const Emit& emit,
                                     const DeployTiming& timing);

} // namespace snowmelt
