// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/deploy_log.h"

#include <algorithm>

using namespace snowmelt;
using namespace snowmelt::test;

/// Whole deployments as event logs, on the production driver and the simulated HAProxy, under traffic that never
/// retries.
class DeployerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSwap();
    void aSwapThatBakes();
    void aRebirth();
    void aRebirthOfADeadNode();
    void greenNeverHealthy();
    void cancelAtEachStep_data();
    void cancelAtEachStep();
    void rollbackWhileBaking();
    void greenDiesWhileBaking();
    void blueDoesNotComeBack();
    void drainDeadline();
    void slowRequestIsWaitedFor();
    void planThatDoesNotFit();
    void aSlotThatAGoneNodeLeftIsTaken();
    void blockedPlanTouchesNothing();
    void aCancelIsAcknowledgedAtOnce();
    void progressSaysWhy();
};

void DeployerTest::aSwap()
{
    DeployRun run;
    run.run();
    compareLog(run, uR"(
begun check
done check
begun createNodes
done createNodes
begun awaitHealthy
done awaitHealthy
begun moveTraffic
done moveTraffic
begun drainBlue
done drainBlue
begun retireBlue
done retireBlue
begun destroyBlue
done destroyBlue
end done asWanted
)"_qs);
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.nodes(), Green);
    QCOMPARE(run.leastServing, 3);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
    QVERIFY(run.fleet.platform.world().traffic().requests > 100);
    QCOMPARE(run.counted.failed, 0);
    QVERIFY(run.counted.requests > 0);
}

void DeployerTest::aSwapThatBakes()
{
    DeployRun run(3);
    run.run();
    QVERIFY(run.text().contains(u"done drainBlue\nbegun bake\ndone bake\nbegun retireBlue"_qs));
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.nodes(), Green);
    QCOMPARE(run.failedRequests(), 0);
    const auto baking =
        std::ranges::count_if(run.progress, [](const Progress& now) { return now.phase == Phase::Baking; });
    QVERIFY(baking >= 3);
}

void DeployerTest::aRebirth()
{
    DeployRun run;
    run.planRebirthOf(u"web-2"_qs);
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.serving(), u"web-1 web-3 web-4"_qs);
    QCOMPARE(run.nodes(), u"web-1 web-3 web-4"_qs);
    QCOMPARE(run.leastServing, 3);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployerTest::aRebirthOfADeadNode()
{
    DeployRun run;
    run.fleet.platform.world().kill(run.fleet.key, u"web-2"_qs);
    run.fleet.settle(10'000);
    run.planRebirthOf(u"web-2"_qs);
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.serving(), u"web-1 web-3 web-4"_qs);
    QCOMPARE(run.nodes(), u"web-1 web-3 web-4"_qs);
}

