// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/way_back.h"

#include "models/wording/wording.h"
#include "tests/models/items/deployment_sample.h"

#include <QTest>

using namespace snowmelt;

/// What is said of the way back must be true at every step: this is what a person acts on.
class TestWayBack : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStepDecides_data();
    void theStepDecides();
    void aBakeSaysUntilWhen();
    void afterTheEndItIsANewDeployment();
    void whatWentBackNeedsNoWayBack();
    void blueIsNamedOncePerBuild();
    void twoEnvironmentsCostFromGreensBirth();
    void withoutPricesThereIsNoCost();
};

void TestWayBack::theStepDecides_data()
{
    QTest::addColumn<StepKind>("step");
    QTest::addColumn<WayBackKind>("kind");
    QTest::newRow("check") << StepKind::Check << WayBackKind::NotNeeded;
    QTest::newRow("create") << StepKind::CreateNodes << WayBackKind::NotNeeded;
    QTest::newRow("healthy") << StepKind::AwaitHealthy << WayBackKind::NotNeeded;
    QTest::newRow("switch") << StepKind::MoveTraffic << WayBackKind::AtOnce;
    QTest::newRow("drain") << StepKind::DrainBlue << WayBackKind::AtOnce;
    QTest::newRow("bake") << StepKind::Bake << WayBackKind::AtOnce;
    QTest::newRow("retire") << StepKind::RetireBlue << WayBackKind::NewDeployment;
    QTest::newRow("destroy") << StepKind::DestroyBlue << WayBackKind::NewDeployment;
}

void TestWayBack::theStepDecides()
{
    QFETCH(StepKind, step);
    QFETCH(WayBackKind, kind);
    const WayBack way = wayBackOf(sample::deploymentAt(step));
    QCOMPARE(way.kind, kind);
    QVERIFY(!way.speed.isEmpty());
    QCOMPARE(way.speed.contains(QStringLiteral("under 1 s")), kind == WayBackKind::AtOnce);
    QCOMPARE(way.to.isNull(), kind != WayBackKind::NewDeployment);
}

void TestWayBack::aBakeSaysUntilWhen()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.bakeUntil = sample::at(55);
    const WayBack way = wayBackOf(deployment);
    QVERIFY2(way.speed.contains(clockSeconds(sample::at(55))), qPrintable(way.speed));
    QVERIFY2(way.detail.contains(clockSeconds(sample::at(55))), qPrintable(way.detail));
    DeploymentState paused = sample::deploymentAt(StepKind::Bake);
    paused.pausedAt = sample::at(50);
    QVERIFY(wayBackOf(paused).detail.contains(QStringLiteral("paused")));
}

void TestWayBack::afterTheEndItIsANewDeployment()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DestroyBlue);
    deployment.finished = Finished{OutcomeKind::Done, Safety::GreenServesAlone, {}, 1};
    const WayBack way = wayBackOf(deployment);
    QCOMPARE(way.kind, WayBackKind::NewDeployment);
    QCOMPARE(way.to, sample::image("shop", "1.0.0"));
    QVERIFY(way.speed.contains(QStringLiteral("shop 1.0.0")));
    deployment.plan.from = {};
    QVERIFY(wayBackOf(deployment).to.isNull());
}

void TestWayBack::whatWentBackNeedsNoWayBack()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.rollingBack = RollingBack{5, QStringLiteral("asked")};
    QCOMPARE(wayBackOf(deployment).kind, WayBackKind::OnItsWay);
    deployment.finished = Finished{OutcomeKind::Cancelled, Safety::BlueServes, {}, 1};
    const WayBack way = wayBackOf(deployment);
    QCOMPARE(way.kind, WayBackKind::Back);
    QVERIFY(way.to.isNull());
    deployment.finished->safety = Safety::GreenServes;
    QCOMPARE(wayBackOf(deployment).kind, WayBackKind::Undecided);
}

void TestWayBack::blueIsNamedOncePerBuild()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Check);
    QVERIFY(wayBackOf(deployment).blue.isEmpty());
    const Digest digest = Digest::ofBytes("shop@1.0.0");
    for (PlannedNode& node : deployment.plan.blue) {
        node.image = sample::image("shop", "1.0.0");
        node.digest = digest;
    }
    QCOMPARE(wayBackOf(deployment).blue, QString(u"shop 1.0.0 · " + digest.shortHex()));
    deployment.plan.blue[2].digest = Digest::ofBytes("another");
    QCOMPARE(wayBackOf(deployment).blue.count(QStringLiteral("shop 1.0.0")), 2);
}

void TestWayBack::twoEnvironmentsCostFromGreensBirth()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DrainBlue);
    deployment.plan.prices = {QStringLiteral("₩"), 100};
    const QDateTime created = deployment.stepped.value(1).from;
    std::optional<TwoEnvironments> cost = costOf(deployment, created.addSecs(1800));
    QVERIFY(cost);
    QCOMPARE(cost->perHour, 600.0);
    QCOMPARE(cost->soFar, 300.0);
    deployment.endedAt = created.addSecs(900);
    cost = costOf(deployment, created.addSecs(1800));
    QCOMPARE(cost->soFar, 150.0);
}

void TestWayBack::withoutPricesThereIsNoCost()
{
    QVERIFY(!costOf(sample::deploymentAt(StepKind::DrainBlue), sample::at(60)));
    DeploymentState early = sample::deploymentAt(StepKind::Check);
    early.plan.prices = {QStringLiteral("₩"), 100};
    QVERIFY(!costOf(early, sample::at(60)));
}

QTEST_GUILESS_MAIN(TestWayBack)
#include "tst_way_back.moc"
