// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/adopt.h"
#include "backend/deploy/conduct.h"
#include "backend/deploy/deployer.h"
#include "backend/deploy/engine.h"
#include "backend/deploy/fit.h"
#include "backend/deploy/looking.h"
#include "backend/deploy/sides.h"
#include "backend/deploy/steps/steps.h"

#include <algorithm>

namespace snowmelt {

namespace {

std::optional<Error> closed(const Plan& plan, const Reached& reached, Way way)
{
    if (way == Way::Continue && reached.goingBack)
        return Error{ErrorCode::WayClosed, {optionOf(way), plan.group, u"goingBack"_qs}, {}};
    if (way == Way::RollBack && isPastNoReturn(plan, reached.step) && !reached.goingBack)
        return Error{ErrorCode::PastNoReturn, {plan.group}, {}};
    return {};
}

bool takesTraffic(const BackendState& backend, const QList<PlannedNode>& side)
{
    return std::ranges::any_of(side, [&backend](const PlannedNode& node) {
        const SlotState* slot = backend.find(node.slot);
        return slot && slot->mode == SlotMode::Ready;
    });
}

/// What the next step takes for granted since the last one, and nobody has watched since: where blue is about to be
/// retired, green serves.
Task<Done> stillTrue(DeploymentPtr d, Sight sight, int step)
{
    const StepKind kind = d->plan.steps.at(step).kind;
    if (kind != StepKind::RetireBlue && kind != StepKind::DestroyBlue)
        co_return Done{};
    const Result<Done> up = co_await awaitGreenUp(d, sight.balancer, d->unhurried());
    co_return up;
}

Task<DeployEnd> endWith(DeploymentPtr d, Error error)
{
    const Result<Safety> safety = co_await seenSafety(d);
    co_return DeployEnd{OutcomeKind::Failed, *safety, error};
}

Task<DeployEnd> goOn(DeploymentPtr d, Sight sight, Move move, CallContext context)
{
    if (move.act == Act::Step) {
        const Result<Done> holds = co_await stillTrue(d, sight, move.step);
        if (holds.failed()) {
            const Result<DeployEnd> stopped = co_await endWith(d, holds.error());
            co_return *stopped;
        }
    }
    const Result<DeployEnd> end = co_await conduct(d, move, context);
    co_return *end;
}

Task<DeployEnd> adopted(DeploymentPtr d)
{
    const Result<Done> done = co_await adoptWhatRuns(d);
    if (d->control->loss())
        co_return lostEnd(*d->control->loss());
    if (!done) {
        const Result<DeployEnd> stopped = co_await endWith(d, done.error());
        co_return *stopped;
    }
    const Result<Safety> safety = co_await seenSafety(d);
    co_return DeployEnd{OutcomeKind::Done, *safety, {}};
}

} // namespace

Task<DeployEnd> resumeDeployment(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image,
                                 QString storeLayout, Reached reached, Way way, Emit emit, DeployControlPtr control,
                                 CallContext context, DeployTiming timing)
{
    if (const std::optional<Error> refused = closed(plan, reached, way))
        co_return *refused;
    const Result<DeploymentPtr> made = makeDeployment(fleet, plan, image, storeLayout, emit, control, timing);
    if (!made)
        co_return made.as<DeployEnd>();
    const DeploymentPtr d = *made;
    d->tell(Phase::Looking, {});
    const Result<Sight> sight = co_await look(d, context);
    if (!sight)
        co_return sight.as<DeployEnd>();
    if (const std::optional<Error> other = otherNode(plan, sight->nodes))
        co_return *other;
    if (way == Way::Adopt) {
        const Result<DeployEnd> end = co_await adopted(d);
        co_return end;
    }
    const bool greenTakes = takesTraffic(sight->backend, plan.green);
    const Move move = resumedMove(plan, reached.step, way, greenTakes);
    const Result<DeployEnd> end = co_await goOn(d, *sight, move, context);
    co_return end;
}

Task<DeployEnd> resumeDeployment(std::shared_ptr<const FleetAccess> fleet, Plan plan, ImageRecord image,
                                 QString storeLayout, Reached reached, Way way, Emit emit, DeployControlPtr control,
                                 CallContext context)
{
    const DeployTiming timing;
    const Result<DeployEnd> end =
        co_await resumeDeployment(fleet, plan, image, storeLayout, reached, way, emit, control, context, timing);
    co_return end;
}

} // namespace snowmelt
