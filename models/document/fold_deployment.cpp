// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fold_deployment.h"

namespace snowmelt {

namespace {

bool isReasonToWait(Phase phase)
{
    return phase == Phase::AwaitingHealth || phase == Phase::Draining || phase == Phase::Baking;
}

bool fold(DeploymentState& deployment, const Progress& progress)
{
    if (!isReasonToWait(progress.phase))
        return false;
    deployment.waiting = progress;
    return true;
}

bool fold(DeploymentState& deployment, const StepBegun& begun)
{
    deployment.current = begun.step;
    deployment.waiting.reset();
    return true;
}

bool fold(DeploymentState& deployment, const StepDone& done)
{
    deployment.done.insert(done.step, done);
    deployment.waiting.reset();
    return true;
}

bool fold(DeploymentState& deployment, const StepFailed& failed)
{
    deployment.failed = failed;
    deployment.waiting.reset();
    return true;
}

bool fold(DeploymentState& deployment, const RollingBack& back)
{
    deployment.rollingBack = back;
    deployment.waiting.reset();
    return true;
}

bool fold(DeploymentState& deployment, const TrafficCounted& traffic)
{
    deployment.traffic = traffic;
    return true;
}

bool fold(DeploymentState& deployment, const Finished& finished)
{
    deployment.finished = finished;
    deployment.waiting.reset();
    return true;
}

template <typename Other>
bool fold(DeploymentState&, const Other&)
{
    return false;
}

bool isPastNoReturn(const DeploymentState& deployment, int step)
{
    for (int i = 0; i <= step && i < deployment.plan.steps.size(); ++i) {
        if (deployment.plan.steps.at(i).noReturn)
            return true;
    }
    return false;
}

} // namespace

bool DeploymentState::canRollBack() const
{
    return running() && !rollingBack && !isPastNoReturn(*this, current);
}

bool executesPlan(const QString& verb)
{
    return verb == QStringLiteral("swap") || verb == QStringLiteral("rebirth");
}

DeploymentState beganDeployment(const OperationState& operation, const Plan& plan)
{
    DeploymentState deployment;
    deployment.operation = operation.id;
    deployment.verb = operation.verb;
    deployment.plan = plan;
    deployment.startedAt = operation.startedAt;
    return deployment;
}

bool foldDeployment(DeploymentState& deployment, const EventBody& body)
{
    return std::visit([&](const auto& event) { return fold(deployment, event); }, body);
}

bool bothSidesStand(const DeploymentState& deployment)
{
    if (deployment.running())
        return true;
    const Safety safety = deployment.finished->safety;
    return safety == Safety::BlueServesGreenKept || safety == Safety::GreenServes;
}

} // namespace snowmelt
