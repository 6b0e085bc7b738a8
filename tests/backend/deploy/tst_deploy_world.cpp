// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/code_names.h"
#include "tests/backend/deploy/deploy_run.h"

#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::test;
using QCoro::waitFor;

/// What happens to the world while a deployment runs: a network that is away, hands at the balancer, nodes that die or
/// flap, a green that answers well with the wrong version. Noticed, and continued or turned round with the reason.
class DeployWorldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNetworkIsAwayAtEveryCall();
    void aCancelIsHeardWhileTheNetworkIsAway();
    void somebodyElseWroteTheConfig();
    void aReloadWithAConfigThatSaysBlue();
    void aHandGivesBlueTheTraffic();
    void aConfigWrittenByHandWhileBaking();
    void whatAHandWroteIsToldOnce();
    void aNodeOfBlueDiesWhileItDrains();
    void aGreenThatFlapsBetweenLooks();
    void theWrongVersionIsNotHealthy();
    void checksThatPass();
    void sidesAreProbed();
    void theDrainIsShown();
    void aFailedGreenIsKept_data();
    void aFailedGreenIsKept();
};

static const QString Blue = u"web-1 web-2 web-3"_qs;
static const QString Green = u"web-4 web-5 web-6"_qs;
static const QString Both = u"web-1 web-2 web-3 web-4 web-5 web-6"_qs;

