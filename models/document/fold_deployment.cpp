// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fold_deployment.h"

#include "models/domain/planning/settled.h"

#include <cstdlib>

namespace snowmelt {

namespace {

bool isReasonToWait(Phase phase)
{
    return phase == Phase::AwaitingHealth || phase == Phase::Draining || phase == Phase::Baking ||
           phase == Phase::Paused;
}

/// An hour of samples is what the charts show.
constexpr qsizetype keptSamples = 3600;

/// Seconds left are told in whole ones: an end that would move by less has not moved.
constexpr qint64 jitterMs = 2000;

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
        if (progress.phase == Phase::Baking)
            moveEnd(m_deployment.bakeUntil, progress.args.value(0).toInt());
        return true;
    }
    bool operator()(const StepBegun& begun)
    {
        leaveSteps();
        m_deployment.current = begun.step;
        m_deployment.stepped.insert(begun.step, {m_at, {}});
        return goesOn();
    }
    bool operator()(const StepDone& done)
    {
        m_deployment.done.insert(done.step, done);
        leaveSteps();
        return goesOn();
    }
    bool operator()(const StepFailed& failed)
    {
        m_deployment.failed = failed;
        leaveSteps();
        return goesOn();
    }
    bool operator()(const RollingBack& back)
    {
        m_deployment.rollingBack = back;
        m_deployment.rolledBackAt = m_at;
        m_deployment.pausedAt = {};
        leaveSteps();
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
        m_deployment.asked.append({m_at, told});
        if (told.refused)
            return true;
        if (told.command == Command::Abort)
            m_deployment.aborting = true;
        if (told.command == Command::Pause)
            standStill();
        if (told.command == Command::Continue)
            m_deployment.pausedAt = {};
        return true;
    }
    bool operator()(const ConfigEdited& edited)
    {
        m_deployment.edited.append({m_at, edited});
        return true;
    }
    bool operator()(const Continued&)
    {
        m_deployment.pausedAt = {};
        return goesOn();
    }
    bool operator()(const DrainSeen& drain)
    {
        m_deployment.drain = drain;
        moveEnd(m_deployment.drainUntil, drain.secondsLeft);
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
        m_deployment.endedAt = m_at;
        m_deployment.pausedAt = {};
        leaveSteps();
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
        forgetEnds();
        return true;
    }
    /// What was to end then ends later by as long as the pause lasts.
    void standStill()
    {
        m_deployment.pausedAt = m_at;
        forgetEnds();
    }
    void forgetEnds()
    {
        m_deployment.drainUntil = {};
        m_deployment.bakeUntil = {};
    }
    void moveEnd(QDateTime& end, int secondsLeft) const
    {
        if (m_deployment.paused())
            return;
        const QDateTime next = m_at.addSecs(secondsLeft);
        if (!end.isValid() || std::abs(end.msecsTo(next)) > jitterMs)
            end = next;
    }
    /// A step that did not come to its end was left when the next began, the way back began, or all ended.
    void leaveSteps()
    {
        for (StepTimes& step : m_deployment.stepped) {
            if (!step.to.isValid())
                step.to = m_at;
        }
    }

    DeploymentState& m_deployment;
    QDateTime m_at;
};

} // namespace

ControlState DeploymentState::control() const
{
    return {current, rollingBack.has_value(), aborting, paused()};
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
    return deployment.running() || !settles(deployment.finished->safety);
}

} // namespace snowmelt
