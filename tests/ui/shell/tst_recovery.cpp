// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/past_values.h"
#include "tests/ui/shell/window_test.h"
#include "ui/shell/recovery/open_now.h"
#include "ui/shell/recovery/recovery_card.h"
#include "ui/shell/recovery/recovery_text.h"
#include "ui/shell/recovery/resume_question.h"
#include "ui/shell/style/look.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace snowmelt;

/// Deployments nobody works on: what the window says of them, and the ways out.
class TestRecovery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void itSaysWhoAndHowFar();
    void anEndWithBothSidesSaysItsError();
    void theSafestWayComesFirst();
    void aClosedWaySaysWhy();
    void stepsSayHowFarTheyCame();
    void theQuestionSaysTheConsequence();
    void aResumeTakesItsDeployment_data();
    void aResumeTakesItsDeployment();
    void aCardForEach();
    void aWayIsAskedForAndTaken();
    void theDiagramKeepsTheLargerPart();
    void whatIsOverMeanwhileIsNotResumed();
    void pictures_data();
    void pictures();

private:
    static QByteArray twoGroups();
    static void openWith(WindowStage& stage, const QList<OpenDeployment>& open);
};

namespace {

const QString web = QStringLiteral("web");
const QString api = QStringLiteral("api");

OperationState resume(const QString& group, std::optional<Finished> finished)
{
    OperationState state;
    state.id = QStringLiteral("r");
    state.verb = QStringLiteral("resume");
    state.subject = group;
    state.startedAt = QDateTime::currentDateTimeUtc();
    state.finished = std::move(finished);
    return state;
}

} // namespace

void TestRecovery::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

QByteArray TestRecovery::twoGroups()
{
    QByteArray text = WindowStage::goodText();
    text.replace("serves: [web]", "serves: [web, api]");
    text.replace("databases:\n", "  api: {image: shop@1.0.0, size: 3, port: 8081, health: {path: /healthz}}\n"
                                 "databases:\n");
    return text;
}

void TestRecovery::openWith(WindowStage& stage, const QList<OpenDeployment>& open)
{
    stage.write(twoGroups());
    FleetState fleet = past::bothSides(web, true);
    fleet.groups += past::bothSides(api, true).groups;
    fleet.balancers.first().serves << api;
    stage.openUp(fleet);
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), OpenDeploymentsSeen{open});
}

void TestRecovery::itSaysWhoAndHowFar()
{
    const OpenDeployment open = past::died();
    const RecoveryText text = recoveryText(open, open.startedAt.addSecs(14 * 60));
    QCOMPARE(text.title, QStringLiteral("Swap web to shop 1.1.0 is not finished"));
    QVERIFY2(text.who.startsWith(QStringLiteral("mina@laptop started it 14 min ago, at ")), qPrintable(text.who));
    QCOMPARE(text.reason, QString(u"Its process died in “" + stepName(StepKind::DrainBlue) + u"”, step 5 of 8."));
    QCOMPARE(text.stands, howItStands(open));
    OpenDeployment turned = open;
    turned.goingBack = true;
    QVERIFY(recoveryText(turned, open.startedAt).reason.contains(QStringLiteral("way back")));
    OpenDeployment early = open;
    early.step = -1;
    QVERIFY(recoveryText(early, open.startedAt).reason.contains(QStringLiteral("before its first step")));
}

void TestRecovery::anEndWithBothSidesSaysItsError()
{
    const OpenDeployment open = past::ended(web);
    const QString reason = recoveryText(open, open.startedAt).reason;
    QVERIFY(reason.contains(QStringLiteral("both sides standing")));
    QVERIFY2(reason.contains(sentence(*open.error).what), qPrintable(reason));
}

void TestRecovery::theSafestWayComesFirst()
{
    const OpenDeployment open = past::died();
    const QList<WayOffer> offers = wayOffers(open);
    QCOMPARE(offers.size(), 3);
    QCOMPARE(offers.first().way, open.ways.first());
    for (const WayOffer& offer : offers) {
        QVERIFY(offer.isOpen);
        QCOMPARE(offer.safest, offer == offers.first());
        QCOMPARE(offer.text, wayConsequence(offer.way, open));
    }
}

void TestRecovery::aClosedWaySaysWhy()
{
    const OpenDeployment open = past::ended(web);
    const QList<WayOffer> offers = wayOffers(open);
    QCOMPARE(offers.first().way, Way::Continue);
    QVERIFY(offers.first().safest);
    QCOMPARE(offers.last().way, Way::RollBack);
    QVERIFY(!offers.last().isOpen);
    QCOMPARE(offers.last().text, sentence(*refusal(Way::RollBack, open)).next);
    const OpenDeployment blind = judged(open, FleetState());
    for (const WayOffer& offer : wayOffers(blind)) {
        QVERIFY(!offer.isOpen && !offer.safest);
        QVERIFY(!offer.text.isEmpty());
    }
}

