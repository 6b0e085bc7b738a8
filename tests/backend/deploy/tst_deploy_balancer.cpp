// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/deploy_log.h"

using namespace snowmelt;
using namespace snowmelt::test;

/// Deployments whose balancer does not answer, rejects what it is told, or begins anew, as event logs.
class DeployBalancerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void socketGoneWhileWaitingForHealth();
    void socketGoneWhileBaking();
    void socketGoneForAMomentIsBorne();
    void configRejected();
    void balancerReloadsWhileWaitingForHealth();
    void balancerReloadsJustBeforeTheConfigSaysGreen();
    void balancerReloadsJustBeforeBlueDrains();
    void balancerReloadsWhileBlueDrains();
};

void DeployBalancerTest::socketGoneWhileWaitingForHealth()
{
    DeployRun run;
    run.on(u"begun awaitHealthy"_qs,
           [&run] { run.fleet.platform.world().setSocketGone(run.fleet.key, u"edge"_qs, true); });
    run.run();
    // Green is gone, and who serves cannot be asked: that is what is said.
    QVERIFY2(run.text().endsWith(u"failed awaitHealthy balancerSocketGone edge\nback failed from awaitHealthy\n"
                                 "end failed uncertain balancerSocketGone"_qs),
             qPrintable(run.text()));
    QCOMPARE(run.nodes(), Blue);
    QCOMPARE(run.serving(), Blue);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployBalancerTest::socketGoneWhileBaking()
{
    DeployRun run(1'000);
    run.on(u"begun bake"_qs, [&run] { run.fleet.platform.world().setSocketGone(run.fleet.key, u"edge"_qs, true); });
    run.run();
    QVERIFY2(run.text().endsWith(u"failed bake balancerSocketGone edge\nback failed from bake\n"
                                 "end failed uncertain balancerSocketGone"_qs),
             qPrintable(run.text()));
    // Nothing may be removed that could be serving.
    QCOMPARE(run.nodes(), u"web-1 web-2 web-3 web-4 web-5 web-6"_qs);
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployBalancerTest::socketGoneForAMomentIsBorne()
{
    DeployRun run;
    run.timing.patience = DeployTiming::ms(60'000);
    SimulatedWorld& world = run.fleet.platform.world();
    run.on(u"begun awaitHealthy"_qs, [&] {
        world.setSocketGone(run.fleet.key, u"edge"_qs, true);
        world.at(world.now() + 2'000, [&] { world.setSocketGone(run.fleet.key, u"edge"_qs, false); });
    });
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployBalancerTest::configRejected()
{
    DeployRun run;
    SimulatedFault rejected;
    rejected.call = u"exec"_qs;
    rejected.subject = u"edge"_qs;
    rejected.containing = u"haproxy -c"_qs;
    rejected.error = {ErrorCode::BalancerConfigRejected, {u"edge"_qs}, u"[ALERT] parsing"_qs};
    run.fleet.platform.addFault(rejected);
    run.run();
    QVERIFY2(run.text().endsWith(u"begun createNodes\nfailed createNodes balancerConfigRejected edge\n"
                                 "back failed from createNodes\nend failed blueServes balancerConfigRejected"_qs),
             qPrintable(run.text()));
    QCOMPARE(run.nodes(), Blue);
    QCOMPARE(run.serving(), Blue);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployBalancerTest::balancerReloadsWhileWaitingForHealth()
{
    DeployRun run;
    run.on(u"begun awaitHealthy"_qs, [&run] { run.fleet.platform.world().reloadBalancer(run.fleet.key, u"edge"_qs); });
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.failedRequests(), 0);
}

/// The one moment at which a restart takes green's traffic away: blue must not be drained then.
void DeployBalancerTest::balancerReloadsJustBeforeTheConfigSaysGreen()
{
    DeployRun run;
    run.beforeExec(u"haproxy -c"_qs, 2,
                   [&run] { run.fleet.platform.world().reloadBalancer(run.fleet.key, u"edge"_qs); });
    run.run();
    QVERIFY2(run.text().endsWith(u"failed moveTraffic neverHealthy web-4\nback failed from moveTraffic\n"
                                 "end failed blueServes neverHealthy"_qs),
             qPrintable(run.text()));
    QVERIFY(run.leastServing >= 3);
    QCOMPARE(run.serving(), Blue);
    QCOMPARE(run.nodes(), Blue);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployBalancerTest::balancerReloadsJustBeforeBlueDrains()
{
    DeployRun run;
    run.beforeExec(u"set server web/a1 state drain"_qs, 1,
                   [&run] { run.fleet.platform.world().reloadBalancer(run.fleet.key, u"edge"_qs); });
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QVERIFY(run.leastServing >= 3);
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.failedRequests(), 0);
}

void DeployBalancerTest::balancerReloadsWhileBlueDrains()
{
    DeployRun run;
    run.on(u"begun drainBlue"_qs, [&run] { run.fleet.platform.world().reloadBalancer(run.fleet.key, u"edge"_qs); });
    run.run();
    QCOMPARE(run.log.last(), u"end done asWanted"_qs);
    QCOMPARE(run.serving(), Green);
    QCOMPARE(run.failedRequests(), 0);
}

QTEST_GUILESS_MAIN(DeployBalancerTest)
#include "tst_deploy_balancer.moc"
