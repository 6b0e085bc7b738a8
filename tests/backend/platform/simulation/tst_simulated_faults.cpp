// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulated_fleet.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;
using QCoro::waitFor;

/// What goes wrong, goes wrong where and when the script says, and nowhere else.
class TestSimulatedFaults : public QObject
{
    Q_OBJECT

private:
    static SimulatedFault fault(const char* call, const char* subject, SimulatedFault::Kind kind)
    {
        SimulatedFault out;
        out.call = QString::fromLatin1(call);
        out.subject = QString::fromLatin1(subject);
        out.kind = kind;
        return out;
    }
    static Result<Done> create(SimulatedFleet& fleet, int n, CallContext context = {})
    {
        const NodeSpec spec = fleet.webSpec(n, QStringLiteral("b%1").arg(n - 3), fleet.green);
        return waitFor(fleet.platform.provision()->create(fleet.key, spec, context));
    }
    static bool exists(SimulatedFleet& fleet, int n)
    {
        return !fleet.facts(QStringLiteral("web-%1").arg(n)).name.isEmpty();
    }

private Q_SLOTS:
    void aFailureConcernsItsNodeAndItsTurn()
    {
        SimulatedFleet fleet;
        SimulatedFault second = fault("create", "web-5", SimulatedFault::Kind::Fail);
        second.nth = 2;
        fleet.platform.addFault(second);
        QVERIFY(create(fleet, 4).ok());
        QVERIFY(create(fleet, 5).ok());
        QCOMPARE(create(fleet, 5).error(), second.error);
        QVERIFY(create(fleet, 5).ok());
    }

    void aFailureBeforeTheActChangesNothing()
    {
        SimulatedFleet fleet;
        fleet.platform.addFault(fault("create", "", SimulatedFault::Kind::Fail));
        QVERIFY(create(fleet, 4).failed());
        QVERIFY(!exists(fleet, 4));
    }

    /// The answer was lost, not the act.
    void aFailureAfterTheActLeavesItDone()
    {
        SimulatedFleet fleet;
        SimulatedFault lost = fault("create", "web-4", SimulatedFault::Kind::Fail);
        lost.afterAct = true;
        fleet.platform.addFault(lost);
        QVERIFY(create(fleet, 4).failed());
        QVERIFY(exists(fleet, 4));
        QVERIFY(create(fleet, 4).ok());
    }

