// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/attention.h"

#include "tests/models/items/deployment_sample.h"

#include <QTest>

using namespace snowmelt;

/// What a person is called for, once each, and what not.
class TestAttention : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeploymentThatGetsOnCallsNobody();
    void aDrainThatIsOverdueCalls();
    void aGateThatTripsCalls();
    void aWayBackThatWasAskedForDoesNot();
    void aLongPauseCalls();
    void eachThingIsToldOnce();
    void anOpenDeploymentIsTold();
    void aQuestionIsToldOnce();
};

void TestAttention::aDeploymentThatGetsOnCallsNobody()
{
    for (const StepKind kind : {StepKind::Check, StepKind::MoveTraffic, StepKind::DrainBlue, StepKind::DestroyBlue})
        QVERIFY(!needOf(sample::deploymentAt(kind), sample::at(60)));
}

void TestAttention::aDrainThatIsOverdueCalls()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::DrainBlue);
    deployment.drain = DrainSeen{{{QStringLiteral("web-1"), 3, 48, 1}}, 1};
    QVERIFY(!needOf(deployment, sample::at(60)));
    deployment.drain->secondsLeft = 0;
    QCOMPARE(needOf(deployment, sample::at(60)), std::optional(Need::DrainOverdue));
    deployment.pausedAt = sample::at(59); // no deadline runs
    QVERIFY(!needOf(deployment, sample::at(60)));
}

void TestAttention::aGateThatTripsCalls()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.gates = GatesSeen{{{QStringLiteral("failed"), 4, 1, true, false}}};
    deployment.rollingBack = RollingBack{5, QStringLiteral("failed")};
    QCOMPARE(needOf(deployment, sample::at(60)), std::optional(Need::GateTripped));
    QVERIFY(callOf(Need::GateTripped, deployment).text.contains(QStringLiteral("allowed 1")));
    deployment.gates.reset();
    QCOMPARE(needOf(deployment, sample::at(60)), std::optional(Need::RolledBack));
}

void TestAttention::aWayBackThatWasAskedForDoesNot()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.rollingBack = RollingBack{5, QStringLiteral("asked")};
    QVERIFY(!needOf(deployment, sample::at(60)));
}

void TestAttention::aLongPauseCalls()
{
    DeploymentState deployment = sample::deploymentAt(StepKind::Bake);
    deployment.pausedAt = sample::at(0);
    QVERIFY(!needOf(deployment, sample::at(forgottenPauseSeconds - 1)));
    QCOMPARE(needOf(deployment, sample::at(forgottenPauseSeconds)), std::optional(Need::LongPaused));
}

void TestAttention::eachThingIsToldOnce()
{
    FleetDocument document;
    document.open(sample::blueprint());
    Attention attention(&document);
    QStringList titles;
    connect(&attention, &Attention::needed, this, [&titles](const DesktopCall& call) { titles << call.title; });
    const OperationId swap = QStringLiteral("s");
    const auto say = [&](int second, EventBody body) { document.apply({swap, sample::at(second), std::move(body)}); };
    say(0, Started{QStringLiteral("swap"), QStringLiteral("shop"), {}});
    say(0, PlanMade{sample::swapPlan(swap)});
    say(1, StepBegun{4, StepKind::DrainBlue});
    for (int second = 2; second < 6; ++second)
        say(second, DrainSeen{{{QStringLiteral("web-1"), 3, 48, 1}}, 0});
    QCOMPARE(titles.size(), 1);
    QVERIFY(titles.last().contains(QStringLiteral("web")));
    say(7, Finished{OutcomeKind::Failed, Safety::GreenServes, Error{ErrorCode::NotNow, {}, {}}, 1});
    QCOMPARE(titles.size(), 2);
    QVERIFY(titles.last().contains(QStringLiteral("stopped")));
}

void TestAttention::anOpenDeploymentIsTold()
{
    FleetDocument document;
    document.open(sample::blueprint());
    Attention attention(&document);
    QList<DesktopCall> calls;
    connect(&attention, &Attention::needed, this, [&calls](const DesktopCall& call) { calls << call; });
    const OperationId watch = QStringLiteral("w");
    document.apply({watch, sample::at(0), Started{QStringLiteral("watch"), QStringLiteral("shop"), {}}});
    OpenDeployment open;
    open.plan = sample::swapPlan(QStringLiteral("old"));
    open.serving = ServingSide::Blue;
    open.blueThere = QStringList{QStringLiteral("web-1")};
    document.apply({watch, sample::at(1), OpenDeploymentsSeen{{open}}});
    QCOMPARE(calls.size(), 1);
    QVERIFY(calls.first().text.contains(QStringLiteral("web-1")));
}

/// Of many at once one call is enough: they are answered in one place.
void TestAttention::aQuestionIsToldOnce()
{
    FleetDocument document;
    const Attention attention(&document);
    QList<DesktopCall> calls;
    connect(&attention, &Attention::needed, this, [&](const DesktopCall& call) { calls.append(call); });
    document.open(Blueprint{});
    const OperationId scan = QStringLiteral("scan");
    document.apply({scan, {}, Started{scan, QStringLiteral("shop"), {}}});
    for (const char* const host : {"web1", "web2"}) {
        AccessQuestion question;
        question.id = question.node = question.host = QString::fromLatin1(host);
        document.apply({scan, {}, QuestionAsked{question}});
    }
    QCOMPARE(calls.size(), 1);
    QVERIFY(calls.first().title.contains(QStringLiteral("web1")));
    QCOMPARE(calls.first().group, QStringLiteral("web1"));
    document.apply({scan, {}, QuestionClosed{QStringLiteral("web1")}});
    QCOMPARE(calls.size(), 2);
    document.apply({scan, {}, QuestionClosed{QStringLiteral("web2")}});
    QCOMPARE(calls.size(), 2);
}

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