static void compareEnd(DeployRun& run, const QString& tail, const QString& serving, const QString& nodes)
{
    const QByteArray told = run.text().toUtf8();
    QVERIFY2(run.text().endsWith(tail), told.constData());
    QVERIFY2(run.serving() == serving, told.constData());
    QVERIFY2(run.nodes() == nodes, told.constData());
    QVERIFY2(run.leastServing >= 3, told.constData());
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

/// Nothing is answered from this call on, until so many were asked in vain.
static void awayFrom(DeployRun& run, QTimer& back, int call)
{
    SimulatedFault away;
    away.nth = call;
    away.onwards = true;
    away.error = {ErrorCode::SshUnreachable, {u"edge"_qs, u"10.0.0.1:22"_qs}, {}};
    run.fleet.platform.addFault(away);
    constexpr int inVain = 8;
    QObject::connect(&back, &QTimer::timeout, &back, [&run, call] {
        if (run.fleet.platform.callLog().size() > call + inVain)
            run.fleet.platform.clearFaults();
    });
    back.start(1);
}

static int callsOfAWholeRun()
{
    DeployRun run(1);
    run.run();
    return int(run.fleet.platform.callLog().size());
}

void DeployWorldTest::theNetworkIsAwayAtEveryCall()
{
    const int calls = std::min(callsOfAWholeRun(), 120);
    for (int call = 1; call <= calls; ++call) {
        DeployRun run(1);
        run.timing.patience = DeployTiming::ms(60'000);
        QTimer back;
        awayFrom(run, back, call);
        run.run();
        compareEnd(run, u"end done asWanted"_qs, Green, Green);
        if (QTest::currentTestFailed()) {
            qWarning("at call %d", call);
            return;
        }
    }
    qInfo("%d outages explored", calls);
    QVERIFY(calls > 60);
}

void DeployWorldTest::aCancelIsHeardWhileTheNetworkIsAway()
{
    DeployRun run(1'000);
    run.timing.patience = std::chrono::hours(1);
    SimulatedWorld& world = run.fleet.platform.world();
    run.on(u"begun bake"_qs, [&] {
        world.setSocketGone(run.fleet.key, u"edge"_qs, true);
        QTimer::singleShot(50, qApp, [&] {
            run.cancel();
            world.setSocketGone(run.fleet.key, u"edge"_qs, false);
        });
    });
    run.run();
    compareEnd(run, u"begun bake\nback cancelled from bake\nend cancelled blueServes"_qs, Blue, Blue);
}

/// Between the reading and the writing, each time once: what they wrote stays.
void DeployWorldTest::somebodyElseWroteTheConfig()
{
    for (int nth = 1; nth <= 3; ++nth) {
        DeployRun run(1);
        run.beforeExec(u"haproxy -c"_qs, nth, [&run] {
            QByteArray text = run.fleet.configText();
            text.replace("/healthz", "/other");
            QVERIFY(run.fleet.writeByHand(text));
        });
        run.run();
        QVERIFY2(run.text().endsWith(u"\nend done asWanted"_qs), qPrintable(run.text()));
        QVERIFY(run.fleet.configText().contains("/other"));
        QCOMPARE(run.serving(), Green);
        QCOMPARE(run.nodes(), Green);
        QCOMPARE(run.failedRequests(), 0);
    }
}

void DeployWorldTest::aReloadWithAConfigThatSaysBlue()
{
    for (const QString& when : {u"begun drainBlue"_qs, u"begun bake"_qs}) {
        DeployRun run(2);
        run.on(when, [&run] {
            QVERIFY(run.fleet.writeByHand(run.fleet.driver.renderConfig(SimulatedFleet::config())));
            run.fleet.platform.world().reloadBalancer(run.fleet.key, u"edge"_qs);
        });
        run.run();
        // Green's slots are free in that config, so it cannot be told again: blue serves already, and keeps on.
        compareEnd(run, u"\nend failed blueServes balancerDisagrees"_qs, Blue, Blue);
    }
}

/// The same HAProxy says something else than it was told: somebody wants blue, and gets it in order.
void DeployWorldTest::aHandGivesBlueTheTraffic()
{
    DeployRun run(1'000);
    run.on(u"begun bake"_qs, [&run] {
        const QList<SlotPlacement> ready{{u"a1"_qs, {}, 0, SlotMode::Ready}};
        auto told = run.fleet.driver.setModes(run.fleet.balancer(), u"web"_qs, ready, {});
        QVERIFY(waitFor(told).ok());
    });
    run.run();
    compareEnd(run,
               u"failed bake balancerDisagrees edge\nback failed from bake\nend failed blueServes balancerDisagrees"_qs,
               Blue, Blue);
}

/// In time while green is watched, not only when the deployment writes the file itself. What its plan warned of is
/// known.
void DeployWorldTest::whatAHandWroteIsToldOnce()
{
    DeployRun run(20);
    const auto write = [&run](const QByteArray& line) {
        QByteArray text = run.fleet.configText();
        text.replace("defaults\n", QByteArray("defaults\n    " + line + '\n'));
        QVERIFY(run.fleet.writeByHand(text));
    };
    run.timing.configLook = DeployTiming::ms(1);
    write("retries 4");
    run.plan.checks.append({u"configEdited"_qs, Verdict::Warn, {u"edge"_qs, u"9"_qs, u"retries 4"_qs}});
    run.on(u"begun bake"_qs, [&write] { write("maxconn 700"); });
    QList<ConfigEdited> told;
    bool beforeItsEnd = false;
    run.onEvent([&](const EventBody& body) {
        if (const auto* edited = std::get_if<ConfigEdited>(&body))
            told.append(*edited);
        if (const auto* done = std::get_if<StepDone>(&body); done && done->kind == StepKind::Bake)
            beforeItsEnd = !told.isEmpty();
    });
    run.run();
    compareEnd(run, u"end done asWanted"_qs, Green, Green);
    QVERIFY(beforeItsEnd);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().balancer, u"edge"_qs);
    QCOMPARE(told.first().edits.size(), 1);
    QCOMPARE(told.first().edits.first().text, u"maxconn 700"_qs);
    QVERIFY(told.first().edits.first().line > 0);
}

/// Nobody reloaded it, but the next restart would: at the end of the bake it says green again.
void DeployWorldTest::aConfigWrittenByHandWhileBaking()
{
    DeployRun run(1);
    bool green = false;
    run.on(u"begun bake"_qs, [&run] {
        QByteArray text = run.fleet.configText();
        text.replace("weight 0", "weight 100");
        QVERIFY(run.fleet.writeByHand(text));
    });
    run.on(u"done bake"_qs, [&] { green = run.fleet.configText().contains("weight 0"); });
    run.run();
    QVERIFY(green);
    compareEnd(run, u"end done asWanted"_qs, Green, Green);
}

void DeployWorldTest::aNodeOfBlueDiesWhileItDrains()
{
    DeployRun run;
    SimulatedWorld& world = run.fleet.platform.world();
    run.on(u"begun moveTraffic"_qs, [&] { QVERIFY(world.holdSession(run.fleet.key, u"edge"_qs, 20'000)); });
    run.on(u"begun drainBlue"_qs, [&] { world.setUnhealthy(u"web-2"_qs); });
    run.run();
    compareEnd(run, u"end done asWanted"_qs, Green, Green);
    const auto ofWeb2 = std::ranges::count(run.notes, u"web-2"_qs, &LogLine::source);
    QCOMPARE(ofWeb2, 1);
}

static QString probeTargetOf(DeployRun& run, const QString& node)
{
    for (const PublishedPort& port : run.fleet.facts(node).ports) {
        if (port.inside == 8080)
            return port.outside.host + u':' + QString::number(port.outside.port);
    }
    return {};
}

/// Down and up again between two looks at the balancer: our own questions show it.
void DeployWorldTest::aGreenThatFlapsBetweenLooks()
{
    DeployRun run(1'000);
    run.on(u"begun bake"_qs, [&run] {
        for (const int nth : {3, 5}) {
            SimulatedFault deaf;
            deaf.call = u"get"_qs;
            deaf.subject = probeTargetOf(run, u"web-5"_qs);
            deaf.nth = nth;
            run.fleet.platform.addFault(deaf);
        }
    });
    run.run();
    compareEnd(run, u"failed bake gateTripped health\nback failed from bake\nend failed blueServes gateTripped"_qs,
               Blue, Blue);
    QVERIFY(!run.gates.isEmpty());
    QVERIFY(!run.gates.last().gates.first().passes);
}

void DeployWorldTest::theWrongVersionIsNotHealthy()
{
    DeployRun run;
    run.plan.healthSeconds = 3;
    run.plan.gates.checks = QStringList{u"/=1.2.0"_qs};
    const DeployEnd end = run.run();
    compareEnd(run,
               u"failed awaitHealthy neverHealthy web-4\nback failed from awaitHealthy\n"
               "end failed blueServes neverHealthy"_qs,
               Blue, Blue);
    QVERIFY2(end.error->args.value(2).contains(u"1.2.0"_qs), qPrintable(end.error->args.value(2)));
}

void DeployWorldTest::checksThatPass()
{
    DeployRun run(4);
    run.plan.gates.checks = QStringList{u"/=1.1.0"_qs, u"/healthz"_qs};
    run.plan.gates.latencyFactor = 3;
    run.run();
    compareEnd(run, u"end done asWanted"_qs, Green, Green);
    QVERIFY(!run.gates.isEmpty());
    QStringList names;
    for (const GateReading& reading : run.gates.last().gates)
        names.append(reading.gate);
    QCOMPARE(names, (QStringList{u"health"_qs, u"failed"_qs, u"latency"_qs, u"check"_qs}));
}

void DeployWorldTest::sidesAreProbed()
{
    DeployRun run(4);
    run.run();
    QVERIFY(run.counted.blue.probes >= 3);
    QVERIFY(run.counted.green.probes >= 3);
    QCOMPARE(run.counted.blue.probesFailed, 0);
    QCOMPARE(run.counted.green.probesFailed, 0);
    QVERIFY(run.counted.green.probeP95 >= run.counted.green.probeP50);
    QVERIFY(run.counted.green.probeP50 >= 0);
    QVERIFY(run.counted.blue.requests > 0);
    QVERIFY(run.counted.green.requests > 0);
    QVERIFY(run.counted.requests >= run.counted.blue.requests + run.counted.green.requests);
    QCOMPARE(run.counted.green.failed, 0);
}

void DeployWorldTest::theDrainIsShown()
{
    DeployRun run;
    run.on(u"begun moveTraffic"_qs,
           [&run] { QVERIFY(run.fleet.platform.world().holdSession(run.fleet.key, u"edge"_qs, 30'000)); });
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QVERIFY(!run.drains.isEmpty());
    const auto held = std::ranges::find_if(run.drains, [](const DrainSeen& seen) {
        return seen.nodes.size() == 1 && seen.nodes.first().sessions == 1 && seen.nodes.first().oldestSeconds > 0;
    });
    QVERIFY(held != run.drains.cend());
    QVERIFY(Blue.contains(held->nodes.first().node));
    QVERIFY(held->secondsLeft > 0 && held->secondsLeft <= run.plan.drainSeconds);
}

void DeployWorldTest::aFailedGreenIsKept_data()
{
    QTest::addColumn<bool>("keep");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("nodes");
    QTest::newRow("kept") << true << false << u"end failed blueServesGreenKept neverHealthy"_qs << Both;
    QTest::newRow("not kept") << false << false
                              << u"back failed from awaitHealthy\nend failed blueServes neverHealthy"_qs << Blue;
    QTest::newRow("cancelled all the same")
        << true << true << u"back cancelled from awaitHealthy\nend cancelled blueServes"_qs << Blue;
}

void DeployWorldTest::aFailedGreenIsKept()
{
    QFETCH(bool, keep);
    QFETCH(bool, cancelled);
    QFETCH(QString, end);
    QFETCH(QString, nodes);
    DeployRun run;
    run.plan.keepGreen = keep;
    run.plan.healthSeconds = 2;
    run.fleet.platform.world().setUnhealthy(u"web-5"_qs);
    if (cancelled)
        run.onProgress(Phase::AwaitingHealth, [&run] { run.cancel(); });
    run.run();
    compareEnd(run, end, Blue, nodes);
}

QTEST_GUILESS_MAIN(DeployWorldTest)
#include "tst_deploy_world.moc"
