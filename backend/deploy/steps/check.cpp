// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/fit.h"
#include "backend/deploy/orders.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"

namespace snowmelt {

Task<QStringList> observeFit(DeploymentPtr d, CallContext context)
{
    d->tell(Phase::Looking, {});
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<QStringList>();
    const Result<BalancerConfig> config = co_await readConfig(d, sight->balancer, context);
    if (!config)
        co_return config.as<QStringList>();
    const std::optional<Error> misfit = firstMisfit(d->plan, d->image, {sight->nodes, sight->backend, *config});
    if (misfit)
        co_return *misfit;
    co_return slotLines(sight->backend, d->plan.blue);
}

} // namespace snowmelt
