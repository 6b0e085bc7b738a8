// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/deployment.h"

#include <algorithm>

namespace snowmelt {

void Deployment::tell(Phase phase, const QStringList& args, int done, int total)
{
    const Progress now{phase, args, done, total};
    if (now == lastTold || control->stands())
        return;
    lastTold = now;
    emit(now);
}

bool isDue(QElapsedTimer& since, std::chrono::milliseconds every)
{
    if (since.isValid() && since.elapsed() < every.count())
        return false;
    since.start();
    return true;
}

void Deployment::count(const BackendState& backend)
{
    meter.note(backend);
    blueMeter.note(backend, plan.blue);
    greenMeter.note(backend, plan.green);
    if (isDue(sinceCounted, timing.second))
        emit(traffic());
}

static void addProbes(SideTraffic& side, const ProbeTally& probes)
{
    side.probes = probes.asked();
    side.probesFailed = probes.failed();
    side.probeP50 = probes.percentile(50);
    side.probeP95 = probes.percentile(95);
}

TrafficCounted Deployment::traffic() const
{
    TrafficCounted counted = meter.counted();
    counted.blue = blueMeter.seen();
    counted.green = greenMeter.seen();
    addProbes(counted.blue, prober.blue());
    addProbes(counted.green, prober.green());
    return counted;
}

WaitClock Deployment::clock(int seconds) const
{
    return WaitClock(timing.second * seconds, timing.longestLook);
}

WaitClock Deployment::clock(std::chrono::milliseconds limit) const
{
    return WaitClock(limit, timing.longestLook);
}

WaitClock Deployment::patienceClock() const
{
    return WaitClock(timing.patience, timing.callLimit + timing.longestLook);
}

void Deployment::tick(WaitClock& clock) const
{
    clock.tick(std::chrono::milliseconds(sinceBegun.elapsed()), control->stands());
}

int Deployment::seconds(std::chrono::milliseconds time) const
{
    return int(time / timing.second);
}

Result<DeploymentPtr> makeDeployment(std::shared_ptr<const FleetAccess> fleet, const Plan& plan,
                                     const ImageRecord& image, const QString& storeLayout, const Emit& emit,
                                     const DeployControlPtr& control, const DeployTiming& timing)
{
    const Group* group = fleet->blueprint.findGroup(plan.group);
    if (!group)
        return Error{ErrorCode::GroupUnknown, {plan.group}, {}};
    const Balancer* balancer = fleet->blueprint.balancerOf(plan.group);
    if (!balancer)
        return Error{ErrorCode::BalancerMissing, {plan.group}, {}};
    auto made = std::make_shared<Deployment>();
    made->group = *group;
    made->balancer = *balancer;
    made->driver = fleet->driverOf(*balancer);
    if (!made->driver)
        return Error{ErrorCode::Unsupported, {balancer->driver, balancer->name}, {}};
    made->fleet = std::move(fleet);
    made->plan = plan;
    made->image = image;
    made->storeLayout = storeLayout;
    made->emit = emit;
    made->control = control;
    made->timing = timing;
    made->sinceBegun.start();
    return made;
}

} // namespace snowmelt
