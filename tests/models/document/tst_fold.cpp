// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fold_deployment.h"
#include "models/document/fold_fleet.h"
#include "models/document/fold_operation.h"
#include "models/domain/intent.h"
#include "tests/models/document/sample_events.h"

#include <QTest>

using namespace snowmelt;

class TestFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOperationTellsItsLatestProgressAndItsEnd();
    void aLogKeepsItsLastLines();
    void resultsStandBetweenTheLinesOfALog();
    void provingIsCounted();
    void onlyVerbsThatExecuteBeginADeployment();
    void readsAreQuietAndDeedsAreNot();
    void stepsFillADeployment();
    void rollBackIsOfferedUntilThePointOfNoReturn();
    void rollBackIsNotOfferedTwice();
    void aReasonToWaitEndsWithItsStep();
    void stepsHaveTheTimesOfTheirEvents();
    void aStepThatWasLeftEndsThere();
    void whatIsToldHasTheTimeItWasHeard();
    void anEditByHandHasTheTimeItWasNoticed();
    void theDeadlineKeepsStillUntilItIsMoved();
    void thereIsNoDeadlineWhilePaused();
    void sidesStandWhileBothGroupsDo_data();
    void sidesStandWhileBothGroupsDo();
    void sidesComeFromThePlan();
    void aGreenOnItsWayIsNotDown();
    void aGreenThatBootsIsNotDown();
    void aGreenThatWaitsIsNotDraining();
    void anOperationKeepsItsPlanAndItsWayBack();
    void driftCountsComeFromReports();
    void aNodeThatCouldNotBeScannedIsNotCalledClean();
    void notesOfGoneAndRebornNodesAreForgotten();
    void notesStayWhenTheLookWasIncomplete();
    void aBuiltImageReplacesItsRecord();
};

namespace {

DeploymentState swapUnderWay()
{
    OperationState operation;
    operation.id = QStringLiteral("s1");
    operation.verb = QStringLiteral("swap");
    return beganDeployment(operation, sample::swapPlan(operation.id));
}

bool fold(DeploymentState& state, const EventBody& body)
{
    return foldDeployment(state, Event{state.operation, state.startedAt, body});
}

void foldAt(DeploymentState& state, int second, const EventBody& body)
{
    foldDeployment(state, Event{state.operation, sample::at(second), body});
}

Controlled told(Command command)
{
    return {command, QStringLiteral("mina@laptop"), 0, {}};
}

} // namespace

void TestFold::anOperationTellsItsLatestProgressAndItsEnd()
{
    const sample::Script script(QStringLiteral("b1"));
    OperationState operation =
        beganOperation(script.started("build"), Started{QStringLiteral("build"), {}, QStringLiteral("shop@1.1.0")});
    QVERIFY(operation.running());
    QVERIFY(foldOperation(operation, Progress{Phase::InstallingPackages, {QStringLiteral("shop@1.1.0")}, 2, 6}));
    QVERIFY(foldOperation(operation, Progress{Phase::PackingLayer, {QStringLiteral("shop@1.1.0")}, 4, 6}));
    QCOMPARE(operation.progress->phase, Phase::PackingLayer);
    QVERIFY(!foldOperation(operation, FleetObserved{}));
    QVERIFY(foldOperation(operation, Finished{OutcomeKind::Failed, Safety::StoreAsBefore, Error{}, 5}));
    QVERIFY(!operation.running());
    QVERIFY(endedBadly(operation));
}

