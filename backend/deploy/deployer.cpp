// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/deployer.h"

#include "backend/deploy/conduct.h"
#include "backend/deploy/engine.h"

namespace snowmelt {

Task<DeployEnd> runDeployment(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image,
                              QString storeLayout, Emit emit, DeployControlPtr control, CallContext context,
                              DeployTiming timing)
{
    const Result<DeploymentPtr> made = makeDeployment(fleet, plan, image, storeLayout, emit, control, timing);
    if (!made)
        co_return DeployEnd{OutcomeKind::Failed, Safety::NothingTouched, made.error()};
    const DeploymentPtr d = *made;
    const Result<DeployEnd> end = co_await conduct(d, firstMove(), context);
    co_return *end;
}

Task<DeployEnd> deploy(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image, QString storeLayout,
                       Emit emit, DeployControlPtr control, CallContext context)
{
    const DeployTiming timing;
    const Result<DeployEnd> end =
        co_await runDeployment(fleet, plan, image, storeLayout, emit, control, context, timing);
    co_return end;
}

} // namespace snowmelt
