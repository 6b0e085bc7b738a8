// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/deploy/deployment.h"
#include "backend/deploy/engine.h"
#include "models/domain/planning/planner.h"
#include "tests/backend/deploy/altered_platform.h"
#include "tests/support/simulated_fleet.h"

#include <map>

namespace snowmelt::test {

/// One deployment of the production engine and driver on a simulated fleet, with its events as lines of text:
///
///   begun createNodes / done createNodes / failed awaitHealthy neverHealthy web-4 / back cancelled from moveTraffic
///   end failed blueServes neverHealthy
///
/// Progress and counted traffic depend on how fast the machine is and are kept apart.
class DeployRun
{
public:
    explicit DeployRun(int bakeSeconds = 0);

    void planRebirthOf(const QString& node);
    /// Runs `action` when this line has been told.
    void on(const QString& line, std::function<void()> action) { m_actions.insert({line, std::move(action)}); }
    void onProgress(Phase phase, std::function<void()> action) { m_progressActions.insert({phase, std::move(action)}); }
    /// Runs `action` just before the n-th command to the balancer's node that contains this text, counted from 1.
    void beforeExec(const QString& text, int nth, std::function<void()> action);
    /// Told every event, whatever becomes of it here.
    void onEvent(std::function<void(const EventBody&)> heard) { m_heard.push_back(std::move(heard)); }
    /// What comes back for each of our own HTTP questions from now on.
    void alterAnswers(AlteredPlatform::Alter alter) { m_alter = std::move(alter); }
    void cancel() { m_cancel.cancel(); }
    /// Cancels when the balancer is spoken to for the n-th time, counted from 0.
    void cancelAtCall(qsizetype n) { m_cancelAt = n; }
    void rollBack() { (void)tellCommand(Command::RollBack); }
    /// Through the door that windows and terminals use; why not, or nothing.
    std::optional<Error> tellCommand(Command command, int seconds = 0)
    {
        return control->tell(command, QStringLiteral("mina@laptop"), seconds);
    }
    /// The process dies at its n-th next call to the platform, counted from 1: the world hears nothing of it any more,
    /// and the journal neither. `afterAct`: the world did what this last call asked.
    void dieAtCall(int n, bool afterAct);

    DeployEnd run();
    bool isDead() const { return m_lastCall > 0 && fleet.platform.callLog().size() >= m_lastCall; }
    /// After a death: the world hears again, and nobody has asked this process to stop.
    void startAgain();
    /// Takes up an open deployment by the journal, as a person who chose the way.
    Result<DeployEnd> resume(Way way);
    void setReached(Reached reached) { m_reached = reached; }
    /// Performs the first steps, up to this one, as an engine that died after its act; the journal has it as begun. The
    /// log begins after it.
    void performUntil(int step);
    /// Ends by the journal what a dead one left.
    DeployEnd finish();
    Reached reached() const { return m_reached; } ///< by the journal
    /// What the engine's steps share, for tests that run single ones.
    DeploymentPtr deployment();

    QString text() const { return log.join(u'\n'); }
    QString serving() { return fleet.platform.world().serving(fleet.key, u"edge"_qs).join(u' '); }
    QString nodes() const;             ///< names of web nodes that exist
    QStringList configDisagreements(); ///< what a restart of the balancer would change about who serves
    qint64 failedRequests();

    SimulatedFleet fleet;
    Plan plan;
    DeployTiming timing;
    QStringList log;
    QList<Progress> progress;
    TrafficCounted counted;
    QList<DrainSeen> drains;
    QList<GatesSeen> gates;
    QList<LogLine> notes;
    DeployControlPtr control = std::make_shared<DeployControl>();
    int leastServing = 99; ///< nodes that took new traffic, the fewest seen at any call

private:
    void journal(const EventBody& body);
    void tell(const EventBody& body);
    void line(const QString& text);
    PlanInput planInput();
    FleetAccess access();

    void tellEnd(const DeployEnd& end);
    void watchCalls();
    void noteCall(const ExecRequest& request);
    ImageRecord image() const;
    Emit emitter();

    struct ExecHook
    {
        QString text;
        int left = 0;
        std::function<void()> action;
    };
    QList<ExecHook> m_execHooks;
    Reached m_reached;
    qsizetype m_lastCall = 0; ///< of a process that dies, in the platform's call log; 0: it lives
    qsizetype m_cancelAt = -1;
    qsizetype m_calls = 0;
    Blueprint m_blueprint;
    CancelSource m_cancel;
    AlteredPlatform::Alter m_alter;
    AlteredPlatform m_altered{&fleet.platform, &m_alter};
    std::vector<std::function<void(const EventBody&)>> m_heard;
    std::multimap<QString, std::function<void()>> m_actions;
    std::multimap<Phase, std::function<void()>> m_progressActions;
};

} // namespace snowmelt::test
