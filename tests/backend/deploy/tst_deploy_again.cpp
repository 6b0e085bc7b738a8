// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/perform.h"
#include "backend/deploy/steps/steps.h"
#include "tests/backend/deploy/deploy_run.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using QCoro::waitFor;

/// An engine that was killed in a step begins that step again, with nothing but the plan. So every act, done twice,
/// leaves the world as done once; and the way back may begin after any step, twice as well.
class DeployAgainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepTwice();
    void everyWayBackTwice_data();
    void everyWayBackTwice();
    void aHalfMadeSideIsCompleted();
};

static Performed performStep(DeployRun& run, int step)
{
    const Asking nobody({}, run.control, [] {});
    // A new Deployment each time: nothing is remembered from the run before.
    return waitFor(perform(run.deployment(), {Act::Step, step}, &nobody, QDeadlineTimer(QDeadlineTimer::Forever)))
        .take();
}

static QString ended(const Performed& performed)
{
    return performed.error ? codeName(performed.error->code) + u' ' + performed.error->args.join(u' ') : u"done"_qs;
}

void DeployAgainTest::everyStepTwice()
{
    DeployRun run(1);
    for (int step = 0; step < run.plan.steps.size(); ++step) {
        for (int time = 1; time <= 2; ++time)
            QCOMPARE(ended(performStep(run, step)), u"done"_qs);
    }
    QCOMPARE(run.serving(), u"web-4 web-5 web-6"_qs);
    QCOMPARE(run.nodes(), u"web-4 web-5 web-6"_qs);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

void DeployAgainTest::everyWayBackTwice_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 1; steps <= 6; ++steps)
        QTest::addRow("after %d steps", steps) << steps;
}

void DeployAgainTest::everyWayBackTwice()
{
    QFETCH(int, steps);
    DeployRun run(1);
    for (int step = 0; step < steps; ++step)
        QCOMPARE(ended(performStep(run, step)), u"done"_qs);
    Move move = nextMove(run.plan, {Act::Step, steps - 1}, ActEnd::Cancelled);
    const Asking nobody({}, run.control, [] {});
    while (move.act != Act::Stop) {
        for (int time = 1; time <= 2; ++time) {
            const DeploymentPtr fresh = run.deployment();
            const auto back = waitFor(perform(fresh, move, &nobody, QDeadlineTimer(QDeadlineTimer::Forever)));
            QCOMPARE(ended(*back), u"done"_qs);
            QVERIFY(!fresh->leftover);
        }
        move = nextMove(run.plan, move, ActEnd::Done);
    }
    QCOMPARE(run.serving(), u"web-1 web-2 web-3"_qs);
    QCOMPARE(run.nodes(), u"web-1 web-2 web-3"_qs);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

/// Killed between the first birth and the second, with the first one stopped since.
void DeployAgainTest::aHalfMadeSideIsCompleted()
{
    DeployRun run;
    QCOMPARE(ended(performStep(run, 0)), u"done"_qs);
    NodeSpec first = run.fleet.webSpec(4, u"b1"_qs, run.fleet.green);
    first.deployment = run.plan.deployment;
    QVERIFY(run.fleet.platform.world().create(run.fleet.key, first).ok());
    QVERIFY(run.fleet.platform.world().stop(run.fleet.key, first.name, std::chrono::seconds(1)).ok());
    for (int step = 0; step < run.plan.steps.size(); ++step)
        QCOMPARE(ended(performStep(run, step)), u"done"_qs);
    QCOMPARE(run.nodes(), u"web-4 web-5 web-6"_qs);
    QCOMPARE(run.serving(), u"web-4 web-5 web-6"_qs);
}

QTEST_GUILESS_MAIN(DeployAgainTest)
#include "tst_deploy_again.moc"