void DeployerTest::greenNeverHealthy()
{
    DeployRun run;
    run.plan.healthSeconds = 3;
    run.fleet.platform.world().setUnhealthy(u"web-5"_qs, 503);
    const DeployEnd end = run.run();
    compareLog(run, uR"(
begun check
done check
begun createNodes
done createNodes
begun awaitHealthy
failed awaitHealthy neverHealthy web-5
back failed from awaitHealthy
end failed blueServes neverHealthy
)"_qs);
    QVERIFY(end.error.has_value());
    QVERIFY2(end.error->args.value(2).startsWith(u"GET /healthz: 503"_qs), qPrintable(end.error->args.value(2)));
    QCOMPARE(run.serving(), Blue);
    QCOMPARE(run.nodes(), Blue);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployerTest::cancelAtEachStep_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("serving");
    const QString back = u"end cancelled blueServes"_qs;
    QTest::newRow("check") << u"begun check"_qs << u"end cancelled nothingTouched"_qs << Blue;
    QTest::newRow("createNodes") << u"begun createNodes"_qs << u"back cancelled from createNodes\n"_qs + back << Blue;
    QTest::newRow("awaitHealthy") << u"begun awaitHealthy"_qs << u"back cancelled from awaitHealthy\n"_qs + back
                                  << Blue;
    QTest::newRow("healthy") << u"done awaitHealthy"_qs << u"back cancelled from awaitHealthy\n"_qs + back << Blue;
    QTest::newRow("moveTraffic") << u"begun moveTraffic"_qs << u"back cancelled from moveTraffic\n"_qs + back << Blue;
    QTest::newRow("moved") << u"done moveTraffic"_qs << u"back cancelled from moveTraffic\n"_qs + back << Blue;
    QTest::newRow("drainBlue") << u"begun drainBlue"_qs << u"back cancelled from drainBlue\n"_qs + back << Blue;
    QTest::newRow("bake") << u"begun bake"_qs << u"back cancelled from bake\n"_qs + back << Blue;
    // While it is being announced: a record that fails cancels, and what cannot be undone is not done unrecorded.
    QTest::newRow("announcing retireBlue")
        << u"begun retireBlue"_qs << u"back cancelled from retireBlue\n"_qs + back << Blue;
    QTest::newRow("retired") << u"done retireBlue"_qs << u"end done asWanted"_qs << Green;
    QTest::newRow("destroyBlue") << u"begun destroyBlue"_qs << u"end done asWanted"_qs << Green;
}

