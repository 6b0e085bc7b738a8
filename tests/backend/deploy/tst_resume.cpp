// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/sides.h"
#include "models/domain/code_names.h"
#include "tests/backend/deploy/deploy_run.h"

#include <QTest>
#include <QTimer>

using namespace snowmelt;
using namespace snowmelt::test;
using QCoro::waitFor;

/// A deployment nobody works on is taken up again, wherever it was left: by a process that died, or one that ended with
/// both sides standing. After each way config and runtime agree.
class ResumeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void continueFromEachStep_data();
    void continueFromEachStep();
    void rollBackFromEachStep_data();
    void rollBackFromEachStep();
    void afterADrainThatTimedOut_data();
    void afterADrainThatTimedOut();
    void adoptAfterAnAbort_data();
    void adoptAfterAnAbort();
    void adoptBringsTheConfigToTheRuntime();
    void adoptDrainsWhatLurks();
    void adoptWhileBothServe();
    void waysThatAreClosed_data();
    void waysThatAreClosed();
    void anotherNodeOfTheName_data();
    void anotherNodeOfTheName();
    void greenThatAHandGaveTrafficIsNotRemovedBeforeBlueServes();
    void blueIsNotRetiredForAGreenThatIsDown();
    void theConfigThatWasEditedMeanwhileIsToldAgain();
    void aResumedOneIsTold();
    void whoHadTurnedRoundBeforeRetireGoesBack();
    void aBlueThatIsGoneKeepsGreenServing();
};

static const QString Blue = u"web-1 web-2 web-3"_qs;
static const QString Green = u"web-4 web-5 web-6"_qs;
static const QString Both = u"web-1 web-2 web-3 web-4 web-5 web-6"_qs;

static int indexOf(const DeployRun& run, StepKind kind)
{
    const auto it = std::ranges::find(run.plan.steps, kind, &Step::kind);
    return int(it - run.plan.steps.cbegin());
}

static void compareWorld(DeployRun& run, const QString& serving, const QString& nodes)
{
    const QByteArray told = run.text().toUtf8();
    QVERIFY2(run.serving() == serving, told.constData());
    QVERIFY2(run.nodes() == nodes, told.constData());
    QVERIFY2(run.leastServing >= 3, told.constData());
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

static void addSteps(int last)
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("acted");
    for (int step = 0; step <= last; ++step) {
        QTest::addRow("before the act of step %d", step) << step << false;
        QTest::addRow("after the act of step %d", step) << step << true;
    }
}

static void leaveAt(DeployRun& run, int step, bool acted)
{
    run.performUntil(acted ? step : step - 1);
    run.setReached({step, false});
}

void ResumeTest::continueFromEachStep_data()
{
    addSteps(7);
}

void ResumeTest::continueFromEachStep()
{
    QFETCH(int, step);
    QFETCH(bool, acted);
    DeployRun run(1);
    leaveAt(run, step, acted);
    const Result<DeployEnd> end = run.resume(Way::Continue);
    QVERIFY(end.ok());
    QVERIFY2(run.text().endsWith(u"\nend done asWanted"_qs), qPrintable(run.text()));
    QVERIFY(run.text().startsWith(u"begun "_qs + codeName(run.plan.steps.at(step).kind)));
    compareWorld(run, Green, Green);
}

void ResumeTest::rollBackFromEachStep_data()
{
    addSteps(5);
}

void ResumeTest::rollBackFromEachStep()
{
    QFETCH(int, step);
    QFETCH(bool, acted);
    DeployRun run(1);
    leaveAt(run, step, acted);
    const Result<DeployEnd> end = run.resume(Way::RollBack);
    QVERIFY(end.ok());
    QCOMPARE(end->outcome, OutcomeKind::Cancelled);
    QVERIFY(!end->error);
    compareWorld(run, Blue, Blue);
}

void ResumeTest::afterADrainThatTimedOut_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("serving");
    QTest::newRow("continue") << Way::Continue << u"end done asWanted"_qs << Green;
    QTest::newRow("roll back") << Way::RollBack << u"end cancelled blueServes"_qs << Blue;
}