void TestRecovery::stepsSayHowFarTheyCame()
{
    const QList<StepEnd> died = stepEnds(past::died());
    QCOMPARE(died.size(), 8);
    QCOMPARE(died.at(3), StepEnd::Done);
    QCOMPARE(died.at(4), StepEnd::Interrupted);
    QCOMPARE(died.at(5), StepEnd::NotBegun);
    QCOMPARE(stepEnds(past::ended(web)).at(6), StepEnd::Failed);
}

void TestRecovery::theQuestionSaysTheConsequence()
{
    const OpenDeployment open = past::died();
    for (const Way way : {Way::Continue, Way::RollBack, Way::Adopt}) {
        const Question question = resumeQuestion(way, open);
        QVERIFY(question.text.contains(wayConsequence(way, open)));
        QVERIFY(question.text.contains(howItStands(open)));
        QCOMPARE(question.warning.isEmpty(), way == Way::RollBack);
    }
    QCOMPARE(resumeQuestion(Way::Continue, open).steps.size(), 4);
    QVERIFY(resumeQuestion(Way::Continue, past::ended(web)).warning.contains(QStringLiteral("past its point")));
}

void TestRecovery::aResumeTakesItsDeployment_data()
{
    QTest::addColumn<bool>("running");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("safety");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char* name, OutcomeKind outcome, Safety safety, bool taken) {
        QTest::newRow(name) << false << int(outcome) << int(safety) << taken;
    };
    QTest::newRow("while it runs") << true << 0 << 0 << true;
    row("brought to its end", OutcomeKind::Done, Safety::GreenServesAlone, true);
    row("adopted", OutcomeKind::Done, Safety::GreenServes, true);
    row("rolled back", OutcomeKind::Cancelled, Safety::BlueServes, true);
    row("failed again", OutcomeKind::Failed, Safety::GreenServes, false);
    row("refused", OutcomeKind::Refused, Safety::NothingTouched, false);
}

void TestRecovery::aResumeTakesItsDeployment()
{
    QFETCH(bool, running);
    QFETCH(int, outcome);
    QFETCH(int, safety);
    QFETCH(bool, taken);
    const QList<OpenDeployment> open{past::died(web), past::ended(api)};
    const Finished finished{OutcomeKind(outcome), Safety(safety), {}, 0};
    const OperationState state = resume(web, running ? std::nullopt : std::optional<Finished>(finished));
    const QList<OpenDeployment> waiting = awaitingAPerson(open, {state});
    QCOMPARE(waiting.size(), taken ? 1 : 2);
    QCOMPARE(waiting.last().plan.group, api);
    // One that was begun after that resume is another deployment.
    OpenDeployment later = open.first();
    later.startedAt = state.startedAt.addSecs(60);
    QCOMPARE(awaitingAPerson({later}, {state}).size(), 1);
}

void TestRecovery::aCardForEach()
{
    WindowStage stage;
    stage.openUp();
    QVERIFY(!stage.find("recoveryCards"));
    stage.window.reset();
    openWith(stage, {past::died(web), past::ended(api)});
    QTRY_VERIFY(stage.find("recoveryCard-web") && stage.find("recoveryCard-api"));
    QVERIFY(isPrimary(stage.find("roll-back-web")));
    QVERIFY(!isPrimary(stage.find("continue-api"))); // one in a panel
    QVERIFY(!stage.find("roll-back-api")->isEnabled());
    QCOMPARE(stage.text("roll-back-api").isEmpty(), true); // a button; why is beside it
    QVERIFY(stage.find<QLabel>("roll-backText-api")->text().contains(QStringLiteral("point of no return")));
    // All of both is in sight.
    auto* cards = stage.find<QScrollArea>("recoveryCards");
    const auto whole = [&stage](const char* name) {
        const QWidget* card = stage.find(name);
        return card && card->height() >= card->heightForWidth(card->width());
    };
    QTRY_VERIFY(whole("recoveryCard-web") && whole("recoveryCard-api"));
    QTRY_VERIFY(cards->viewport()->height() >= cards->widget()->height());
    // The steps on demand.
    QVERIFY(!stage.find("stepTable"));
    stage.click("recoveryDetails-web");
    QTRY_VERIFY(stage.find("stepTable"));
    stage.click("recoveryDetails-web");
    QTRY_VERIFY(!stage.find("stepTable"));
    // Gone with the last one.
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), OpenDeploymentsSeen{});
    QTRY_VERIFY(!stage.find("recoveryCards"));
}

