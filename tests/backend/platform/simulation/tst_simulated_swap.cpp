// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/execution/timing.h"
#include "tests/support/simulated_fleet.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using QCoro::waitFor;

/// The production driver on the simulated HAProxy, under simulated traffic that never retries.
class TestSimulatedSwap : public QObject
{
    Q_OBJECT

private:
    static SlotPlacement green(int n)
    {
        return {QStringLiteral("b%1").arg(n), SimulatedFleet::address(13 + n), 8080, SlotMode::Drain};
    }
    static QList<SlotPlacement> theSwitch()
    {
        QList<SlotPlacement> modes;
        for (int n = 1; n <= 3; ++n)
            modes << SlotPlacement{QStringLiteral("b%1").arg(n), {}, 0, SlotMode::Ready};
        for (int n = 1; n <= 3; ++n)
            modes << SlotPlacement{QStringLiteral("a%1").arg(n), {}, 0, SlotMode::Drain};
        return modes;
    }
    static Result<BalancerReading> read(SimulatedFleet& fleet)
    {
        return waitFor(fleet.driver.read(fleet.balancer(), {}));
    }
    static const SlotState slot(SimulatedFleet& fleet, const QString& name)
    {
        return *read(fleet)->find(QStringLiteral("web"))->find(name);
    }
    static bool allChecked(SimulatedFleet& fleet)
    {
        for (int n = 1; n <= 3; ++n)
            if (!slot(fleet, QStringLiteral("b%1").arg(n)).checkPassed)
                return false;
        return true;
    }
    static void bearGreen(SimulatedFleet& fleet)
    {
        for (int n = 1; n <= 3; ++n) {
            const NodeSpec spec = fleet.webSpec(3 + n, QStringLiteral("b%1").arg(n), fleet.green);
            QVERIFY(waitFor(fleet.platform.provision()->create(fleet.key, spec, {})).ok());
            QVERIFY(waitFor(fleet.driver.admit(fleet.balancer(), QStringLiteral("web"), green(n), {})).ok());
        }
    }

private Q_SLOTS:
    void blueServesFromTheStart()
    {
        SimulatedFleet fleet;
        QVERIFY(fleet.born);
        fleet.settle();
        const auto reading = read(fleet);
        QVERIFY(reading.ok());
        QCOMPARE(reading->version, QStringLiteral("2.6.12"));
        QCOMPARE(reading->find(QStringLiteral("web"))->slots_.size(), 6);
        QVERIFY(slot(fleet, QStringLiteral("a1")).up);
        QVERIFY(slot(fleet, QStringLiteral("a1")).checkPassed);
        QCOMPARE(slot(fleet, QStringLiteral("b1")).mode, SlotMode::Free);
        QCOMPARE(fleet.platform.world().serving(fleet.key, QStringLiteral("edge")),
                 (QStringList{QStringLiteral("web-1"), QStringLiteral("web-2"), QStringLiteral("web-3")}));
    }

    void aWholeSwapLosesNothing()
    {
        SimulatedFleet fleet;
        fleet.settle();
        SimulatedWorld& world = fleet.platform.world();
        world.setTraffic(10);
        bearGreen(fleet);
        QTRY_VERIFY(allChecked(fleet));
        QVERIFY(waitFor(fleet.driver.setModes(fleet.balancer(), QStringLiteral("web"), theSwitch(), {})).ok());
        for (int n = 1; n <= 3; ++n) {
            const QString blue = QStringLiteral("web-%1").arg(n);
            QTRY_COMPARE(slot(fleet, QStringLiteral("a%1").arg(n)).sessions, 0);
            QVERIFY(waitFor(fleet.platform.provision()->stop(fleet.key, blue, std::chrono::seconds(5), {})).ok());
            QVERIFY(waitFor(fleet.platform.provision()->destroy(fleet.key, blue, {})).ok());
        }
        fleet.settle();
        QVERIFY(world.traffic().requests > 300);
        QCOMPARE(world.traffic().failed, 0);
        QCOMPARE(world.serving(fleet.key, QStringLiteral("edge")),
                 (QStringList{QStringLiteral("web-4"), QStringLiteral("web-5"), QStringLiteral("web-6")}));
    }

    void trafficHasARate()
    {
        SimulatedFleet fleet(SimulationOptions{1, 300, 30, 10});
        fleet.settle(5000);
        const auto reading = read(fleet);
        QCOMPARE(reading->requestRate, 100.0);
        QCOMPARE(reading->find(QStringLiteral("web"))->requestRate, 100.0);
        QVERIFY(qAbs(slot(fleet, QStringLiteral("a1")).requestRate - 33.3) < 1.5);
        QCOMPARE(slot(fleet, QStringLiteral("b1")).requestRate, 0.0);
    }

