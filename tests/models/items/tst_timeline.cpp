// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/timeline.h"

#include "tests/models/items/deployment_sample.h"

#include <QTest>

using namespace snowmelt;

class TestTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsStandWhereTheyHappened();
    void whatWasAskedIsMarkedInOrder();
    void anEditByHandIsMarked();
    void aStepThatWasLeftEndsThere();
    void nothingBegunIsEmpty();
    void ticksAreRoundAndFew();
};

void TestTimeline::stepsStandWhereTheyHappened()
{
    const Timeline line = timelineOf(sample::deploymentAt(StepKind::DrainBlue), sample::at(20));
    QCOMPARE(line.from, sample::at(0));
    QCOMPARE(line.to, sample::at(20));
    QCOMPARE(line.steps.size(), 8);
    QCOMPARE(line.steps.at(3).from, sample::at(6));
    QCOMPARE(line.steps.at(3).to, sample::at(8));
    QCOMPARE(line.steps.at(3).state, StepState::Done);
    QCOMPARE(line.steps.at(4).state, StepState::Running);
    QVERIFY(!line.steps.at(4).to.isValid());
    QCOMPARE(line.steps.at(5).state, StepState::NotBegun);
    QCOMPARE(line.marks.size(), 2);
    QCOMPARE(line.marks.at(0).kind, MarkKind::GreenCreated);
    QCOMPARE(line.marks.at(0).at, sample::at(4));
    QCOMPARE(line.marks.at(1).kind, MarkKind::Switch);
    QCOMPARE(line.marks.at(1).at, sample::at(8));
}

void TestTimeline::whatWasAskedIsMarkedInOrder()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DrainBlue);
    const Error late{ErrorCode::NotNow, {"pause", "web", "paused"}, {}};
    deployment.asked = {{sample::at(5), sample::told(Command::Pause)},
                        {sample::at(6), sample::told(Command::Pause, late)},
                        {sample::at(7), sample::told(Command::Continue)}};
    const Timeline line = timelineOf(deployment, sample::at(20));
    QList<MarkKind> kinds;
    for (const TimelineMark& mark : line.marks)
        kinds << mark.kind;
    QCOMPARE(kinds, (QList<MarkKind>{MarkKind::GreenCreated, MarkKind::Paused, MarkKind::Refused, MarkKind::Continued,
                                     MarkKind::Switch}));
    QVERIFY(line.marks.at(1).told.contains(QStringLiteral("mina@laptop")));
}

void TestTimeline::anEditByHandIsMarked()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DrainBlue);
    deployment.edited = {
        {sample::at(12),
         {QStringLiteral("edge"), {{31, QStringLiteral("timeout queue 11s")}, {0, QStringLiteral("x")}}}}};
    const Timeline line = timelineOf(deployment, sample::at(20));
    QCOMPARE(line.marks.last().kind, MarkKind::Edited);
    QCOMPARE(line.marks.last().at, sample::at(12));
    QVERIFY(line.marks.last().told.contains(QStringLiteral("Line 31 of the configuration of edge")));
    QVERIFY(line.marks.last().told.contains(QStringLiteral("timeout queue 11s\n")));
}

void TestTimeline::aStepThatWasLeftEndsThere()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.rollingBack = RollingBack{5, QStringLiteral("asked")};
    deployment.finished = Finished{OutcomeKind::Cancelled, Safety::BlueServes, {}, 1};
    deployment.rolledBackAt = sample::at(15);
    deployment.stepped[5].to = sample::at(15);
    deployment.endedAt = sample::at(18);
    const Timeline line = timelineOf(deployment, sample::at(60));
    QCOMPARE(line.to, sample::at(18));
    QCOMPARE(line.steps.at(5).state, StepState::CutShort);
    QCOMPARE(line.steps.at(5).to, sample::at(15));
    QCOMPARE(line.marks.last().kind, MarkKind::Ended);
    QCOMPARE(line.marks.at(line.marks.size() - 2).kind, MarkKind::RolledBack);
}

void TestTimeline::nothingBegunIsEmpty()
{
    QVERIFY(!timelineOf(DeploymentState(), sample::at(1)).from.isValid());
}

void TestTimeline::ticksAreRoundAndFew()
{
    QCOMPARE(tickMs(8'000, 10), 1000);
    QCOMPARE(tickMs(60'000, 8), 10'000);
    QCOMPARE(tickMs(3'600'000, 8), 600'000);
    for (const qint64 span : {1'000LL, 59'000LL, 125'000LL, 5'000'000LL})
        QVERIFY(span / tickMs(span, 6) < 6);
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
