// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/replay.h"

#include "models/document/replay_fleet.h"
#include "tests/models/document/sample_events.h"

#include <QTest>

using namespace snowmelt;

/// A deployment that is over, as the fleet at any time between its events.
class TestReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beforeAStepIsDoneTheLookStands();
    void eachStepLeavesItsMark_data();
    void eachStepLeavesItsMark();
    void trafficIsSpreadOverItsSide();
    void aLookIsBelievedOverThePlan();
    void aLookInTheMiddleIsNotRehearsedTwice();
    void drainingNodesHaveTheSessionsThatWereSeen();
    void aFailedGreenIsDownAndThenGone();
    void theEndIsWhatIsSafe_data();
    void theEndIsWhatIsSafe();
    void marksAreWhatHappened();
    void placesOutsideAreItsEnds();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void timesNeverFall();
};

namespace {

const QString operation = QStringLiteral("d1");

Event at(int second, EventBody body)
{
    return {operation, sample::at(second), std::move(body)};
}

/// A swap of web: a look, the plan, then each of `steps` begun at 10, 20 … and done five seconds later.
QList<Event> swapUntil(int steps)
{
    const Plan plan = sample::swapPlan(operation);
    QList<Event> events{
        at(0, Started{QStringLiteral("swap"), QStringLiteral("shop"), QStringLiteral("web → shop@1.1.0")}),
        at(1, FleetObserved{sample::fleet()}), at(2, PlanMade{plan})};
    for (int i = 0; i < steps; ++i) {
        events << at(10 + 10 * i, StepBegun{i, plan.steps.at(i).kind});
        events << at(15 + 10 * i, StepDone{i, plan.steps.at(i).kind, 5000, {}});
    }
    return events;
}

QStringList serving(const FleetState& fleet)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(QStringLiteral("web"))->nodes) {
        if (node.share > 0)
            names << node.name;
    }
    return names;
}

QStringList namesOf(const FleetState& fleet)
{
    QStringList names;
    for (const NodeState& node : fleet.findGroup(QStringLiteral("web"))->nodes)
        names << node.name;
    return names;
}

const QStringList blue{QStringLiteral("web-1"), QStringLiteral("web-2"), QStringLiteral("web-3")};
const QStringList green{QStringLiteral("web-4"), QStringLiteral("web-5"), QStringLiteral("web-6")};

Finished ended(OutcomeKind outcome, Safety safety)
{
    return {outcome, safety, {}, 60'000};
}

} // namespace