    void stoppingAnUpNodeLosesRequests()
    {
        SimulatedFleet fleet;
        fleet.settle();
        SimulatedWorld& world = fleet.platform.world();
        world.setTraffic(10);
        QVERIFY(
            waitFor(fleet.platform.provision()->stop(fleet.key, QStringLiteral("web-1"), std::chrono::seconds(5), {}))
                .ok());
        fleet.settle(500);
        QVERIFY(world.traffic().failed > 0);
    }

    /// What the config says is what serves after a reload, whatever the runtime was told.
    void aReloadForgetsTheRuntime()
    {
        SimulatedFleet fleet;
        fleet.settle();
        QVERIFY(waitFor(fleet.driver.setMode(fleet.balancer(), QStringLiteral("web"), QStringLiteral("a1"),
                                             SlotMode::Drain, {}))
                    .ok());
        QCOMPARE(slot(fleet, QStringLiteral("a1")).mode, SlotMode::Drain);
        const int before = read(fleet)->pid;
        fleet.platform.world().reloadBalancer(fleet.key, QStringLiteral("edge"));
        QCOMPARE(slot(fleet, QStringLiteral("a1")).mode, SlotMode::Ready);
        QVERIFY(read(fleet)->pid != before);

        BalancerConfig config = fleet.config();
        config.backends.first().placements.first().mode = SlotMode::Drain;
        QVERIFY(waitFor(fleet.driver.writeConfig(fleet.balancer(), config, {})).ok());
        QCOMPARE(slot(fleet, QStringLiteral("a1")).mode, SlotMode::Ready);
        fleet.platform.world().reloadBalancer(fleet.key, QStringLiteral("edge"));
        fleet.settle();
        QCOMPARE(slot(fleet, QStringLiteral("a1")).mode, SlotMode::Drain);
        QCOMPARE(waitFor(fleet.driver.readConfig(fleet.balancer(), {})).value(), config);
    }

    void aReusedSlotIsStaleUntilItsFirstCheck()
    {
        SimulatedFleet fleet({}, {SimulationPace::Kind::PerCall, 1, 1});
        fleet.settle();
        SlotPlacement dead{QStringLiteral("a1"), SimulatedFleet::address(99), 8080, SlotMode::Drain};
        QVERIFY(waitFor(fleet.driver.admit(fleet.balancer(), QStringLiteral("web"), dead, {})).ok());
        const SlotState before = slot(fleet, QStringLiteral("a1"));
        QVERIFY(before.checkReason.startsWith(QStringLiteral("L7OK")));
        QVERIFY(!before.checkPassed);
        fleet.settle();
        QVERIFY(!slot(fleet, QStringLiteral("a1")).checkPassed);
        QVERIFY(slot(fleet, QStringLiteral("a1")).checkReason.startsWith(QStringLiteral("L4CON")));
    }

    void anUnhealthyGreenNeverPasses()
    {
        SimulatedFleet fleet;
        fleet.settle();
        fleet.platform.world().setUnhealthy(fleet.green.text());
        bearGreen(fleet);
        fleet.settle(20000);
        QCOMPARE(slot(fleet, QStringLiteral("b1")).checkPassed, false);
        QVERIFY(slot(fleet, QStringLiteral("b1")).checkReason.startsWith(QStringLiteral("L7STS/503")));
        const auto refused = waitFor(fleet.driver.setModes(fleet.balancer(), QStringLiteral("web"), theSwitch(), {}));
        QCOMPARE(refused.error().code, ErrorCode::BalancerRefused);
        QCOMPARE(slot(fleet, QStringLiteral("a1")).mode, SlotMode::Ready); // nothing was taken away
    }

    void theSocketIsGone()
    {
        SimulatedFleet fleet;
        fleet.platform.world().setSocketGone(fleet.key, QStringLiteral("edge"), true);
        QCOMPARE(read(fleet).error().code, ErrorCode::BalancerSocketGone);
        QCOMPARE(read(fleet).error().args, QStringList{QStringLiteral("edge")});
    }

    void theSameCallsGiveTheSameWorld()
    {
        const auto run = [] {
            SimulatedFleet fleet(SimulationOptions{7, 300, 30, 10});
            for (int i = 0; i < 30; ++i)
                (void)read(fleet);
            return std::pair(fleet.platform.world().traffic(), fleet.platform.callLog());
        };
        QCOMPARE(run(), run());
    }
};

QTEST_GUILESS_MAIN(TestSimulatedSwap)
#include "tst_simulated_swap.moc"
