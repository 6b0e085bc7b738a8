// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/orders.h"

#include "backend/deploy/patience.h"
#include "models/domain/planning/config_edits.h"

#include <algorithm>

namespace snowmelt {

static constexpr int writesOfOneChange = 3;

Task<Done> orderModes(DeploymentPtr d, NodeFacts balancer, QList<SlotPlacement> modes, CallContext context)
{
    const std::function<Task<Done>()> order = [d, balancer, modes] {
        return d->driver->setModes(balancer, d->plan.group, modes, d->brief());
    };
    return patiently(d, order, context);
}

Task<Done> orderAdmission(DeploymentPtr d, NodeFacts balancer, SlotPlacement placement, CallContext context)
{
    const std::function<Task<Done>()> order = [d, balancer, placement] {
        return d->driver->admit(balancer, d->plan.group, placement, d->brief());
    };
    return patiently(d, order, context);
}

static void noteEdits(const DeploymentPtr& d, const BalancerConfig& config)
{
    QList<ConfigEdit> news;
    for (const ConfigEdit& edit : unknownTo(d->plan, config.edits)) {
        const auto isSame = [&edit](const ConfigEdit& told) { return told.text == edit.text; };
        if (std::ranges::none_of(d->toldEdits, isSame))
            news.append(edit);
    }
    if (news.isEmpty())
        return;
    d->toldEdits += news;
    d->emit(ConfigEdited{d->plan.balancer, news});
}

Task<BalancerConfig> readConfig(DeploymentPtr d, NodeFacts balancer, CallContext context)
{
    const std::function<Task<BalancerConfig>()> question = [d, balancer] {
        return d->driver->readConfig(balancer, d->brief());
    };
    const Result<BalancerConfig> config = co_await patiently(d, question, context);
    if (config)
        noteEdits(d, *config);
    co_return config;
}

Task<Done> lookForEdits(DeploymentPtr d, NodeFacts balancer, CallContext context)
{
    if (!isDue(d->sinceConfig, d->timing.configLook))
        co_return Done{};
    const CallContext bounded = context.within(d->timing.callLimit);
    const Result<BalancerConfig> config = co_await d->driver->readConfig(balancer, bounded);
    if (config)
        noteEdits(d, *config);
    co_return Done{};
}

Task<Done> changeConfig(DeploymentPtr d, NodeFacts balancer, std::function<BalancerConfig(BalancerConfig)> change,
                        CallContext context)
{
    Result<Done> written = Done{};
    for (int attempt = 0; attempt < writesOfOneChange; ++attempt) {
        const Result<BalancerConfig> config = co_await readConfig(d, balancer, context);
        if (!config)
            co_return config.as<Done>();
        const BalancerConfig wanted = change(*config);
        const std::function<Task<Done>()> order = [d, balancer, wanted] {
            return d->driver->writeConfig(balancer, wanted, d->brief());
        };
        written = co_await patiently(d, order, context);
        if (!written.failed() || written.error().code != ErrorCode::BalancerConfigMoved)
            break;
    }
    co_return written;
}

} // namespace snowmelt
