// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/running_stage.h"

#include "models/wording/wording.h"
#include "ui/charts/time_chart.h"
#include "ui/shell/activity/timeline_canvas.h"

#include <QComboBox>
#include <QTimer>

using namespace snowmelt;

/// What a person needs while a deployment runs, by real clicks.
class TestRunning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_stage = std::make_unique<RunningStage>(); }
    void cleanup() { m_stage.reset(); }
    void pauseIsSentAndHeard();
    void whatIsRefusedIsSaid();
    void extendingAsksHowLong();
    void abortSaysItsConsequenceFirst();
    void whatCannotBeToldSaysWhy();
    void theDeployMenuTellsTheSame();
    void theDrainSaysWhatItWaitsFor();
    void gatesStandWithTheirReadings();
    void theWayBackLeadsToTheOldVersion();
    void whatFailedCanBeTriedAgain();
    void anotherDeploymentIsOneClickAway();
    void chartsAndTimelineAreTabs();
    void closingCanKeepItRunning();
    void closingRollsEveryOneBack();

private:
    std::unique_ptr<RunningStage> m_stage;
    ControlIntent lastTold() const
    {
        return m_stage->operations.intent<ControlIntent>(m_stage->operations.lastOf<ControlIntent>());
    }
    bool nothingTold() const { return m_stage->operations.lastOf<ControlIntent>().isEmpty(); }
};

void TestRunning::pauseIsSentAndHeard()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::Bake);
    m_stage->click("pauseButton");
    QCOMPARE(lastTold().command, Command::Pause);
    QCOMPARE(lastTold().group, QStringLiteral("web"));
    QTRY_VERIFY(m_stage->text("heard").contains(QStringLiteral("Pause")));
    m_stage->operations.say(swap, sample::told(Command::Pause));
    m_stage->operations.finish(m_stage->operations.lastOf<ControlIntent>());
    QTRY_VERIFY(m_stage->find("continueButton"));
    QVERIFY(!m_stage->find("pauseButton"));
    QVERIFY(m_stage->text("heard").contains(QStringLiteral("mina@laptop")));
    QVERIFY2(m_stage->text("bannerDetail").startsWith(QStringLiteral("paused by mina@laptop since")),
             qPrintable(m_stage->text("bannerDetail")));
    m_stage->click("continueButton");
    QCOMPARE(lastTold().command, Command::Continue);
}

void TestRunning::whatIsRefusedIsSaid()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::Bake);
    const Error late{ErrorCode::NotNow, {"pause", "web", "paused"}, {}};
    m_stage->operations.say(swap, sample::told(Command::Pause, late));
    QVERIFY(m_stage->text("heard").contains(sentence(late).what));
    QVERIFY(m_stage->find("pauseButton"));
}

void TestRunning::extendingAsksHowLong()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::DrainBlue);
    m_stage->drain(swap);
    // A button's menu has its own event loop.
    QTimer::singleShot(200, this, [this] {
        auto* menu = m_stage->find<QMenu>("extendMenu");
        if (menu)
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(1)).center());
    });
    m_stage->click("extendButton");
    QTRY_VERIFY(!nothingTold());
    QCOMPARE(lastTold().command, Command::ExtendDrain);
    QCOMPARE(lastTold().seconds, 300);
}

void TestRunning::abortSaysItsConsequenceFirst()
{
    m_stage->openBoth();
    m_stage->begin(QStringLiteral("web"), StepKind::DrainBlue);
    m_stage->click("abortButton");
    QVERIFY(m_stage->find("abortDialog"));
    QVERIFY(nothingTold());
    QVERIFY(!m_stage->text("confirmWarning").isEmpty());
    m_stage->click("confirm");
    QCOMPARE(lastTold().command, Command::Abort);
}

void TestRunning::whatCannotBeToldSaysWhy()
{
    m_stage->openBoth();
    m_stage->begin(QStringLiteral("web"), StepKind::RetireBlue);
    for (const char* name : {"rollbackButton", "pauseButton", "extendButton", "abortButton"}) {
        auto* button = m_stage->find<QAbstractButton>(name);
        QVERIFY2(button && !button->isEnabled(), name);
        QVERIFY2(!button->toolTip().isEmpty(), name);
    }
    QCOMPARE(m_stage->find<QAbstractButton>("rollbackButton")->toolTip(),
             sentence(Error{ErrorCode::NotNow, {"rollback", "web", "pastNoReturn"}, {}}).what);
    QVERIFY(m_stage->text("wayBackSpeed").contains(QStringLiteral("new deployment")));
}

void TestRunning::theDeployMenuTellsTheSame()
{
    m_stage->openBoth();
    m_stage->begin(QStringLiteral("web"), StepKind::DrainBlue);
    QVERIFY(!m_stage->action("actionContinue")->isEnabled());
    QVERIFY(!m_stage->action("actionContinue")->toolTip().isEmpty());
    m_stage->chooseInMenu("actionPause");
    QCOMPARE(lastTold().command, Command::Pause);
    m_stage->action("actionExtendDrain15")->trigger();
    QCOMPARE(lastTold().seconds, 900);
}

