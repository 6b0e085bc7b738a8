// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/deploy/perform.h"
#include "tests/backend/deploy/deploy_run.h"

#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;
using QCoro::waitFor;

/// A deployment whose process died in any step ends by the journal's plan: blue serves alone before the point of no
/// return, green from it on, and nothing of the other side is left.
class AbandonedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepHasAnEnd_data();
    void everyStepHasAnEnd();
    void whoHadTurnedRoundGoesBack();
    void withoutGreenNothingIsDone();
    void aBlueThatIsGoneKeepsGreenServing();

private:
    static void performSteps(DeployRun& run, int last);
    static Result<DeployEnd> finish(DeployRun& run, Reached reached);
};

void AbandonedTest::performSteps(DeployRun& run, int last)
{
    const Asking nobody({}, run.control, [] {});
    for (int step = 0; step <= last; ++step) {
        const auto done =
            waitFor(perform(run.deployment(), {Act::Step, step}, &nobody, QDeadlineTimer(QDeadlineTimer::Forever)));
        QVERIFY(!done->error);
    }
}

Result<DeployEnd> AbandonedTest::finish(DeployRun& run, Reached reached)
{
    const DeploymentPtr d = run.deployment();
    return waitFor(finishAbandoned(d->fleet, run.plan, reached, d->emit, run.timing));
}

void AbandonedTest::everyStepHasAnEnd_data()
{
    QTest::addColumn<int>("begun");
    QTest::addColumn<bool>("acted"); // died after the step's act, or before it
    for (int begun = 0; begun < 8; ++begun) {
        QTest::addRow("before the act of step %d", begun) << begun << false;
        QTest::addRow("after the act of step %d", begun) << begun << true;
    }
}

void AbandonedTest::everyStepHasAnEnd()
{
    QFETCH(int, begun);
    QFETCH(bool, acted);
    DeployRun run(1);
    QCOMPARE(run.plan.steps.size(), 8);
    performSteps(run, acted ? begun : begun - 1);
    const Result<DeployEnd> end = finish(run, {begun});
    QVERIFY(end.ok());
    QVERIFY(!end->error);
    const bool forward = isPastNoReturn(run.plan, begun);
    const QString expected = forward ? u"web-4 web-5 web-6"_qs : u"web-1 web-2 web-3"_qs;
    QCOMPARE(run.serving(), expected);
    QCOMPARE(run.nodes(), expected);
    QCOMPARE(run.configDisagreements(), QStringList());
    QCOMPARE(run.failedRequests(), 0);
}

/// A wish to go back that was heard before blue was retired is kept, though that step was begun.
void AbandonedTest::whoHadTurnedRoundGoesBack()
{
    DeployRun run(1);
    const auto retire = std::find_if(run.plan.steps.cbegin(), run.plan.steps.cend(),
                                     [](const Step& step) { return step.kind == StepKind::RetireBlue; });
    const int step = static_cast<int>(retire - run.plan.steps.cbegin());
    performSteps(run, step - 1);
    const Result<DeployEnd> end = finish(run, {step, true});
    QVERIFY(end.ok());
    QCOMPARE(end->safety, Safety::BlueServes);
    QCOMPARE(run.serving(), u"web-1 web-2 web-3"_qs);
    QCOMPARE(run.nodes(), u"web-1 web-2 web-3"_qs);
    QCOMPARE(run.failedRequests(), 0);
}

void AbandonedTest::withoutGreenNothingIsDone()
{
    DeployRun run;
    const Result<DeployEnd> end = finish(run, {3});
    QVERIFY(end.ok());
    QCOMPARE(end->safety, Safety::Unchanged);
    QCOMPARE(run.serving(), u"web-1 web-2 web-3"_qs);
    QVERIFY2(run.log.isEmpty(), qPrintable(run.text()));
}

/// The way back is not worth an outage: both sides stay as they are, and the error says that it may be tried again.
void AbandonedTest::aBlueThatIsGoneKeepsGreenServing()
{
    DeployRun run(1);
    run.timing.settleLimit = std::chrono::milliseconds(200);
    performSteps(run, 3);
    for (const PlannedNode& blue : run.plan.blue)
        QVERIFY(run.fleet.platform.world().stop(run.fleet.key, blue.name, std::chrono::seconds(1)).ok());
    const Result<DeployEnd> end = finish(run, {4});
    QVERIFY(end.ok());
    QVERIFY(end->error);
    QCOMPARE(end->error->code, ErrorCode::NodeNotRunning);
    QCOMPARE(run.serving(), u"web-4 web-5 web-6"_qs);
}

QTEST_GUILESS_MAIN(AbandonedTest)
#include "tst_abandoned.moc"
