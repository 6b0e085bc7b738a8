// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/rehearsal_hand.h"
#include "ui/shell/rehearsal/capacity.h"
#include "ui/shell/rehearsal/choices.h"
#include "ui/shell/rehearsal/rehearsal_words.h"
#include "ui/shell/rehearsal/start_state.h"

using namespace snowmelt;

/// What a rehearsal says of a plan, by value.
class TestRehearsalValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStandsInTheWayOfAStart();
    void capacityIsUnknownUntilThePlanSaysIt();
    void ownChecksArePaths();
    void theForecastInventsNothing();
    void eachStepSaysItsBoundsAndItsUndo();
    void theListBeginsWithAWholeRow();
};

void TestRehearsalValues::whatStandsInTheWayOfAStart()
{
    const PlanCheck warning = sample::drifted(QStringLiteral("web-2"), 4);
    const PlanCheck other = sample::drifted(QStringLiteral("web-3"), 1);
    const PlanCheck block{QStringLiteral("imageNotBuilt"), Verdict::Block, {}};
    const PlanCheck pass{QStringLiteral("imageBuilt"), Verdict::Pass, {}};
    QVERIFY(startState({pass}, {}).isReady());
    QCOMPARE(startState({pass, warning}, {}).missing, QList<PlanCheck>{warning});
    QVERIFY(!startState({warning, other}, {warning}).isReady());
    const StartState both = startState({warning, other}, {other, warning});
    QVERIFY(both.isReady());
    QCOMPARE(both.acceptedCodes(), QStringList{QStringLiteral("driftLost")});
    QVERIFY(!startState({warning, block}, {warning, block}).isReady()); // no one accepts a block
    QCOMPARE(gravestFirst({pass, warning, block}), (QList<PlanCheck>{block, warning, pass}));
    QVERIFY(startState({pass}, {warning}).accepted.isEmpty()); // what the plan does not warn of is not accepted
}

void TestRehearsalValues::capacityIsUnknownUntilThePlanSaysIt()
{
    QVERIFY(!capacityOf(sample::swapPlan({}), 3).isKnown());
    Plan plan = sample::rehearsalPlan();
    const Capacity capacity = capacityOf(plan, 3);
    QCOMPARE(capacity.most(), 6);
    QCOMPARE(capacity.leastServing(), 3);
    QCOMPARE(plural(RehearsalWords::capacity(capacity)),
             QStringLiteral("never below 3 of 3 nodes, 6 while both exist"));
    plan.steps[3].serving = 2;
    QVERIFY(RehearsalWords::capacity(capacityOf(plan, 3)).startsWith(QStringLiteral("never below 2 of 3")));
}

void TestRehearsalValues::ownChecksArePaths()
{
    QCOMPARE(readCheckPaths(QStringLiteral(" /ready,/version  /deep/er ")),
             (CheckPaths{{QStringLiteral("/ready"), QStringLiteral("/version"), QStringLiteral("/deep/er")}, {}}));
    QCOMPARE(readCheckPaths(QStringLiteral("ready /ok")).wrong, QStringList{QStringLiteral("ready")});
    QCOMPARE(readCheckPaths({}), CheckPaths());
}

void TestRehearsalValues::theListBeginsWithAWholeRow()
{
    const QList<int> tops{0, 50, 120, 200};
    QCOMPARE(wholeTop(tops, 0, 0, 60), 0);
    QCOMPARE(wholeTop(tops, 60, 3, 60), 120); // the second would be cut
    QCOMPARE(wholeTop(tops, 120, 3, 60), 120);
    QCOMPARE(wholeTop(tops, 60, 1, 60), 50); // higher than the list: its beginning
    QCOMPARE(wholeTop(tops, 230, 3, 60), 200);
    QCOMPARE(wholeTop(tops, 60, 3, 59), 60); // an opened one is cut rather than left out
}

void TestRehearsalValues::theForecastInventsNothing()
{
    QCOMPARE(plural(RehearsalWords::forecast(sample::swapPlan({}))),
             QStringLiteral("No earlier deployment to judge the time by. 3 nodes more meanwhile."));
    // 22.92 s of steps and 60 s of watching; three nodes at ₩ 120 an hour for all but the first step.
    QCOMPARE(plural(RehearsalWords::forecast(sample::rehearsalPlan())),
             QStringLiteral("About 1 min 23 s. 3 nodes more meanwhile: ₩ 8.26."));
}

void TestRehearsalValues::eachStepSaysItsBoundsAndItsUndo()
{
    const Plan plan = sample::rehearsalPlan();
    const auto note = [&plan](int step) { return plural(RehearsalWords::note(plan, step)); };
    QVERIFY(note(0).startsWith(QStringLiteral("6 checks")));
    QCOMPARE(note(1), QStringLiteral("undo: remove web-4, web-5, web-6"));
    QVERIFY(note(2).contains(QStringLiteral("60 s at most")));
    QVERIFY(note(4).contains(QStringLiteral("120 s at most")));
    QVERIFY(note(5).contains(QStringLiteral("failed ≤ 1 %, p95 ≤ 1.5 × blue’s")));
    QVERIFY(note(6).contains(QStringLiteral("new deployment")));
    QVERIFY(!note(7).contains(QStringLiteral("undo")));
}

QTEST_MAIN(TestRehearsalValues)
#include "tst_rehearsal_values.moc"
