// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deployment_clock.h"

#include "tests/models/items/deployment_sample.h"

#include <QTest>

using namespace snowmelt;

class TestDeploymentClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsToldHasTheTimeItWasHeard();
    void aPauseBeginsAndEnds();
    void theDeadlineKeepsStillUntilItIsMoved();
    void thereIsNoDeadlineWhilePaused();
    void theClockOfADocumentIsOne();
};

void TestDeploymentClock::whatIsToldHasTheTimeItWasHeard()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DrainBlue);
    DeploymentTimes times;
    deployment.asked.append(sample::told(Command::Pause));
    noteTimes(times, deployment, sample::at(20));
    deployment.asked.append(sample::told(Command::Continue));
    noteTimes(times, deployment, sample::at(30));
    noteTimes(times, deployment, sample::at(40));
    QCOMPARE(times.asked.size(), 2);
    QCOMPARE(times.asked.at(0).at, sample::at(20));
    QCOMPARE(times.asked.at(1).at, sample::at(30));
    QCOMPARE(times.asked.at(1).told.command, Command::Continue);
}

void TestDeploymentClock::aPauseBeginsAndEnds()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    DeploymentTimes times;
    deployment.paused = true;
    noteTimes(times, deployment, sample::at(20));
    noteTimes(times, deployment, sample::at(25));
    QCOMPARE(times.pausedAt, sample::at(20));
    deployment.paused = false;
    noteTimes(times, deployment, sample::at(30));
    QVERIFY(!times.pausedAt.isValid());
}

void TestDeploymentClock::theDeadlineKeepsStillUntilItIsMoved()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DrainBlue);
    DeploymentTimes times;
    deployment.drain = DrainSeen{{}, 60};
    noteTimes(times, deployment, sample::at(10));
    QCOMPARE(times.drainUntil, sample::at(70));
    deployment.drain->secondsLeft = 58; // told a second late
    noteTimes(times, deployment, sample::at(11));
    QCOMPARE(times.drainUntil, sample::at(70));
    deployment.drain->secondsLeft = 358; // a person gave it five minutes
    noteTimes(times, deployment, sample::at(12));
    QCOMPARE(times.drainUntil, sample::at(370));
    deployment.drain.reset();
    noteTimes(times, deployment, sample::at(13));
    QVERIFY(!times.drainUntil.isValid());
}

void TestDeploymentClock::thereIsNoDeadlineWhilePaused()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    DeploymentTimes times;
    deployment.waiting = Progress{Phase::Baking, {QStringLiteral("45")}, 15, 60};
    noteTimes(times, deployment, sample::at(10));
    QCOMPARE(times.bakeUntil, sample::at(55));
    deployment.paused = true;
    noteTimes(times, deployment, sample::at(11));
    QVERIFY(!times.bakeUntil.isValid());
}

void TestDeploymentClock::theClockOfADocumentIsOne()
{
    FleetDocument document;
    document.open(sample::blueprint());
    DeploymentClock* clock = DeploymentClock::of(&document);
    QCOMPARE(DeploymentClock::of(&document), clock);
    const OperationId swap = QStringLiteral("s1");
    document.apply({swap, sample::at(0), Started{QStringLiteral("swap"), QStringLiteral("shop"), {}}});
    document.apply({swap, sample::at(0), PlanMade{sample::swapPlan(swap)}});
    document.apply({swap, sample::at(1), sample::told(Command::Pause)});
    QCOMPARE(clock->timesOf(swap).asked.size(), 1);
    QVERIFY(clock->timesOf(swap).pausedAt.isValid());
}

QTEST_GUILESS_MAIN(TestDeploymentClock)
#include "tst_deployment_clock.moc"