void TestReplay::beforeAStepIsDoneTheLookStands()
{
    const Replay replay(swapUntil(8));
    const ReplayMoment moment = replay.at(5'000);
    QCOMPARE(namesOf(moment.fleet), blue);
    QCOMPARE(serving(moment.fleet), blue);
    QCOMPARE(moment.at, sample::at(5));
    QCOMPARE(moment.deployment->current, -1);
    QCOMPARE(namesOf(replay.at(0).fleet), blue); // nobody had looked yet, and nothing was done
}

void TestReplay::eachStepLeavesItsMark_data()
{
    QTest::addColumn<int>("second");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QStringList>("takesTraffic");
    QTest::newRow("creating green") << 22 << blue << blue;
    QTest::newRow("green is there") << 26 << blue + green << blue;
    QTest::newRow("green is healthy") << 36 << blue + green << blue;
    QTest::newRow("traffic moved") << 46 << blue + green << green;
    QTest::newRow("blue retired") << 76 << blue + green << green;
    QTest::newRow("blue is gone") << 86 << green << green;
}

void TestReplay::eachStepLeavesItsMark()
{
    QFETCH(int, second);
    const FleetState fleet = Replay(swapUntil(8)).at(second * 1000).fleet;
    QTEST(namesOf(fleet), "there");
    QTEST(serving(fleet), "takesTraffic");
    const bool both = fleet.findNode(QStringLiteral("web-1")) && fleet.findNode(QStringLiteral("web-4"));
    if (both) {
        QCOMPARE(fleet.findNode(QStringLiteral("web-1"))->side, Side::Blue);
        QCOMPARE(fleet.findNode(QStringLiteral("web-4"))->side, Side::Green);
    }
}

void TestReplay::trafficIsSpreadOverItsSide()
{
    QList<Event> events = swapUntil(4);
    TrafficCounted counted;
    counted.requests = 900;
    counted.blue.sessions = 4;
    counted.green.sessions = 9;
    counted.green.rate = 60;
    events << at(47, counted);
    const FleetState fleet = Replay(events).at(48'000).fleet;
    const auto node = [&fleet](const char* name) { return *fleet.findNode(QString::fromLatin1(name)); };
    QCOMPARE(node("web-1").sessions, 2); // four over three
    QCOMPARE(node("web-2").sessions, 1);
    QCOMPARE(node("web-3").sessions, 1);
    QCOMPARE(node("web-1").requestRate, 0.0);
    QCOMPARE(node("web-4").sessions, 3);
    QCOMPARE(node("web-4").requestRate, 20.0);
    QCOMPARE(fleet.balancers.first().requestRate, 60.0);
    // Counted before the step: says nothing about the fleet after it.
    events << at(50, StepBegun{4, StepKind::DrainBlue}) << at(55, StepDone{4, StepKind::DrainBlue, 5000, {}});
    QCOMPARE(Replay(events).at(56'000).fleet.findNode(QStringLiteral("web-1"))->sessions, 0);
}

void TestReplay::aLookIsBelievedOverThePlan()
{
    QList<Event> events = swapUntil(3);
    FleetState seen = sample::fleet(blue + green);
    seen.groups[0].nodes[3].health = Health::Down;
    seen.groups[0].nodes[3].healthReason = QStringLiteral("GET /healthz: 503");
    // Until its health was awaited, one that does not answer boots.
    events << at(40, StepBegun{3, StepKind::MoveTraffic}) << at(41, FleetObserved{seen});
    const FleetState fleet = Replay(events).at(42'000).fleet;
    const NodeState* node = fleet.findNode(QStringLiteral("web-4"));
    QVERIFY(node);
    QCOMPARE(node->healthReason, QStringLiteral("GET /healthz: 503"));
    QCOMPARE(node->side, Side::Green);
}

void TestReplay::aLookInTheMiddleIsNotRehearsedTwice()
{
    QList<Event> events = swapUntil(4);
    FleetState seen = sample::fleet(blue + green);
    for (NodeState& node : seen.groups[0].nodes) {
        const bool moved = green.contains(node.name);
        node.share = moved ? 1.0 / 3 : 0;
        node.health = moved ? Health::Healthy : Health::Draining;
    }
    events << at(47, FleetObserved{seen});
    events << at(50, StepBegun{4, StepKind::DrainBlue}) << at(55, StepDone{4, StepKind::DrainBlue, 5000, {}});
    const FleetState drained = Replay(events).at(56'000).fleet;
    QCOMPARE(namesOf(drained), blue + green);
    QCOMPARE(serving(drained), green);
    events << at(57, RollingBack{4, QStringLiteral("asked")});
    events << at(60, ended(OutcomeKind::Cancelled, Safety::BlueServes));
    QCOMPARE(serving(Replay(events).at(58'000).fleet), blue);
    const FleetState back = Replay(events).at(61'000).fleet;
    QCOMPARE(namesOf(back), blue);
    QCOMPARE(serving(back), blue);
    QCOMPARE(back.findNode(QStringLiteral("web-1"))->health, Health::Healthy);
    QCOMPARE(back.findNode(QStringLiteral("web-1"))->side, Side::None);
}

void TestReplay::drainingNodesHaveTheSessionsThatWereSeen()
{
    QList<Event> events = swapUntil(4);
    DrainSeen drain;
    drain.nodes = {{QStringLiteral("web-2"), 7, 48, 1}};
    events << at(50, StepBegun{4, StepKind::DrainBlue}) << at(52, drain);
    QCOMPARE(Replay(events).at(53'000).fleet.findNode(QStringLiteral("web-2"))->sessions, 7);
    QCOMPARE(Replay(events).at(51'000).fleet.findNode(QStringLiteral("web-2"))->sessions, 0);
}

void TestReplay::aFailedGreenIsDownAndThenGone()
{
    QList<Event> events = swapUntil(2);
    const Error error{ErrorCode::NeverHealthy,
                      {QStringLiteral("web-5"), QStringLiteral("60"), QStringLiteral("503")},
                      QStringLiteral("GET /healthz: 503")};
    events << at(30, StepBegun{2, StepKind::AwaitHealthy}) << at(40, StepFailed{2, StepKind::AwaitHealthy, error})
           << at(41, RollingBack{2, QStringLiteral("failed")})
           << at(45, Finished{OutcomeKind::Failed, Safety::BlueServes, error, 45'000});
    const FleetState failed = Replay(events).at(40'500).fleet;
    QCOMPARE(failed.findNode(QStringLiteral("web-5"))->health, Health::Down);
    QCOMPARE(failed.findNode(QStringLiteral("web-5"))->healthReason, QStringLiteral("GET /healthz: 503"));
    QVERIFY(failed.findNode(QStringLiteral("web-4"))->health != Health::Down);
    QCOMPARE(namesOf(Replay(events).at(45'000).fleet), blue);
}

void TestReplay::theEndIsWhatIsSafe_data()
{
    QTest::addColumn<int>("safety");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QStringList>("takesTraffic");
    QTest::newRow("blue serves") << int(Safety::BlueServes) << blue << blue;
    QTest::newRow("green kept") << int(Safety::BlueServesGreenKept) << blue + green << blue;
    QTest::newRow("green serves, blue kept") << int(Safety::GreenServes) << blue + green << green;
    QTest::newRow("green alone") << int(Safety::GreenServesAlone) << green << green;
    QTest::newRow("as wanted") << int(Safety::AsWanted) << green << green;
    QTest::newRow("not known") << int(Safety::Uncertain) << blue + green << green;
}

void TestReplay::theEndIsWhatIsSafe()
{
    QFETCH(int, safety);
    QList<Event> events = swapUntil(5);
    events << at(70, ended(OutcomeKind::Failed, Safety(safety)));
    const FleetState fleet = Replay(events).at(70'000).fleet;
    QTEST(namesOf(fleet), "there");
    QTEST(serving(fleet), "takesTraffic");
}

void TestReplay::marksAreWhatHappened()
{
    QList<Event> events = swapUntil(1);
    events << at(16, TrafficCounted{}) << at(17, GatesSeen{}) << at(18, Paused{1});
    const Replay replay(events);
    QCOMPARE(replay.marks().size(), 5); // began, plan, step begun, step done, paused
    QCOMPARE(replay.marks().last(), (ReplayMark{18'000, int(events.size()) - 1}));
    QCOMPARE(replay.at(9'999).mark, 1);
    QCOMPARE(replay.at(10'000).mark, 2);
}

void TestReplay::placesOutsideAreItsEnds()
{
    const Replay replay(swapUntil(8));
    QCOMPARE(replay.durationMs(), 85'000);
    QCOMPARE(replay.at(-5).ms, 0);
    QCOMPARE(replay.at(1'000'000).ms, 85'000);
    QVERIFY(!Replay().hasFleet());
    QCOMPARE(Replay().at(7).ms, 0);
}

void TestReplay::whatIsMissingIsSaid_data()
{
    QTest::addColumn<int>("gap");
    QTest::newRow("no events") << int(ReplayGap::NoEvents);
    QTest::newRow("no start") << int(ReplayGap::NoStart);
    QTest::newRow("no fleet") << int(ReplayGap::NoFleet);
    QTest::newRow("no plan") << int(ReplayGap::NoPlan);
    QTest::newRow("steps missing") << int(ReplayGap::StepsMissing);
    QTest::newRow("no end") << int(ReplayGap::NoEnd);
    QTest::newRow("clock set back") << int(ReplayGap::ClockSetBack);
}

void TestReplay::whatIsMissingIsSaid()
{
    QFETCH(int, gap);
    QList<Event> events = swapUntil(8);
    events << at(90, ended(OutcomeKind::Done, Safety::AsWanted));
    QCOMPARE(Replay(events).gaps(), QList<ReplayGap>());
    switch (ReplayGap(gap)) {
    case ReplayGap::NoEvents:
        events.clear();
        break;
    case ReplayGap::NoStart:
        events.removeFirst();
        break;
    case ReplayGap::NoFleet:
        events.removeAt(1);
        break;
    case ReplayGap::NoPlan:
        events.removeAt(2);
        break;
    case ReplayGap::StepsMissing:
        events.remove(5, 2);
        break;
    case ReplayGap::NoEnd:
        events.removeLast();
        break;
    case ReplayGap::ClockSetBack:
        events.last().at = sample::at(20);
        break;
    }
    QCOMPARE(Replay(events).gaps(), QList<ReplayGap>{ReplayGap(gap)});
}

void TestReplay::timesNeverFall()
{
    QList<Event> events = swapUntil(2);
    events.last().at = sample::at(3);
    const Replay replay(events);
    QCOMPARE(replay.durationMs(), 20'000);
    QCOMPARE(namesOf(replay.at(20'000).fleet), blue + green); // it is told, at the time of the one before
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
