// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/control.h"
#include "backend/deploy/deploy_timing.h"
#include "backend/deploy/deployer.h"
#include "backend/deploy/prober.h"
#include "backend/deploy/traffic_meter.h"
#include "backend/deploy/wait_clock.h"

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
    DeployControlPtr control;
    DeployTiming timing;

    Group group;
    Balancer balancer;
    BalancerDriver* driver = nullptr;

    int balancerPid = 0; ///< of the worker that answered last
    int switchedPid = 0; ///< of the one that was told to switch; 0: not by this run of the engine
    StepKind stage = StepKind::Check;
    bool greenWell = false; ///< found healthy: from then on a question it leaves unanswered is a fault
    bool conducted = false; ///< the engine runs it to its end, so that what is asked is waited for
    QList<NodeFacts> nodes; ///< of the fleet, as listed last
    TrafficMeter meter;
    SideMeter blueMeter;
    SideMeter greenMeter;
    Prober prober;
    bool networkAway = false; ///< since our last questions were put, something was not answered
    QElapsedTimer sinceAsked;
    QElapsedTimer sinceGates;
    QElapsedTimer sinceLens;
    QElapsedTimer sinceConfig;
    QList<GateReading> lastGates;
    DrainSeen lastLens;
    QList<ConfigEdit> toldEdits;
    QStringList deadBlue;     ///< that were noted
    QElapsedTimer sinceBegun; ///< monotonic: the only clock that decides
    QElapsedTimer sinceStep;
    QElapsedTimer sinceCounted;
    Progress lastTold;
    std::optional<Error> leftover; ///< what the way back could not tidy up

    /// Emits progress when it differs from the last; while the deployment stands still that is all there is to say.
    void tell(Phase phase, const QStringList& args, int done = 0, int total = 0);
    /// Counts the traffic of a reading and tells it once a second.
    void count(const BackendState& backend);
    /// All that was counted until now.
    TrafficCounted traffic() const;
    /// A clock for a wait of so many seconds of the plan.
    WaitClock clock(int seconds) const;
    /// The same for a time of the engine's own.
    WaitClock clock(std::chrono::milliseconds limit) const;
    /// For calls that fail: a gap is only one when it is longer than a call that nobody answers.
    WaitClock patienceClock() const;
    void tick(WaitClock& clock) const;
    /// Whole seconds of the plan.
    int seconds(std::chrono::milliseconds time) const;
    /// What nobody may cancel. Only the loss of the lease cuts it, as the death of the process would: from then on
    /// another machine acts.
    CallContext bounded(std::chrono::milliseconds limit) const { return {control->lost(), QDeadlineTimer(limit)}; }
    /// A call to balancer or platform that is short and must not be cut in the middle.
    CallContext brief() const { return bounded(timing.callLimit); }
    /// For what must not be cancelled any more: bounded by the engine's patience and the calls' own limits.
    CallContext unhurried() const { return bounded(timing.importLimit); }
};

using DeploymentPtr = std::shared_ptr<Deployment>;

/// At once, and again each time this long after it was: `since` begins anew then.
bool isDue(QElapsedTimer& since, std::chrono::milliseconds every);

/// Errors: GroupUnknown, BalancerMissing, Unsupported (no driver).
Result<DeploymentPtr> makeDeployment(std::shared_ptr<const FleetAccess> fleet, const Plan& plan,
                                     const ImageRecord& image, const QString& storeLayout, const Emit& emit,
                                     const DeployControlPtr& control, const DeployTiming& timing);

} // namespace snowmelt