void TestFold::aLogKeepsItsLastLines()
{
    OperationState operation;
    for (int i = 0; i < 12'000; ++i)
        foldOperation(operation, LogLine{QStringLiteral("apt"), QString::number(i)});
    QVERIFY(operation.log.size() <= keptLogLines);
    QVERIFY(operation.log.size() > keptLogLines / 2);
    QCOMPARE(std::get<LogLine>(operation.log.last()).text, QStringLiteral("11999"));
}

void TestFold::resultsStandBetweenTheLinesOfALog()
{
    const ImageDue due{sample::image("shop", "1.1.0"), {{Due::RecipeChanged, {}}}};
    const LogLine line{QStringLiteral("apt"), QStringLiteral("Unpacking rsyslog")};
    const ImageBuilt built{sample::images(true).last()};
    const ImageTried tried{built.image, {}};
    OperationState operation;
    const QList<EventBody> told{due, line, tried, built, StoreVerified{}, ImagesPruned{}};
    for (const EventBody& body : told)
        QVERIFY(foldOperation(operation, body));
    const QList<LogEntry> expected{due, line, tried, built, StoreVerified{}, ImagesPruned{}};
    QCOMPARE(operation.log, expected);
    QVERIFY(!foldOperation(operation, ImagesListed{}));
    QCOMPARE(operation.log.size(), expected.size());
}

void TestFold::provingIsCounted()
{
    OperationState operation;
    QVERIFY(foldOperation(operation, ImageProved{sample::images(true).first(), {}}));
    QVERIFY(foldOperation(operation, ImageProved{sample::images(true).last(), {ImageDifference()}}));
    QCOMPARE(*operation.proof, (ProofTally{2, 1}));
    QCOMPARE(operation.log.size(), 2);
}

void TestFold::onlyVerbsThatExecuteBeginADeployment()
{
    QVERIFY(executesPlan(QStringLiteral("swap")));
    QVERIFY(executesPlan(QStringLiteral("rebirth")));
    QVERIFY(!executesPlan(QStringLiteral("plan")));
}

void TestFold::readsAreQuietAndDeedsAreNot()
{
    QVERIFY(isQuiet(QStringLiteral("watch"), {}));
    QVERIFY(isQuiet(QStringLiteral("replay"), {}));
    QVERIFY(!isQuiet(QStringLiteral("scan"), {}));
    QVERIFY(isQuiet(QStringLiteral("orphans"), {}));
    QVERIFY(!isQuiet(QStringLiteral("orphans"), QStringLiteral("web-9")));
    QVERIFY(isQuiet(verbOf(PruneImagesIntent{}), subjectOf(PruneImagesIntent{})));
    QVERIFY(!isQuiet(verbOf(PruneImagesIntent{true}), subjectOf(PruneImagesIntent{true})));
    QVERIFY(!isQuiet(verbOf(VerifyImagesIntent{}), {}));
}

void TestFold::stepsFillADeployment()
{
    DeploymentState state = swapUnderWay();
    QVERIFY(fold(state, StepBegun{0, StepKind::Check}));
    QVERIFY(fold(state, StepDone{0, StepKind::Check, 800, {}}));
    QVERIFY(fold(state, StepBegun{1, StepKind::CreateNodes}));
    QVERIFY(fold(state, TrafficCounted{1204, 0}));
    QVERIFY(!fold(state, LogLine{}));
    QCOMPARE(state.current, 1);
    QCOMPARE(state.done.value(0).ms, 800);
    QCOMPARE(state.traffic.requests, 1204);
    const Error error{ErrorCode::NeverHealthy, {QStringLiteral("web-5")}, {}};
    QVERIFY(fold(state, StepFailed{1, StepKind::CreateNodes, error}));
    QCOMPARE(state.failed->error.code, ErrorCode::NeverHealthy);
}

void TestFold::rollBackIsOfferedUntilThePointOfNoReturn()
{
    DeploymentState state = swapUnderWay();
    QVERIFY(state.canRollBack());
    for (int step = 0; step < state.plan.steps.size(); ++step) {
        fold(state, StepBegun{step, state.plan.steps.at(step).kind});
        QCOMPARE(state.canRollBack(), step < 6);
    }
    fold(state, Finished{});
    QVERIFY(!state.canRollBack());
}

void TestFold::rollBackIsNotOfferedTwice()
{
    DeploymentState state = swapUnderWay();
    fold(state, StepBegun{5, StepKind::Bake});
    fold(state, RollingBack{5, QStringLiteral("asked")});
    QVERIFY(!state.canRollBack());
    QVERIFY(state.running());
}

void TestFold::aReasonToWaitEndsWithItsStep()
{
    DeploymentState state = swapUnderWay();
    fold(state, StepBegun{4, StepKind::DrainBlue});
    QVERIFY(!fold(state, Progress{Phase::CreatingNode, {}, 0, 0}));
    QVERIFY(fold(state, Progress{Phase::Draining, {QStringLiteral("4"), QStringLiteral("web-1")}, 0, 0}));
    QVERIFY(state.waiting.has_value());
    fold(state, StepDone{4, StepKind::DrainBlue, 9000, {}});
    QVERIFY(!state.waiting.has_value());
}

void TestFold::stepsHaveTheTimesOfTheirEvents()
{
    DeploymentState state = swapUnderWay();
    foldAt(state, 1, StepBegun{0, StepKind::Check});
    QCOMPARE(state.stepped.value(0), (StepTimes{sample::at(1), {}}));
    foldAt(state, 3, StepDone{0, StepKind::Check, 2000, {}});
    foldAt(state, 4, StepBegun{1, StepKind::CreateNodes});
    foldAt(state, 9, StepFailed{1, StepKind::CreateNodes, {}});
    foldAt(state, 12, Finished{OutcomeKind::Failed, Safety::BlueServes, {}, 0});
    QCOMPARE(state.stepped.value(0), (StepTimes{sample::at(1), sample::at(3)}));
    QCOMPARE(state.stepped.value(1), (StepTimes{sample::at(4), sample::at(9)}));
    QCOMPARE(state.stepped.size(), 2);
    QCOMPARE(state.endedAt, sample::at(12));
}

void TestFold::aStepThatWasLeftEndsThere()
{
    DeploymentState state = swapUnderWay();
    foldAt(state, 1, StepBegun{4, StepKind::DrainBlue});
    foldAt(state, 6, RollingBack{4, QStringLiteral("asked")});
    foldAt(state, 8, Finished{OutcomeKind::Cancelled, Safety::BlueServes, {}, 0});
    QCOMPARE(state.stepped.value(4).to, sample::at(6));
    QCOMPARE(state.rolledBackAt, sample::at(6));
}

void TestFold::anEditByHandHasTheTimeItWasNoticed()
{
    DeploymentState state = swapUnderWay();
    const ConfigEdited edited{QStringLiteral("edge"), {{31, QStringLiteral("timeout queue 11s")}}};
    foldAt(state, 3, edited);
    QCOMPARE(state.edited, (QList<HeardEdit>{{sample::at(3), edited}}));
}

void TestFold::whatIsToldHasTheTimeItWasHeard()
{
    DeploymentState state = swapUnderWay();
    Controlled refused = told(Command::Pause);
    refused.refused = Error{ErrorCode::NotNow, {}, {}};
    foldAt(state, 1, refused);
    QVERIFY(!state.paused());
    foldAt(state, 2, told(Command::Pause));
    foldAt(state, 5, GatesSeen{});
    QCOMPARE(state.pausedAt, sample::at(2));
    foldAt(state, 7, told(Command::Continue));
    QVERIFY(!state.paused());
    QCOMPARE(state.asked, (QList<HeardCommand>{{sample::at(1), refused},
                                               {sample::at(2), told(Command::Pause)},
                                               {sample::at(7), told(Command::Continue)}}));
    foldAt(state, 8, told(Command::Pause));
    foldAt(state, 9, Finished{OutcomeKind::Cancelled, Safety::GreenServes, {}, 0});
    QVERIFY(!state.paused());
}

void TestFold::theDeadlineKeepsStillUntilItIsMoved()
{
    DeploymentState state = swapUnderWay();
    foldAt(state, 9, StepBegun{4, StepKind::DrainBlue});
    foldAt(state, 10, DrainSeen{{}, 60});
    QCOMPARE(state.drainUntil, sample::at(70));
    foldAt(state, 11, DrainSeen{{}, 58}); // told a second late
    QCOMPARE(state.drainUntil, sample::at(70));
    foldAt(state, 12, DrainSeen{{}, 358}); // a person gave it five minutes
    QCOMPARE(state.drainUntil, sample::at(370));
    foldAt(state, 13, StepDone{4, StepKind::DrainBlue, 4000, {}});
    QVERIFY(!state.drainUntil.isValid());
}

void TestFold::thereIsNoDeadlineWhilePaused()
{
    DeploymentState state = swapUnderWay();
    foldAt(state, 10, Progress{Phase::Baking, {QStringLiteral("45")}, 15, 60});
    QCOMPARE(state.bakeUntil, sample::at(55));
    foldAt(state, 11, told(Command::Pause));
    QVERIFY(!state.bakeUntil.isValid());
    foldAt(state, 12, Progress{Phase::Baking, {QStringLiteral("44")}, 16, 60});
    QVERIFY(!state.bakeUntil.isValid());
    foldAt(state, 100, told(Command::Continue));
    foldAt(state, 101, Progress{Phase::Baking, {QStringLiteral("43")}, 17, 60});
    QCOMPARE(state.bakeUntil, sample::at(144));
}

void TestFold::sidesStandWhileBothGroupsDo_data()
{
    QTest::addColumn<int>("safety");
    QTest::addColumn<bool>("stand");
    QTest::newRow("green removed") << int(Safety::BlueServes) << false;
    QTest::newRow("green kept") << int(Safety::BlueServesGreenKept) << true;
    QTest::newRow("blue still there") << int(Safety::GreenServes) << true;
    QTest::newRow("green alone") << int(Safety::GreenServesAlone) << false;
    QTest::newRow("as wanted") << int(Safety::AsWanted) << false;
    QTest::newRow("not known") << int(Safety::Uncertain) << true;
}

void TestFold::sidesStandWhileBothGroupsDo()
{
    QFETCH(int, safety);
    QFETCH(bool, stand);
    DeploymentState state = swapUnderWay();
    QVERIFY(bothSidesStand(state));
    fold(state, Finished{OutcomeKind::Failed, Safety(safety), {}, 0});
    QCOMPARE(bothSidesStand(state), stand);
}

void TestFold::sidesComeFromThePlan()
{
    const FleetState observed = sample::fleet({"web-1", "web-2", "web-4", "web-9"});
    const DeploymentState state = swapUnderWay();
    const FleetState seen = annotated(observed, {state}, {}, {});
    QCOMPARE(seen.findNode(QStringLiteral("web-1"))->side, Side::Blue);
    QCOMPARE(seen.findNode(QStringLiteral("web-4"))->side, Side::Green);
    QCOMPARE(seen.findNode(QStringLiteral("web-9"))->side, Side::None);
    QCOMPARE(seen.findNode(QStringLiteral("edge"))->side, Side::None);
    QCOMPARE(annotated(observed, {}, {}, {}), observed);
}

void TestFold::aGreenOnItsWayIsNotDown()
{
    FleetState observed = sample::fleet({"web-1", "web-4"});
    for (NodeState& node : observed.groups[0].nodes) {
        node.lifecycle = Lifecycle::Created;
        node.health = Health::Down;
    }
    DeploymentState state = swapUnderWay();
    const FleetState during = annotated(observed, {state}, {}, {});
    QCOMPARE(during.findNode(QStringLiteral("web-4"))->health, Health::Unknown);
    QCOMPARE(during.findNode(QStringLiteral("web-4"))->healthReason, QStringLiteral("starting"));
    QCOMPARE(during.findNode(QStringLiteral("web-1"))->health, Health::Down);
    fold(state, Finished{OutcomeKind::Failed, Safety::BlueServesGreenKept, {}, 0});
    QCOMPARE(annotated(observed, {state}, {}, {}).findNode(QStringLiteral("web-4"))->health, Health::Down);
}

void TestFold::aGreenThatBootsIsNotDown()
{
    FleetState observed = sample::fleet({"web-1", "web-4"});
    for (NodeState& node : observed.groups[0].nodes) {
        node.lifecycle = Lifecycle::Running;
        node.health = Health::Down;
    }
    const QString green = QStringLiteral("web-4");
    DeploymentState state = swapUnderWay();
    const auto begin = [&state](StepKind kind) {
        for (int i = 0; i < state.plan.steps.size(); ++i) {
            if (state.plan.steps.at(i).kind == kind)
                fold(state, StepBegun{i, kind});
        }
    };
    begin(StepKind::AwaitHealthy);
    QCOMPARE(annotated(observed, {state}, {}, {}).findNode(green)->healthReason, QStringLiteral("starting"));
    QCOMPARE(annotated(observed, {state}, {}, {}).findNode(QStringLiteral("web-1"))->health, Health::Down);
    begin(StepKind::MoveTraffic);
    QCOMPARE(annotated(observed, {state}, {}, {}).findNode(green)->health, Health::Down);
    begin(StepKind::AwaitHealthy);
    fold(state, StepFailed{2, StepKind::AwaitHealthy, {ErrorCode::NeverHealthy, {green}, {}}});
    QCOMPARE(annotated(observed, {state}, {}, {}).findNode(green)->health, Health::Down);
}

/// Green is put into the balancer in drain and stays so until the move.
void TestFold::aGreenThatWaitsIsNotDraining()
{
    FleetState observed = sample::fleet({"web-1", "web-4"});
    for (NodeState& node : observed.groups[0].nodes)
        node.health = Health::Draining;
    DeploymentState state = swapUnderWay();
    const FleetState waiting = annotated(observed, {state}, {}, {});
    QCOMPARE(waiting.findNode(QStringLiteral("web-4"))->health, Health::Healthy);
    QCOMPARE(waiting.findNode(QStringLiteral("web-1"))->health, Health::Draining);
    fold(state, RollingBack{5, QStringLiteral("asked")});
    QCOMPARE(annotated(observed, {state}, {}, {}).findNode(QStringLiteral("web-4"))->health, Health::Draining);
}

void TestFold::anOperationKeepsItsPlanAndItsWayBack()
{
    OperationState operation;
    QVERIFY(foldOperation(operation, PlanMade{sample::swapPlan(QStringLiteral("s1"))}));
    QVERIFY(foldOperation(operation, RollingBack{5, QStringLiteral("asked")}));
    QCOMPARE(operation.plan->group, QStringLiteral("web"));
    QCOMPARE(operation.rollingBack->reason, QStringLiteral("asked"));
}

void TestFold::driftCountsComeFromReports()
{
    DriftNotes notes;
    notes.reports.insert(QStringLiteral("web-2"), sample::driftReport(QStringLiteral("web-2")));
    const FleetState seen = annotated(sample::fleet(), {}, {}, notes);
    QCOMPARE(seen.findNode(QStringLiteral("web-2"))->driftCount, std::optional<int>(4));
    QVERIFY(!seen.findNode(QStringLiteral("web-2"))->driftComplete);
    QCOMPARE(seen.findNode(QStringLiteral("web-1"))->driftCount, std::optional<int>());
}

void TestFold::aNodeThatCouldNotBeScannedIsNotCalledClean()
{
    DriftNotes notes;
    notes.unscanned.insert(QStringLiteral("web-1"), Error{ErrorCode::SshSilent, {}, {}});
    const FleetState seen = annotated(sample::fleet(), {}, {}, notes);
    QCOMPARE(seen.findNode(QStringLiteral("web-1"))->driftCount, std::optional<int>());
    QVERIFY(!seen.findNode(QStringLiteral("web-1"))->driftComplete);
}

void TestFold::notesOfGoneAndRebornNodesAreForgotten()
{
    DriftNotes notes;
    for (const QString& name : {QStringLiteral("web-1"), QStringLiteral("web-2"), QStringLiteral("web-9")}) {
        notes.reports.insert(name, sample::driftReport(name));
        notes.unscanned.insert(name, Error{});
    }
    FleetState fleet = sample::fleet();
    fleet.groups[0].nodes[1].bornAt = sample::at(3600); // web-2: born after the scan
    forgetGone(notes, fleet);
    QCOMPARE(notes.reports.keys(), QStringList{QStringLiteral("web-1")});
    QVERIFY(!notes.unscanned.contains(QStringLiteral("web-9")));
}

void TestFold::notesStayWhenTheLookWasIncomplete()
{
    DriftNotes notes;
    notes.reports.insert(QStringLiteral("web-9"), sample::driftReport(QStringLiteral("web-9")));
    FleetState fleet = sample::fleet();
    fleet.blind.append(Error{ErrorCode::PlatformUnavailable, {}, {}});
    forgetGone(notes, fleet);
    QVERIFY(notes.reports.contains(QStringLiteral("web-9")));
}

void TestFold::aBuiltImageReplacesItsRecord()
{
    QList<ImageRecord> images = sample::images(false);
    const qsizetype before = images.size();
    foldImage(images, sample::images(true).last());
    QCOMPARE(images.size(), before);
    QVERIFY(!images.last().digest.isNull());
    foldImage(images, sample::record(sample::image("shop", "1.2.0"), {}, Tier::Immutable, true));
    QCOMPARE(images.size(), before + 1);
}

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"