void TestRunning::theDrainSaysWhatItWaitsFor()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::DrainBlue);
    QVERIFY(!m_stage->find("drainLens"));
    m_stage->drain(swap);
    QWidget* lens = m_stage->find("drainLens");
    QVERIFY(lens);
    QVERIFY(lens->accessibleDescription().contains(QStringLiteral("web-1: 3 open · oldest 48 s · 1 WebSocket")));
    QVERIFY(lens->accessibleDescription().contains(QStringLiteral("deadline")));
    // Above the steps, where it is in sight however many they are.
    QTRY_VERIFY(lens->y() < m_stage->find("stepList")->y());
    QVERIFY(m_stage->text("bannerDetail").contains(QStringLiteral("Waiting because web-1 has 3 open session")));
    m_stage->operations.say(swap, StepDone{4, StepKind::DrainBlue, 9000, {}});
    QVERIFY(!m_stage->find("drainLens"));
}

void TestRunning::gatesStandWithTheirReadings()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::Bake);
    m_stage->operations.say(swap, GatesSeen{{{QStringLiteral("health"), 3, 3, true, true},
                                             {QStringLiteral("failed"), 0.2, 1, true, true}}});
    QWidget* gates = m_stage->find("gates");
    QVERIFY(gates);
    QVERIFY(gates->accessibleDescription().contains(QStringLiteral("failed 0.2 % (allowed 1 %)")));
}

void TestRunning::theWayBackLeadsToTheOldVersion()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::DestroyBlue);
    QVERIFY(!m_stage->find("swapBack"));
    m_stage->operations.finish(swap, OutcomeKind::Done, Safety::GreenServesAlone);
    QVERIFY(m_stage->text("wayBackSpeed").contains(QStringLiteral("shop 1.0.0")));
    m_stage->click("swapBack");
    auto* target = m_stage->find<QComboBox>("swapTarget");
    QVERIFY(target);
    QVERIFY(target->currentText().contains(QStringLiteral("1.0.0")));
}

void TestRunning::whatFailedCanBeTriedAgain()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::AwaitHealthy);
    QVERIFY(!m_stage->find("swapAgain"));
    const Error error{ErrorCode::NeverHealthy, {"web-5", "60", "503"}, {}};
    m_stage->operations.say(swap, StepFailed{2, StepKind::AwaitHealthy, error});
    m_stage->operations.finish(swap, OutcomeKind::Failed, Safety::BlueServesGreenKept, error);
    m_stage->click("swapAgain");
    auto* target = m_stage->find<QComboBox>("swapTarget");
    QVERIFY(target);
    QVERIFY(target->currentText().contains(QStringLiteral("1.1.0")));
}

void TestRunning::anotherDeploymentIsOneClickAway()
{
    m_stage->openBoth();
    m_stage->begin(QStringLiteral("api"), StepKind::Bake);
    m_stage->begin(QStringLiteral("web"), StepKind::DrainBlue);
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("web")));
    QVERIFY(m_stage->find<QAbstractButton>("bannerOthers")->text().startsWith(QStringLiteral("1 more deployment")));
    m_stage->click("bannerOthers");
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("api")));
    m_stage->click("pauseButton");
    QCOMPARE(lastTold().group, QStringLiteral("api"));
    m_stage->click("bannerOthers");
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("web")));
}

void TestRunning::chartsAndTimelineAreTabs()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::DrainBlue);
    m_stage->count(swap);
    m_stage->showTab(3);
    const auto chart = [&] { return m_stage->find<TimeChart>("timeChart"); };
    QTRY_VERIFY(chart() && chart()->height() > 120);
    QCOMPARE(chart()->data().lines.size(), 2);
    QVERIFY(!chart()->data().marks.isEmpty());
    m_stage->showTab(1);
    auto* canvas = m_stage->find<TimelineCanvas>("timelineCanvas");
    QVERIFY(canvas);
    canvas->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas->hasFocus());
    const QString first = canvas->currentText();
    QVERIFY(!first.isEmpty());
    QTest::keyClick(canvas, Qt::Key_Right);
    QVERIFY(canvas->currentText() != first);
    QCOMPARE(m_stage->text("timelineTold"), canvas->currentText());
}

void TestRunning::closingCanKeepItRunning()
{
    m_stage->openBoth();
    const OperationId swap = m_stage->begin(QStringLiteral("web"), StepKind::Bake);
    m_stage->operations.say(swap, sample::told(Command::Pause));
    m_stage->window->close();
    QVERIFY(m_stage->text("keepText").contains(QStringLiteral("web is paused")));
    m_stage->click("keepRunning");
    QTRY_VERIFY(!m_stage->window->isVisible());
    QVERIFY(m_stage->operations.cancelled.isEmpty());
    // It did not end well: a person must see it.
    m_stage->operations.finish(swap, OutcomeKind::Failed, Safety::GreenServes, Error{ErrorCode::NotNow, {}, {}});
    QTRY_VERIFY(m_stage->window->isVisible());
}

void TestRunning::closingRollsEveryOneBack()
{
    m_stage->openBoth();
    const OperationId api = m_stage->begin(QStringLiteral("api"), StepKind::Bake);
    const OperationId web = m_stage->begin(QStringLiteral("web"), StepKind::RetireBlue);
    m_stage->window->close();
    QVERIFY(m_stage->text("dialogRemark").contains(QStringLiteral("comes to its end")));
    m_stage->click("cancelAndClose");
    QCOMPARE(m_stage->operations.cancelled, QList<OperationId>{api}); // the other one cannot go back any more
    m_stage->operations.finish(api, OutcomeKind::Cancelled, Safety::BlueServes);
    QVERIFY(m_stage->window->isVisible());
    m_stage->operations.finish(web, OutcomeKind::Done, Safety::GreenServesAlone);
    QTRY_VERIFY(!m_stage->window->isVisible());
}

QTEST_MAIN(TestRunning)
#include "tst_running.moc"
