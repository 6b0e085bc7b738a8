// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/fleet_steps.h"
#include "backend/services/open_deployments.h"
#include "backend/services/verbs.h"

namespace snowmelt {

namespace {

/// Of a fleet that is not there nothing is open.
Finished closed(const Operation& operation)
{
    closeVanished(operation, {});
    return {};
}

} // namespace

QCoro::Task<Finished> runVerb(OperationPtr operation, DownIntent intent)
{
    const Result<std::shared_ptr<const FleetAccess>> opened = co_await openFleet(operation);
    if (opened.failed() && opened.error().code == ErrorCode::FleetNotUp)
        co_return closed(*operation); // nothing there is what was asked for
    if (!opened)
        co_return endedBy(opened, Safety::Unchanged);
    const std::shared_ptr<const FleetAccess> fleet = *opened;
    const Result<Done> down = co_await takeDown(fleet, intent.volumes, operation->voice(), operation->context());
    if (!down)
        co_return endedBy(down, Safety::PartlyDown);
    operation->say(FleetObserved{absentFleet(operation->blueprint())});
    closeVanished(*operation, {});
    // Kept volumes belong to the fleet's id: the lease lives as long as they do.
    if (intent.volumes) {
        const Result<Done> released = operation->rooms().registry.release(fleet->lease);
        co_return endedBy(released, Safety::PartlyDown);
    }
    co_return Finished{};
}

} // namespace snowmelt