void TestRecovery::aWayIsAskedForAndTaken()
{
    WindowStage stage;
    openWith(stage, {past::died(web), past::ended(api)});
    for (const char* name : {"roll-back-web", "adopt-web"}) {
        stage.click(name);
        QTRY_VERIFY(stage.find<QDialog>("resumeDialog"));
        stage.click("dialogCancel");
        QTRY_VERIFY(!stage.find<QDialog>("resumeDialog"));
        QVERIFY(stage.operations.lastOf<ResumeIntent>().isEmpty());
    }
    stage.click("continue-web");
    QTRY_VERIFY(stage.find<QDialog>("resumeDialog"));
    stage.click("confirm");
    QTRY_VERIFY(!stage.operations.lastOf<ResumeIntent>().isEmpty());
    const OperationId id = stage.operations.lastOf<ResumeIntent>();
    const auto intent = stage.operations.intent<ResumeIntent>(id);
    QCOMPARE(intent.group, web);
    QCOMPARE(intent.way, std::optional<Way>(Way::Continue));
    // Its card goes, the other stays and leads, and the banner tells the rest.
    QTRY_VERIFY(!stage.find("recoveryCard-web"));
    QVERIFY(stage.find("recoveryCard-api"));
    QVERIFY(isPrimary(stage.find("continue-api")));
    stage.operations.say(id, PlanMade{past::plan(web)});
    stage.operations.say(id, StepBegun{4, StepKind::DrainBlue});
    QTRY_VERIFY(stage.find("banner"));
    // It did not come to an end: the card is back.
    stage.operations.finish(id, OutcomeKind::Failed, Safety::GreenServes,
                            Error{ErrorCode::BalancerSocketGone, {QStringLiteral("edge")}, {}});
    QTRY_VERIFY(stage.find("recoveryCard-web"));
}

void TestRecovery::theDiagramKeepsTheLargerPart()
{
    WindowStage stage;
    openWith(stage, {past::died(web), past::ended(api)});
    QTRY_VERIFY(stage.find("recoveryCard-api"));
    QTRY_VERIFY(!stage.find("moreBelow"));
    stage.window->resize(1180, 800);
    // What does not fit fades out, until a person is at its end.
    auto* cards = stage.find<QScrollArea>("recoveryCards");
    QTRY_VERIFY(stage.find("moreBelow"));
    QTRY_VERIFY(stage.find("diagram")->height() > cards->height());
    QTRY_COMPARE(stage.find("moreBelow")->geometry().bottom(), cards->viewport()->geometry().bottom());
    QScrollBar* bar = cards->verticalScrollBar();
    QTRY_VERIFY((bar->setValue(bar->maximum()), !stage.find("moreBelow")));
}

void TestRecovery::whatIsOverMeanwhileIsNotResumed()
{
    WindowStage stage;
    openWith(stage, {past::died(web)});
    stage.click("roll-back-web");
    QTRY_VERIFY(stage.find<QDialog>("resumeDialog"));
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), OpenDeploymentsSeen{});
    stage.click("confirm");
    QTRY_VERIFY(!stage.text("noticeText").isEmpty());
    QVERIFY(stage.operations.lastOf<ResumeIntent>().isEmpty());
}

void TestRecovery::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestRecovery::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    openWith(stage, {past::died(web), past::ended(api)});
    camera.shoot(stage.window.get(), "recovery");
    // Nothing stands between the cards, in any language and at any scale: the last would be pushed out of reach.
    const auto cards = stage.find<QScrollArea>("recoveryCards")->widget()->findChildren<RecoveryCard*>();
    QCOMPARE(cards.size(), 2);
    QCOMPARE(cards.at(0)->y(), 0);
    QCOMPARE(cards.at(1)->y(), cards.at(0)->height());
    stage.click("recoveryDetails-web");
    camera.shoot(stage.window.get(), "recovery-details");
    for (const char* name : {"roll-back-web", "continue-web", "adopt-web"}) {
        stage.click(name);
        QTRY_VERIFY(stage.find<QDialog>("resumeDialog"));
        camera.shoot(stage.find("resumeDialog"), qPrintable(QString(u"resume-" + QString::fromLatin1(name))));
        stage.click("dialogCancel");
        QTRY_VERIFY(!stage.find<QDialog>("resumeDialog"));
    }
    stage.click("recoveryDetails-web");
    stage.window->resize(1180, 800);
    camera.shoot(stage.window.get(), "recovery-small");
}

QTEST_MAIN(TestRecovery)
#include "tst_recovery.moc"