    void aHangEndsWithItsCancelOrDeadline()
    {
        SimulatedFleet fleet;
        SimulatedFault hang = fault("create", "", SimulatedFault::Kind::Hang);
        hang.nth = 0;
        fleet.platform.addFault(hang);
        CancelSource source;
        CallContext context;
        context.cancel = source.token();
        QElapsedTimer sinceCancel;
        QTimer::singleShot(50, this, [&] {
            sinceCancel.start();
            source.cancel();
        });
        QVERIFY(create(fleet, 4, context).cancelled());
        QVERIFY(sinceCancel.elapsed() < 5'000); // it hangs for ever
        const CallContext forever;
        QCOMPARE(create(fleet, 4, forever.within(100ms)).error().code, ErrorCode::TimedOut);
        QVERIFY(!exists(fleet, 4));
    }

    void aSlowCallTakesSimulatedTime()
    {
        SimulatedFleet fleet;
        SimulatedFault slow = fault("create", "", SimulatedFault::Kind::Slow);
        slow.slowMs = 7000;
        fleet.platform.addFault(slow);
        const qint64 before = fleet.platform.world().now();
        QVERIFY(create(fleet, 4).ok());
        QVERIFY(fleet.platform.world().now() - before >= 7000);
    }

    void anExecFaultIsChosenByWhatIsSent()
    {
        SimulatedFleet fleet;
        fleet.settle();
        SimulatedFault drop = fault("exec", "edge", SimulatedFault::Kind::Fail);
        drop.containing = QStringLiteral("state drain");
        drop.error = {ErrorCode::SshBroken, {QStringLiteral("edge")}, {}};
        fleet.platform.addFault(drop);
        QVERIFY(waitFor(fleet.driver.read(fleet.balancer(), {})).ok());
        const QString web = QStringLiteral("web");
        const QString a1 = QStringLiteral("a1");
        const auto drained = waitFor(fleet.driver.setMode(fleet.balancer(), web, a1, SlotMode::Drain, {}));
        QCOMPARE(drained.error().code, ErrorCode::SshBroken);
        QCOMPARE(waitFor(fleet.driver.read(fleet.balancer(), {}))->find(web)->find(a1)->mode, SlotMode::Ready);
    }

    void aKilledNodeIsToldAndItsRequestsFail()
    {
        SimulatedFleet fleet;
        fleet.settle();
        SimulatedWorld& world = fleet.platform.world();
        QStringList told;
        fleet.platform.watch(fleet.key);
        connect(&fleet.platform, &Platform::changed, this, [&](const QString& id) { told << id; });
        QVERIFY(world.holdSession(fleet.key, QStringLiteral("edge"), 5000));
        world.at(world.now() + 1000, [&] {
            for (int n = 1; n <= 3; ++n)
                world.kill(fleet.key, QStringLiteral("web-%1").arg(n));
        });
        world.advance(900);
        QCOMPARE(world.traffic().failed, 0);
        world.advance(200);
        QCOMPARE(world.traffic().failed, 1); // the one that was open
        QTRY_COMPARE(told.size(), 3);
        QCOMPARE(told.first(), fleet.key.id);
        QCOMPARE(fleet.facts(QStringLiteral("web-1")).lifecycle, Lifecycle::Stopped);
        QVERIFY(!world.holdSession(fleet.key, QStringLiteral("edge"), 1));
        fleet.settle();
        QVERIFY(!waitFor(fleet.driver.read(fleet.balancer(), {}))->find(QStringLiteral("web"))->slots_.first().up);
    }

    void aStopLetsAnOpenRequestEnd()
    {
        SimulatedFleet fleet;
        fleet.settle();
        SimulatedWorld& world = fleet.platform.world();
        for (int n = 0; n < 3; ++n)
            QVERIFY(world.holdSession(fleet.key, QStringLiteral("edge"), 2000));
        QVERIFY(world.stop(fleet.key, QStringLiteral("web-1"), 5s).ok());
        QCOMPARE(world.traffic().failed, 0);
        QVERIFY(world.stop(fleet.key, QStringLiteral("web-2"), 0s).ok()); // its request has ended meanwhile
        QCOMPARE(world.traffic().failed, 0);
        fleet.settle(); // until the balancer's checks know that only web-3 is left
        QVERIFY(world.holdSession(fleet.key, QStringLiteral("edge"), 2000));
        QVERIFY(world.stop(fleet.key, QStringLiteral("web-3"), 1s).ok());
        QCOMPARE(world.traffic().failed, 1); // the grace was shorter than the request
    }

    void aDeadDatabaseMakesNodesUnhealthy()
    {
        SimulatedFleet fleet;
        fleet.settle();
        const Endpoint service{SimulatedFleet::address(11), 8080};
        const auto ask = [&] {
            return waitFor(fleet.platform.httpProbe()->get(service, QStringLiteral("/healthz"), {}))->status;
        };
        QCOMPARE(ask(), 200);
        fleet.platform.world().kill(fleet.key, QStringLiteral("orders"));
        QCOMPARE(ask(), 503);
    }

    void aBalancerStartsWithWhatItsFileSays()
    {
        SimulatedFleet fleet;
        fleet.settle();
        BalancerConfig config = SimulatedFleet::config();
        config.backends.first().placements.first().mode = SlotMode::Maint;
        QVERIFY(waitFor(fleet.driver.writeConfig(fleet.balancer(), config, {})).ok());
        const QString edge = QStringLiteral("edge");
        QVERIFY(waitFor(fleet.platform.provision()->stop(fleet.key, edge, 1s, {})).ok());
        QVERIFY(waitFor(fleet.platform.provision()->start(fleet.key, edge, {})).ok());
        fleet.settle();
        QCOMPARE(fleet.platform.world().serving(fleet.key, edge),
                 (QStringList{QStringLiteral("web-2"), QStringLiteral("web-3")}));
    }
};

QTEST_GUILESS_MAIN(TestSimulatedFaults)
#include "tst_simulated_faults.moc"
