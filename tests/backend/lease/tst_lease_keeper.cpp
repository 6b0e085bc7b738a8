// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/lease/lease_keeper.h"
#include "backend/lease/process_space.h"
#include "models/domain/event_json.h"
#include "tests/backend/lease/both_worlds.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSysInfo>
#include <QTest>
#include <QTimer>

using namespace snowmelt;
using namespace snowmelt::test;
using namespace std::chrono_literals;

namespace {

/// A machine that holds the lease of web.
struct Machine
{
    Machine(LeaseWorld& world, LeaseTiming timing) : leases(world.machine(timing))
    {
        const Result<HeldLease> held = wait(leases->take(web, mina(), {}, soon()));
        if (!held)
            qFatal("not taken: %s", qPrintable(told(held)));
        keeper.emplace(leases, *held,
                       LeaseHooks{[this](Command command, const QString& person, int seconds) {
                                      heard += {command, person, seconds};
                                      return onRequest ? onRequest() : std::nullopt;
                                  },
                                  [this](const Error& error) { lost += error; }});
    }
    ~Machine()
    {
        if (keeper)
            (void)wait(keeper->end(WorkLeft::Done, soon()));
    }

    std::shared_ptr<FleetLeases> leases;
    std::function<std::optional<Error>()> onRequest;
    QList<LeaseRequest> heard;
    QList<Error> lost;
    std::optional<LeaseKeeper> keeper;
};

Plan somePlan()
{
    Plan plan;
    plan.deployment = QStringLiteral("d7");
    plan.group = web;
    return plan;
}

QString note(Machine& machine, const EventBody& body)
{
    return told(wait(machine.keeper->note(body, soon())));
}

} // namespace

class TestLeaseKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeptLeaseOutlivesItself_data() { bothWorlds(); }
    void aKeptLeaseOutlivesItself()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const Machine one(world, quick());
        const auto two = world.machine();
        const auto twiceItsLife = [&] {
            const LeaseReading seen = *wait(two->read(soon()));
            return seen.leases.first().since.secsTo(seen.leases.first().until) > 2 * quick().life.count();
        };
        QTRY_VERIFY_WITH_TIMEOUT(twiceItsLife(), 60'000);
        QVERIFY(one.keeper->isFresh());
        QCOMPARE(told(wait(two->take(web, jun(), {}, soon()))).section(u' ', 0, 0), QStringLiteral("leaseHeld"));
        QCOMPARE(one.lost, QList<Error>());
    }

    void aShortLossOfTheNetworkIsNone()
    {
        LeaseWorld world(false);
        const Machine one(world, quick());
        world.host->unreachable = true;
        QTest::qWait(800); // less than a life; what is waited for here is that nothing happens
        world.host->unreachable = false;
        const qint64 from = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY_WITH_TIMEOUT(
            wait(world.machine()->read(soon()))->leases.first().until.toMSecsSinceEpoch() > from + 2000, 20'000);
        QCOMPARE(one.lost, QList<Error>());
    }

    void aLongLossOfTheNetworkLosesTheLeaseOnce()
    {
        LeaseWorld world(false);
        const Machine one(world, quick());
        world.host->unreachable = true;
        QElapsedTimer clock;
        clock.start();
        QTRY_COMPARE_WITH_TIMEOUT(one.lost.size(), 1, 20'000);
        QVERIFY2(clock.elapsed() > 1000, qPrintable(QString::number(clock.elapsed()))); // it kept trying
        QCOMPARE(one.lost.first().code, ErrorCode::LeaseLost);
        QCOMPARE(one.lost.first().args,
                 (QStringList{QStringLiteral("shop"), QString(), QStringLiteral("expired unreachable")}));
        QVERIFY(one.lost.first().detail.startsWith(QStringLiteral("sshUnreachable")));
        QVERIFY(!one.keeper->isFresh());
        world.host->unreachable = false;
        QTest::qWait(500);
        QCOMPARE(one.lost.size(), 1);
    }

    /// Long before its next renewal: the taker wakes it.
    void aTakeoverIsHeardAtOnce_data() { bothWorlds(); }
    void aTakeoverIsHeardAtOnce()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        LeaseTiming slow;
        slow.listen = 55s;
        slow.renew = 55s;
        slow.life = 300s;
        const Machine one(world, slow);
        QVERIFY(wait(world.machine()->take(web, jun(), QStringLiteral("why"), soon())).ok());
        QElapsedTimer clock;
        clock.start();
        QTRY_COMPARE_WITH_TIMEOUT(one.lost.size(), 1, 30'000);
        qInfo("the former holder heard of it after %lld ms", clock.elapsed());
        QCOMPARE(one.lost.first().args,
                 (QStringList{QStringLiteral("shop"), QStringLiteral("jun@desk"), QStringLiteral("why")}));
    }

    void requestsReachTheHolder_data() { bothWorlds(); }
    void requestsReachTheHolder()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        Machine one(world, quick());
        const auto two = world.machine();
        QList<qint64> took;
        for (int round = 0; round < 20; ++round) {
            QElapsedTimer clock;
            clock.start();
            QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("done"));
            took += clock.elapsed();
        }
        std::sort(took.begin(), took.end());
        qInfo("asked, obeyed and told: median %lld ms, slowest of 20 %lld ms", took.at(10), took.last());
        QCOMPARE(one.heard, QList<LeaseRequest>(20, pausing));
        one.onRequest = [] {
            return Error{ErrorCode::NotNow, {QStringLiteral("pause"), web, QStringLiteral("paused")}, {}};
        };
        QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("notNow pause|web|paused"));
    }

    /// The network broke between obeying and telling: the deployment is not told twice.
    void anAnswerThatGotLostIsGivenAgain()
    {
        LeaseWorld world(false);
        Machine one(world, quick());
        one.onRequest = [&]() -> std::optional<Error> {
            world.host->unreachable = true;
            QTimer::singleShot(400, &m_anchor, [&] { world.host->unreachable = false; });
            return std::nullopt;
        };
        QCOMPARE(told(wait(world.machine()->post(web, pausing, soon()))), QStringLiteral("done"));
        QCOMPARE(one.heard.size(), 1);
    }

    void nonsenseIsRefusedAndNotPassedOn()
    {
        LeaseWorld world(false);
        const Machine one(world, quick());
        const Result<LeaseView> view =
            wait(world.store()->post(one.keeper->held().token, {token('e'), "rm -rf /"}, 20s, soon()));
        QCOMPARE(told(parseReply(*view->reply)), QStringLiteral("unexpected request"));
        QCOMPARE(one.heard.size(), 0);
    }

    void whatTheDeploymentSaysIsNoted_data() { bothWorlds(); }
    void whatTheDeploymentSaysIsNoted()
    {
        QFETCH(bool, isReal);
        LeaseWorld world(isReal);
        const auto two = world.machine();
        const auto noted = [&] {
            const LeaseReading seen = *wait(two->read(soon()));
            const LeaseWork* work = seen.workOf(web);
            return work ? QStringLiteral("%1 %2 %3")
                              .arg(planFromJson(work->plan)->deployment)
                              .arg(work->step)
                              .arg(work->goingBack)
                        : QString();
        };
        Machine one(world, quick());
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
        QCOMPARE(noted(), QStringLiteral("d7 -1 0"));
        for (int step = 0; step < 5; ++step) {
            QCOMPARE(note(one, StepBegun{step, StepKind::Check}), QStringLiteral("done"));
            QCOMPARE(noted(), QStringLiteral("d7 %1 0").arg(step));
        }
        qInfo("six notes, each read by another machine, took %lld ms", clock.elapsed());
        QCOMPARE(note(one, RollingBack{4, QStringLiteral("asked")}), QStringLiteral("done"));
        QCOMPARE(noted(), QStringLiteral("d7 4 1"));
        QCOMPARE(told(wait(one.keeper->end(WorkLeft::Open, soon()))), QStringLiteral("done"));
        QCOMPARE(noted(), QStringLiteral("d7 4 1"));
        QVERIFY(wait(two->read(soon()))->leases.isEmpty());
    }

    /// Whoever dies between the plan and its next step leaves what the one before had reached.
    void aResumedDeploymentKeepsItsStep()
    {
        LeaseWorld world(false);
        {
            Machine one(world, quick());
            for (const EventBody& said : {EventBody(PlanMade{somePlan()}), EventBody(RollingBack{5, QString()})})
                QCOMPARE(note(one, said), QStringLiteral("done"));
            QVERIFY(wait(one.keeper->end(WorkLeft::Open, soon())).ok());
            one.keeper.reset();
        }
        const auto work = [&world] { return *wait(world.machine()->read(soon()))->workOf(web); };
        Machine two(world, quick());
        QCOMPARE(two.keeper->held().open.step, 5);
        QCOMPARE(note(two, PlanMade{somePlan()}), QStringLiteral("done"));
        QCOMPARE(work().step, 5);
        QCOMPARE(note(two, StepBegun{6, StepKind::Check}), QStringLiteral("done"));
        QCOMPARE(work().step, 6);
        QVERIFY(work().goingBack);
        Plan another = somePlan();
        another.deployment = QStringLiteral("d8");
        QCOMPARE(note(two, PlanMade{another}), QStringLiteral("done"));
        QCOMPARE(work().step, -1);
        QVERIFY(!work().goingBack);
    }

    /// One lost note is asked for again; what says nothing new is not asked for at all.
    void aNoteOutlastsALostNetwork()
    {
        LeaseWorld world(false);
        Machine one(world, quick());
        QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
        world.host->unreachable = true;
        QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
        QTimer::singleShot(500, &m_anchor, [&] { world.host->unreachable = false; });
        QCOMPARE(note(one, StepBegun{3, StepKind::Check}), QStringLiteral("done"));
        QCOMPARE(wait(world.machine()->read(soon()))->workOf(web)->step, 3);
        QCOMPARE(one.lost, QList<Error>());
    }

    /// Whoever waits for a note hears at its deadline what broke it, also when the last try had no time left.
    void aNoteThatIsLateSaysWhatBrokeIt()
    {
        LeaseWorld world(false);
        LeaseTiming slow;
        slow.renew = slow.listen = 55s; // nobody else reaches the host meanwhile
        slow.again = 100ms;
        Machine one(world, slow);
        QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
        world.host->unreachable = true;
        const CallContext brief = CallContext::cleanup(5s);
        Task<Done> noting = one.keeper->note(StepBegun{1, StepKind::Check}, brief);
        QTRY_VERIFY(world.host->broken > 0);
        world.host->silent = true;
        QCOMPARE(told(wait(std::move(noting))).section(u' ', 0, 0), QStringLiteral("sshUnreachable"));
        QCOMPARE(one.lost, QList<Error>());
        world.host->silent = world.host->unreachable = false;
    }

    /// And when the lease is lost because of it.
    void aNoteThatCannotBe()
    {
        LeaseWorld world(false);
        Machine one(world, quick());
        QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
        world.host->unreachable = true;
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!wait(one.keeper->note(StepBegun{1, StepKind::Check}, soon())).ok());
        QVERIFY2(clock.elapsed() < 15'000, qPrintable(QString::number(clock.elapsed()))); // the lease lives 2 s
        QCOMPARE(one.lost.size(), 1);
        world.host->unreachable = false;
    }

    /// The taker's word is the first that is heard of it: nothing is done then.
    void aNoteOfALostLeaseSaysWhose()
    {
        LeaseWorld world(false);
        LeaseTiming slow;
        slow.renew = 55s;
        Machine one(world, slow);
        QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
        QVERIFY(wait(world.machine()->take(web, jun(), QStringLiteral("why"), soon())).ok());
        QCOMPARE(note(one, StepBegun{0, StepKind::Check}), QStringLiteral("leaseLost shop|jun@desk|why"));
        QCOMPARE(wait(world.machine()->read(soon()))->workOf(web)->step, -1);
        QCOMPARE(one.lost.size(), 1);
    }

    void theEndOfDoneWorkForgetsIt()
    {
        LeaseWorld world(false);
        Machine one(world, quick());
        QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
        QCOMPARE(told(wait(one.keeper->end(WorkLeft::Done, soon()))), QStringLiteral("done"));
        QVERIFY(wait(world.machine()->read(soon()))->work.isEmpty());
    }

    /// Whoever was refused, or only looked, has ended nothing.
    void whatOthersLeftOpenIsNotForgotten()
    {
        LeaseWorld world(false);
        {
            Machine one(world, quick());
            QCOMPARE(note(one, PlanMade{somePlan()}), QStringLiteral("done"));
            QVERIFY(wait(one.keeper->end(WorkLeft::Open, soon())).ok());
            one.keeper.reset();
        }
        Machine two(world, quick());
        QCOMPARE(told(wait(two.keeper->end(WorkLeft::Done, soon()))), QStringLiteral("done"));
        QCOMPARE(wait(world.machine()->read(soon()))->work.size(), 1);
    }

    void theEndWithoutANetworkSaysSo()
    {
        LeaseWorld world(false);
        Machine one(world, quick());
        world.host->unreachable = true;
        QCOMPARE(told(wait(one.keeper->end(WorkLeft::Done, soon()))).section(u' ', 0, 0),
                 QStringLiteral("sshUnreachable"));
        world.host->unreachable = false;
    }

    void aKeeperThatGoesLeavesItsLease()
    {
        LeaseWorld world(false);
        Machine one(world, quick());
        one.keeper.reset();
        QTRY_VERIFY_WITH_TIMEOUT(wait(world.machine()->read(soon()))->leases.first().expired, 20'000);
        QCOMPARE(one.lost.size(), 0);
    }

    /// kill -9: nobody gives anything back. Another machine is refused until the lease expires, then goes on.
    void aKilledHolderIsFollowed()
    {
        LeaseWorld world(true);
        QProcess holder;
        holder.start(QStringLiteral(SNOWMELT_LEASE_HOLDER), {world.folder()});
        QVERIFY(holder.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(holder.canReadLine(), 60'000);
        QCOMPARE(holder.readLine(), QByteArray("held\n"));
        const auto two = world.machine();
        QCOMPARE(told(wait(two->take(web, jun(), {}, soon()))).section(u' ', 0, 0), QStringLiteral("leaseHeld"));
        QCOMPARE(told(wait(two->post(web, pausing, soon()))), QStringLiteral("done"));
        holder.kill();
        QVERIFY(holder.waitForFinished());
        QElapsedTimer clock;
        clock.start();
        Result<HeldLease> taken;
        const auto tryToTake = [&] {
            taken = wait(two->take(web, jun(), {}, soon()));
            return taken.ok();
        };
        QVERIFY2(QTest::qWaitFor(tryToTake, 60'000), qPrintable(told(taken)));
        qInfo("free %lld ms after the kill, a lease lives %lld s", clock.elapsed(), qint64(quick().life.count()));
        QCOMPARE(taken->from, QStringLiteral("mina@laptop"));
        const LeaseReading seen = *wait(two->read(soon()));
        QCOMPARE(seen.workOf(web)->step, 5);
        QCOMPARE(seen.workOf(web)->holder, mina());
        QVERIFY(seen.turns.first().expired);
    }

    void aDeadProcessIsToldFromAStrangersPid()
    {
        QProcess child;
        child.start(QStringLiteral("sleep"), {QStringLiteral("600")});
        QVERIFY(child.waitForStarted());
        LeaseHolder holder = mina();
        holder.host = processSpace();
        holder.pid = child.processId();
        QVERIFY(!holder.host.isEmpty());
        QVERIFY(!hasDied(holder));
        child.kill();
        QVERIFY(child.waitForFinished());
        QVERIFY(hasDied(holder));
        holder.host = QSysInfo::machineHostName(); // another machine of the same name
        QVERIFY(!hasDied(holder));
        holder.host.clear();
        QVERIFY(!hasDied(holder));
    }

private:
    QObject m_anchor;
};

QTEST_GUILESS_MAIN(TestLeaseKeeper)
#include "tst_lease_keeper.moc"