void ResumeTest::afterADrainThatTimedOut()
{
    QFETCH(Way, way);
    QFETCH(QString, end);
    QFETCH(QString, serving);
    DeployRun run(1);
    run.plan.drainSeconds = 1;
    run.on(u"begun moveTraffic"_qs,
           [&run] { QVERIFY(run.fleet.platform.world().holdSession(run.fleet.key, u"edge"_qs, 60'000)); });
    run.run();
    QCOMPARE(run.log.last(), u"end failed greenServes drainTimedOut"_qs);
    run.fleet.settle(60'000);
    run.plan.drainSeconds = 100;
    QVERIFY(run.resume(way).ok());
    QCOMPARE(run.log.last(), end);
    compareWorld(run, serving, serving);
}

void ResumeTest::adoptAfterAnAbort_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("serving");
    QTest::newRow("green waits") << u"begun awaitHealthy"_qs << u"end done blueServesGreenKept"_qs << Blue;
    QTest::newRow("green serves") << u"begun bake"_qs << u"end done greenServes"_qs << Green;
}

void ResumeTest::adoptAfterAnAbort()
{
    QFETCH(QString, when);
    QFETCH(QString, end);
    QFETCH(QString, serving);
    DeployRun run(1);
    run.on(when, [&run] { QVERIFY(!run.tellCommand(Command::Abort)); });
    run.run();
    QVERIFY(run.resume(Way::Adopt).ok());
    QCOMPARE(run.log.last(), end);
    compareWorld(run, serving, Both);
}

/// The process died before it could write that green serves.
void ResumeTest::adoptBringsTheConfigToTheRuntime()
{
    DeployRun run(1);
    run.performUntil(indexOf(run, StepKind::DrainBlue));
    const BalancerConfig blue = SimulatedFleet::config();
    QVERIFY(run.fleet.writeByHand(run.fleet.driver.renderConfig(blue)));
    QVERIFY(run.resume(Way::Adopt).ok());
    QCOMPARE(run.log.last(), u"end done greenServes"_qs);
    compareWorld(run, Green, Both);
}

/// Blue is down but told to serve: it must not take traffic the moment it comes up.
void ResumeTest::adoptDrainsWhatLurks()
{
    DeployRun run(1);
    run.performUntil(indexOf(run, StepKind::DrainBlue));
    run.fleet.platform.world().setUnhealthy(u"web-2"_qs);
    run.fleet.settle(10'000);
    const QList<SlotPlacement> ready{{u"a2"_qs, {}, 0, SlotMode::Ready}};
    (void)waitFor(run.fleet.driver.setModes(run.fleet.balancer(), u"web"_qs, ready, {})); // refused: it is down
    run.fleet.settle(10'000);
    QCOMPARE(run.serving(), Green);
    QVERIFY(run.resume(Way::Adopt).ok());
    run.fleet.platform.world().setUnhealthy(u"web-2"_qs, 200);
    run.fleet.settle(10'000);
    compareWorld(run, Green, Both);
}

void ResumeTest::adoptWhileBothServe()
{
    DeployRun run(1);
    run.performUntil(indexOf(run, StepKind::AwaitHealthy));
    const QList<SlotPlacement> ready{{u"b1"_qs, {}, 0, SlotMode::Ready}};
    QVERIFY(waitFor(run.fleet.driver.setModes(run.fleet.balancer(), u"web"_qs, ready, {})).ok());
    run.fleet.settle();
    const Result<DeployEnd> end = run.resume(Way::Adopt);
    QVERIFY(end.ok());
    QVERIFY(end->error);
    QCOMPARE(end->error->code, ErrorCode::WayClosed);
    QCOMPARE(end->error->args.value(2), u"bothServe"_qs);
}

void ResumeTest::waysThatAreClosed_data()
{
    QTest::addColumn<StepKind>("reached");
    QTest::addColumn<bool>("goingBack");
    QTest::addColumn<Way>("way");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("it goes back") << StepKind::Bake << true << Way::Continue << ErrorCode::WayClosed;
    QTest::newRow("past the point of no return")
        << StepKind::RetireBlue << false << Way::RollBack << ErrorCode::PastNoReturn;
}

void ResumeTest::waysThatAreClosed()
{
    QFETCH(StepKind, reached);
    QFETCH(bool, goingBack);
    QFETCH(Way, way);
    QFETCH(ErrorCode, code);
    DeployRun run(1);
    run.performUntil(indexOf(run, StepKind::DrainBlue));
    run.setReached({indexOf(run, reached), goingBack});
    const Result<DeployEnd> end = run.resume(way);
    QVERIFY(end.failed());
    QCOMPARE(end.error().code, code);
    QVERIFY(run.log.isEmpty());
    compareWorld(run, Green, Both);
}

void ResumeTest::anotherNodeOfTheName_data()
{
    QTest::addColumn<QString>("node");
    QTest::newRow("of blue") << u"web-2"_qs;
    QTest::newRow("of green") << u"web-5"_qs;
}

/// Born anew since from another image: going on would remove, or serve with, what the plan does not mean.
void ResumeTest::anotherNodeOfTheName()
{
    QFETCH(QString, node);
    for (const Way way : {Way::Continue, Way::RollBack, Way::Adopt}) {
        DeployRun run(1);
        run.performUntil(indexOf(run, StepKind::DrainBlue));
        SimulatedWorld& world = run.fleet.platform.world();
        const bool blue = Blue.contains(node);
        const int number = node.section(u'-', 1).toInt();
        NodeSpec other = run.fleet.webSpec(number, blue ? u"a2"_qs : u"b2"_qs, blue ? run.fleet.green : run.fleet.blue);
        other.deployment = run.plan.deployment;
        QVERIFY(world.destroy(run.fleet.key, node).ok());
        QVERIFY(world.create(run.fleet.key, other).ok());
        run.fleet.settle(10'000);
        const QString before = run.serving();
        const Result<DeployEnd> end = run.resume(way);
        QVERIFY(end.failed());
        QCOMPARE(end.error().code, ErrorCode::CheckBlocked);
        QCOMPARE(end.error().args, QStringList{node});
        QCOMPARE(run.serving(), before);
        QCOMPARE(run.nodes(), Both);
    }
}

void ResumeTest::greenThatAHandGaveTrafficIsNotRemovedBeforeBlueServes()
{
    DeployRun run(1);
    run.performUntil(indexOf(run, StepKind::AwaitHealthy));
    const QList<SlotPlacement> green = placements(run.plan.green, SlotMode::Ready);
    const QList<SlotPlacement> blue = placements(run.plan.blue, SlotMode::Drain);
    QVERIFY(waitFor(run.fleet.driver.setModes(run.fleet.balancer(), u"web"_qs, green + blue, {})).ok());
    run.fleet.settle();
    QCOMPARE(run.serving(), Green);
    QVERIFY(run.resume(Way::RollBack).ok());
    QCOMPARE(run.log.last(), u"end cancelled blueServes"_qs);
    compareWorld(run, Blue, Blue);
}

void ResumeTest::blueIsNotRetiredForAGreenThatIsDown()
{
    DeployRun run(1);
    run.performUntil(indexOf(run, StepKind::Bake));
    run.setReached({indexOf(run, StepKind::RetireBlue), false});
    run.fleet.platform.world().setUnhealthy(u"web-5"_qs);
    run.fleet.settle(10'000);
    const Result<DeployEnd> end = run.resume(Way::Continue);
    QVERIFY(end.ok());
    QVERIFY(end->error);
    QCOMPARE(end->error->code, ErrorCode::NeverHealthy);
    QCOMPARE(run.nodes(), Both);
}

/// HAProxy restarted while nobody watched, with a config that somebody had changed.
void ResumeTest::theConfigThatWasEditedMeanwhileIsToldAgain()
{
    DeployRun run(1);
    run.performUntil(indexOf(run, StepKind::DrainBlue));
    QVERIFY(run.fleet.writeByHand(run.fleet.driver.renderConfig(SimulatedFleet::config())));
    run.fleet.platform.world().reloadBalancer(run.fleet.key, u"edge"_qs);
    run.fleet.settle();
    QCOMPARE(run.serving(), Blue);
    run.setReached({indexOf(run, StepKind::AwaitHealthy), false});
    QVERIFY(run.resume(Way::Continue).ok());
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    compareWorld(run, Green, Green);
}

void ResumeTest::aResumedOneIsTold()
{
    DeployRun run(1'000);
    run.performUntil(indexOf(run, StepKind::DrainBlue));
    run.on(u"begun bake"_qs, [&run] { QVERIFY(!run.tellCommand(Command::Pause)); });
    run.on(u"paused at bake"_qs,
           [&run] { QTimer::singleShot(0, qApp, [&run] { QVERIFY(!run.tellCommand(Command::RollBack)); }); });
    QVERIFY(run.resume(Way::Continue).ok());
    QVERIFY2(run.text().endsWith(u"paused at bake\ntold rollback\nback asked from bake\nend cancelled blueServes"_qs),
             qPrintable(run.text()));
    compareWorld(run, Blue, Blue);
}

/// A wish to go back that was heard before blue was retired is kept, though that step was begun.
void ResumeTest::whoHadTurnedRoundBeforeRetireGoesBack()
{
    DeployRun run(1);
    const int retire = indexOf(run, StepKind::RetireBlue);
    run.performUntil(retire - 1);
    run.setReached({retire, true});
    const Result<DeployEnd> end = run.resume(Way::RollBack);
    QVERIFY(end.ok());
    QCOMPARE(end->safety, Safety::BlueServes);
    compareWorld(run, Blue, Blue);
}

/// The way back is not worth an outage: both sides stay as they are, and the error says that it may be tried again.
void ResumeTest::aBlueThatIsGoneKeepsGreenServing()
{
    DeployRun run(1);
    run.timing.settleLimit = std::chrono::milliseconds(200);
    run.performUntil(indexOf(run, StepKind::MoveTraffic));
    run.setReached({indexOf(run, StepKind::DrainBlue), false});
    for (const PlannedNode& blue : run.plan.blue)
        QVERIFY(run.fleet.platform.world().stop(run.fleet.key, blue.name, std::chrono::seconds(1)).ok());
    const Result<DeployEnd> end = run.resume(Way::RollBack);
    QVERIFY(end.ok());
    QVERIFY(end->error);
    QCOMPARE(end->error->code, ErrorCode::NodeNotRunning);
    QCOMPARE(run.serving(), Green);
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "tst_resume.moc"