void DeployerTest::cancelAtEachStep()
{
    QFETCH(QString, when);
    QFETCH(QString, tail);
    QFETCH(QString, serving);
    DeployRun run(2);
    run.on(when, [&run] { run.cancel(); });
    run.run();
    QVERIFY2(run.text().endsWith(u'\n' + tail), qPrintable(run.text()));
    QCOMPARE(run.serving(), serving);
    QCOMPARE(run.nodes(), serving);
    QVERIFY(run.leastServing >= 3);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployerTest::rollbackWhileBaking()
{
    DeployRun run(1'000);
    run.onProgress(Phase::Baking, [&run] { run.rollBack(); });
    run.run();
    compareLog(run, uR"(
begun check
done check
begun createNodes
done createNodes
begun awaitHealthy
done awaitHealthy
begun moveTraffic
done moveTraffic
begun drainBlue
done drainBlue
begun bake
told rollback
back asked from bake
end cancelled blueServes
)"_qs);
    QCOMPARE(run.serving(), Blue);
    QCOMPARE(run.nodes(), Blue);
    QVERIFY(run.leastServing >= 3);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployerTest::greenDiesWhileBaking()
{
    DeployRun run(1'000);
    run.on(u"begun bake"_qs, [&run] { run.fleet.platform.world().setUnhealthy(u"web-5"_qs); });
    run.run();
    QVERIFY2(run.text().endsWith(u"begun bake\nfailed bake neverHealthy web-5\nback failed from bake\n"
                                 "end failed blueServes neverHealthy"_qs),
             qPrintable(run.text()));
    QCOMPARE(run.serving(), Blue);
    QCOMPARE(run.nodes(), Blue);
    QCOMPARE(run.configDisagreements(), QStringList());
}

/// The way back needs a blue that serves; without one green keeps the traffic.
void DeployerTest::blueDoesNotComeBack()
{
    DeployRun run(1'000);
    run.on(u"begun bake"_qs, [&run] {
        for (const QString& node : {u"web-1"_qs, u"web-2"_qs, u"web-3"_qs})
            run.fleet.platform.world().setUnhealthy(node);
        run.fleet.settle(10'000);
    });
    run.onProgress(Phase::Baking, [&run] { run.rollBack(); });
    run.run();
    QVERIFY2(run.text().endsWith(u"told rollback\nback asked from bake\nend failed greenServes nodeNotRunning"_qs),
             qPrintable(run.text()));
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.nodes(), u"web-1 web-2 web-3 web-4 web-5 web-6"_qs);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployerTest::drainDeadline()
{
    DeployRun run;
    run.plan.drainSeconds = 2;
    run.on(u"begun moveTraffic"_qs,
           [&run] { QVERIFY(run.fleet.platform.world().holdSession(run.fleet.key, u"edge"_qs, 100'000'000)); });
    const DeployEnd end = run.run();
    QVERIFY2(end.error.has_value(), qPrintable(run.text()));
    QVERIFY2(run.text().endsWith(u"begun drainBlue\nfailed drainBlue drainTimedOut "_qs + end.error->args.value(0) +
                                 u"\nend failed greenServes drainTimedOut"_qs),
             qPrintable(run.text()));
    QVERIFY(Blue.contains(end.error->args.value(0)));
    QCOMPARE(end.error->args.mid(1), (QStringList{u"1"_qs, u"2"_qs}));
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.nodes(), u"web-1 web-2 web-3 web-4 web-5 web-6"_qs);
    QCOMPARE(run.configDisagreements(), QStringList());
}

void DeployerTest::slowRequestIsWaitedFor()
{
    DeployRun run;
    run.on(u"begun moveTraffic"_qs,
           [&run] { QVERIFY(run.fleet.platform.world().holdSession(run.fleet.key, u"edge"_qs, 10'000)); });
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.failedRequests(), 0);
    const bool waited = std::ranges::any_of(run.progress, [](const Progress& now) {
        return now.phase == Phase::Draining && now.args.value(0) == u"1" && Blue.contains(now.args.value(1));
    });
    QVERIFY(waited);
}

void DeployerTest::planThatDoesNotFit()
{
    DeployRun run;
    run.plan.blue[0].slot = u"b3"_qs; // somebody changed the balancer since
    run.plan.green[2].slot = u"a1"_qs;
    run.run();
    compareLog(run, uR"(
begun check
failed check noFreeSlot edge
end failed nothingTouched noFreeSlot
)"_qs);
    QCOMPARE(run.nodes(), Blue);
}

void DeployerTest::aSlotThatAGoneNodeLeftIsTaken()
{
    DeployRun run;
    const SlotPlacement orphan{u"b1"_qs, SimulatedFleet::address(99), 8080, SlotMode::Drain};
    QVERIFY(QCoro::waitFor(run.fleet.driver.admit(run.fleet.balancer(), u"web"_qs, orphan, {})).ok());
    run.run();
    QVERIFY2(run.text().endsWith(u"\nend done asWanted"), qPrintable(run.text()));
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployerTest::blockedPlanTouchesNothing()
{
    DeployRun run;
    run.plan.checks.append({u"slotsFree"_qs, Verdict::Block, {}});
    run.run();
    QCOMPARE(run.log.last(), u"end failed nothingTouched checkBlocked"_qs);
}

void DeployerTest::aCancelIsAcknowledgedAtOnce()
{
    DeployRun run(1'000);
    qsizetype told = 0;
    run.onProgress(Phase::Baking, [&] {
        run.cancel();
        told = std::ranges::count_if(run.progress, [](const Progress& now) { return now.phase == Phase::CleaningUp; });
    });
    run.run();
    QCOMPARE(told, 1);
}

void DeployerTest::progressSaysWhy()
{
    DeployRun run;
    run.run();
    const auto told = [&run](Phase phase, const QStringList& args) {
        return std::ranges::any_of(run.progress,
                                   [&](const Progress& now) { return now.phase == phase && now.args == args; });
    };
    QVERIFY(told(Phase::CreatingNode, {u"web-4"_qs}));
    QVERIFY(told(Phase::AwaitingHealth, {u"web"_qs, u"0"_qs, u"3"_qs}));
    QVERIFY(told(Phase::AwaitingHealth, {u"web"_qs, u"3"_qs, u"3"_qs}));
    QVERIFY(told(Phase::Draining, {u"0"_qs, QString()}));
    QVERIFY(told(Phase::RemovingNode, {u"web-1"_qs}));
}

QTEST_GUILESS_MAIN(DeployerTest)
#include "tst_deployer.moc"
