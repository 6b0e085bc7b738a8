// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fold_deployment.h"

namespace snowmelt {

namespace {

bool isReasonToWait(Phase phase)
{
    return phase == Phase::AwaitingHealth || phase == Phase::Draining || phase == Phase::Baking ||
           phase == Phase::Paused;
}

/// An hour of samples is what the charts show.
constexpr qsizetype keptSamples = 3600;

/// Folds one event; true: something changed.
class Fold
{
public:
    Fold(DeploymentState& deployment, const QDateTime& at) : m_deployment(deployment), m_at(at) {}

    bool operator()(const Progress& progress)
    {
        if (!isReasonToWait(progress.phase))
            return false;
        m_deployment.waiting = progress;
        return true;
    }
    bool operator()(const StepBegun& begun)
    {
        m_deployment.current = begun.step;
        m_deployment.begunAt.insert(begun.step, m_at);
        return goesOn();
    }
    bool operator()(const StepDone& done)
    {
        m_deployment.done.insert(done.step, done);
        return goesOn();
    }
    bool operator()(const StepFailed& failed)
    {
        m_deployment.failed = failed;
        return goesOn();
    }
    bool operator()(const RollingBack& back)
    {
        m_deployment.rollingBack = back;
        m_deployment.paused = false;
        return goesOn();
    }
    bool operator()(const TrafficCounted& traffic)
    {
        m_deployment.traffic = traffic;
        if (m_deployment.samples.size() >= keptSamples)
            m_deployment.samples.removeFirst();
        m_deployment.samples.append({m_at, traffic});
        return true;
    }
    bool operator()(const Controlled& told)
    {
        m_deployment.asked.append(told);
        if (!told.refused && told.command == Command::Abort)
            m_deployment.aborting = true;
        if (!told.refused && (told.command == Command::Pause || told.command == Command::Continue))
            m_deployment.paused = told.command == Command::Pause;
        return true;
    }
    bool operator()(const Continued&)
    {
        m_deployment.paused = false;
        return goesOn();
    }
    bool operator()(const DrainSeen& drain)
    {
        m_deployment.drain = drain;
        return true;
    }
    bool operator()(const GatesSeen& gates)
    {
        m_deployment.gates = gates;
        return true;
    }
    bool operator()(const LeaseTaken& lease)
    {
        m_deployment.lease = lease;
        return true;
    }
    bool operator()(const Finished& finished)
    {
        m_deployment.finished = finished;
        return goesOn();
    }
    template <typename Other>
    bool operator()(const Other&)
    {
        return false;
    }

private:
    bool goesOn()
    {
        m_deployment.waiting.reset();
        m_deployment.drain.reset();
        return true;
    }

    DeploymentState& m_deployment;
    QDateTime m_at;
};

} // namespace

ControlState DeploymentState::control() const
{
    return {current, rollingBack.has_value(), aborting, paused};
}

bool DeploymentState::canRollBack() const
{
    return running() && !refusal(Command::RollBack, plan, control());
}

bool executesPlan(const QString& verb)
{
    return verb == QStringLiteral("swap") || verb == QStringLiteral("rebirth") || verb == QStringLiteral("resume");
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

bool foldDeployment(DeploymentState& deployment, const Event& event)
{
    return std::visit(Fold(deployment, event.at), event.body);
}

bool bothSidesStand(const DeploymentState& deployment)
{
    if (deployment.running())
        return true;
    const Safety safety = deployment.finished->safety;
    return safety == Safety::BlueServesGreenKept || safety == Safety::GreenServes;
}

} // namespace snowmelt
