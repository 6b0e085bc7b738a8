// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/banner.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "tests/models/document/sample_events.h"

#include <QTest>

using namespace snowmelt;

/// What the banner says, as a value.
class TestBanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whileItRunsWhatIsNextIsSaid();
    void aFailureSaysItsCauseAlone();
    void aRebirthNamesTheNewNode();
    void aWayBackIsSaid();
    void aPauseSaysWhoAndSinceWhen();
    void aDrainSaysWhatItWaitsFor();
    void aBakeSaysWhenTheWayBackEnds();
};

namespace {

DeploymentState swapping()
{
    DeploymentState deployment;
    deployment.plan = sample::swapPlan(QStringLiteral("d"));
    deployment.current = 3;
    return deployment;
}

Finished ended(OutcomeKind outcome, Safety safety)
{
    Finished finished;
    finished.outcome = outcome;
    finished.safety = safety;
    return finished;
}

} // namespace

void TestBanner::whileItRunsWhatIsNextIsSaid()
{
    const DeploymentState deployment = swapping();
    const BannerText text = bannerText(deployment);
    QCOMPARE(text.title, QStringLiteral("Swap web to shop 1.1.0"));
    QVERIFY(text.detail.startsWith(stepName(StepKind::MoveTraffic)));
    QVERIFY(text.detail.contains(stepName(StepKind::DrainBlue)));
    QVERIFY(text.count.isEmpty());
}

void TestBanner::aFailureSaysItsCauseAlone()
{
    DeploymentState deployment = swapping();
    deployment.finished = ended(OutcomeKind::Failed, Safety::BlueServesGreenKept);
    deployment.finished->error = Error{ErrorCode::NeverHealthy, {"web-5", "60", "503"}, QStringLiteral("503")};
    const QString detail = bannerText(deployment).detail;
    QCOMPARE(detail, sentence(*deployment.finished->error).what);
    QVERIFY(!detail.contains(sentence(Safety::BlueServesGreenKept)));
}

void TestBanner::aRebirthNamesTheNewNode()
{
    DeploymentState deployment = swapping();
    deployment.plan.strategy = Strategy::Rebirth;
    deployment.plan.blue = {{QStringLiteral("web-2"), QStringLiteral("a2")}};
    deployment.plan.green = {{QStringLiteral("web-7"), QStringLiteral("b1")}};
    deployment.finished = ended(OutcomeKind::Done, Safety::GreenServesAlone);
    const BannerText text = bannerText(deployment);
    QVERIFY(text.title.contains(QStringLiteral("web-2")));
    QVERIFY2(text.detail.contains(QStringLiteral("web-7")), qPrintable(text.detail));
}

void TestBanner::aWayBackIsSaid()
{
    DeploymentState deployment = swapping();
    deployment.rollingBack = RollingBack{3, QStringLiteral("asked")};
    QCOMPARE(bannerText(deployment).detail, sentence(*deployment.rollingBack));
    deployment.finished = ended(OutcomeKind::Cancelled, Safety::BlueServes);
    QCOMPARE(bannerText(deployment).title, QStringLiteral("Swap web to shop 1.1.0 was rolled back"));
    QCOMPARE(bannerText(deployment).detail, sentence(Safety::BlueServes));
}

void TestBanner::aPauseSaysWhoAndSinceWhen()
{
    DeploymentState deployment = swapping();
    deployment.pausedAt = sample::at(60);
    const Error late{ErrorCode::NotNow, {}, {}};
    deployment.asked = {{sample::at(60), {Command::Pause, QStringLiteral("mina@laptop"), 0, {}}},
                        {sample::at(61), {Command::Pause, QStringLiteral("jun@desk"), 0, late}}};
    const QString detail = bannerText(deployment).detail;
    QVERIFY2(detail.contains(QStringLiteral("mina@laptop")), qPrintable(detail));
    QVERIFY2(detail.contains(sample::at(60).toLocalTime().toString(QStringLiteral("HH:mm:ss"))), qPrintable(detail));
}

void TestBanner::aDrainSaysWhatItWaitsFor()
{
    DeploymentState deployment = swapping();
    deployment.current = 4;
    deployment.drain = DrainSeen{{{QStringLiteral("web-1"), 3, 48, 1}}, 60};
    QVERIFY(bannerText(deployment).detail.startsWith(sentence(*deployment.drain)));
}

void TestBanner::aBakeSaysWhenTheWayBackEnds()
{
    DeploymentState deployment = swapping();
    deployment.current = 5;
    deployment.bakeUntil = sample::at(60);
    const QString clock = sample::at(60).toLocalTime().toString(QStringLiteral("HH:mm:ss"));
    QVERIFY(bannerText(deployment).detail.contains(clock));
    deployment.rollingBack = RollingBack{5, QStringLiteral("asked")};
    QVERIFY(!bannerText(deployment).detail.contains(clock));
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
