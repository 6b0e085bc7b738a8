// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/rehearsal_hand.h"
#include "ui/shell/frame/session.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace snowmelt;

/// From the choices of a rehearsal to the start of what was read.
class TestRehearsalStart : public QObject, private RehearsalHand
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void eachWarningIsAcceptedByName();
    void whatIsAcceptedStaysSoOnlyWhileItSaysTheSame();
    void aChangedChoiceAsksForAnotherPlan();
    void theOtherChoicesReachThePlanAndTheStart();
    void anOwnCheckThatIsNoPathIsSaid();
    void anOldPlanIsMadeAgainBeforeTheStart();
    void aPlanThatChangedIsNotStarted();
    void returnInAFieldStartsNothing();
    void closingDropsTheQuestion();
    void theVersionMayBeChosenBefore();
};

void TestRehearsalStart::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestRehearsalStart::init()
{
    m_stage = std::make_unique<WindowStage>();
}

void TestRehearsalStart::cleanup()
{
    m_stage.reset();
}

void TestRehearsalStart::eachWarningIsAcceptedByName()
{
    Plan plan = sample::rehearsalPlan();
    plan.checks.append(sample::drifted(QStringLiteral("web-3"), 1));
    plan.checks.append({QStringLiteral("groupSizeOne"), Verdict::Warn, {QStringLiteral("web")}});
    openSwap(plan);
    QCOMPARE(boxes().size(), 3);
    QVERIFY(!startButton()->isEnabled());
    QCOMPARE(plural(startButton()->text()), QStringLiteral("Accept 3 more warnings to start"));
    QVERIFY(startButton()->toolTip().contains(QStringLiteral("web-3")));
    QTest::mouseClick(boxes().at(0), Qt::LeftButton, {}, {8, 8});
    QCOMPARE(plural(startButton()->text()), QStringLiteral("Accept 2 more warnings to start"));
    QTest::keyClick(boxes().at(1), Qt::Key_Space);
    QTest::mouseClick(boxes().at(2), Qt::LeftButton, {}, {8, 8});
    QCOMPARE(plural(startButton()->text()), QStringLiteral("&Start, accepting 3 warnings"));
    for (const char* named : {"web-2", "web-3", "single node"})
        QVERIFY(startButton()->accessibleDescription().contains(QString::fromLatin1(named)));
    m_stage->click("startSwap");
    const SwapIntent swap = m_stage->operations.intent<SwapIntent>(m_stage->operations.lastOf<SwapIntent>());
    QCOMPARE(swap.options.accepted, QStringList({QStringLiteral("driftLost"), QStringLiteral("groupSizeOne")}));
    QTRY_VERIFY(!dialog());
}

void TestRehearsalStart::whatIsAcceptedStaysSoOnlyWhileItSaysTheSame()
{
    openSwap(sample::rehearsalPlan());
    acceptAll();
    QVERIFY(startButton()->isEnabled());
    part<QSpinBox>("swapBake")->setValue(90);
    QTRY_VERIFY(startButton()->isEnabled()); // the same warning in the next plan
    m_stage->operations.plan->checks[0] = sample::drifted(QStringLiteral("web-2"), 5);
    part<QSpinBox>("swapBake")->setValue(30);
    QTRY_VERIFY(startButton()->text().startsWith(QStringLiteral("Accept 1 more warning")));
    QVERIFY(!boxes().first()->isChecked());
}

void TestRehearsalStart::aChangedChoiceAsksForAnotherPlan()
{
    m_stage->openUp();
    m_stage->click("actionSwapButton"); // nobody answers yet
    const OperationId first = lastPlan();
    QCOMPARE(m_stage->operations.intent<PlanIntent>(first).bakeSeconds, 60);
    QVERIFY(!startButton()->isEnabled());
    QCOMPARE(m_stage->text("dialogRemark"), QStringLiteral("Making the plan…"));
    auto* bake = part<QSpinBox>("swapBake");
    bake->setFocus();
    bake->selectAll();
    QTest::keyClicks(bake, QStringLiteral("120"));
    QVERIFY(m_stage->operations.cancelled.contains(first));
    QTRY_COMPARE(m_stage->operations.intent<PlanIntent>(lastPlan()).bakeSeconds, 120);
    const OperationId second = lastPlan();
    // The answer to the question that was dropped changes nothing.
    m_stage->operations.say(first, PlanMade{sample::blockedPlan()});
    QCOMPARE(m_stage->text("dialogRemark"), QStringLiteral("Making the plan…"));
    m_stage->operations.say(second, PlanMade{sample::rehearsalPlan()});
    QCOMPARE(m_stage->text("swapCheckCount"), QStringLiteral("5 pass · 1 warn · 0 block"));
}

void TestRehearsalStart::theOtherChoicesReachThePlanAndTheStart()
{
    openSwap(sample::rehearsalPlan());
    QVERIFY(!part<QSpinBox>("drainDeadline"));
    // What a field is called stands by it, however long the names are that are not there yet.
    const auto* bake = part<QSpinBox>("swapBake");
    const QList<QLabel*> names = bake->parentWidget()->findChildren<QLabel*>();
    const auto name = std::ranges::find_if(names, [bake](const QLabel* label) { return label->buddy() == bake; });
    QVERIFY(name != names.end());
    QCOMPARE(bake->x() - (*name)->geometry().right() - 1, metric::unit);
    m_stage->click("moreChoices");
    QCOMPARE(part<QPushButton>("moreChoices")->text(), QStringLiteral("Few&er"));
    // Its fields stand under those above.
    QTRY_COMPARE(part<QSpinBox>("drainDeadline")->x(), part<QComboBox>("swapTarget")->x());
    QTRY_COMPARE(part<QDoubleSpinBox>("failedGate")->x(), part<QSpinBox>("swapBake")->x());
    part<QSpinBox>("drainDeadline")->setValue(300);
    part<QSpinBox>("healthDeadline")->setValue(45);
    part<QDoubleSpinBox>("failedGate")->stepBy(-100); // off
    part<QDoubleSpinBox>("latencyGate")->setValue(1.5);
    QTest::keyClicks(part<QLineEdit>("ownChecks"), QStringLiteral("/ready"));
    m_stage->click("keepGreen");
    const auto asked = [this] { return m_stage->operations.intent<PlanIntent>(lastPlan()).options; };
    QTRY_COMPARE(asked().gates.checks, QStringList{QStringLiteral("/ready")});
    QCOMPARE(asked().drainSeconds, 300);
    QCOMPARE(asked().healthSeconds, 45);
    QCOMPARE(asked().gates.failedPercent, -1.0);
    QCOMPARE(asked().gates.latencyFactor, 1.5);
    QVERIFY(asked().keepGreen);
    QTRY_VERIFY(!boxes().isEmpty());
    acceptAll();
    m_stage->click("startSwap");
    const SwapIntent swap = m_stage->operations.intent<SwapIntent>(m_stage->operations.lastOf<SwapIntent>());
    QCOMPARE(swap.options.drainSeconds, 300);
    QCOMPARE(swap.options.gates.checks, QStringList{QStringLiteral("/ready")});
    QVERIFY(swap.options.keepGreen);
}

void TestRehearsalStart::anOwnCheckThatIsNoPathIsSaid()
{
    openSwap(sample::swapPlan(QStringLiteral("p")));
    m_stage->click("moreChoices");
    QTest::keyClicks(part<QLineEdit>("ownChecks"), QStringLiteral("ready"));
    QVERIFY(m_stage->text("noPlanWhat").contains(QStringLiteral("“ready” is no path")));
    QVERIFY(!startButton()->isEnabled());
    part<QLineEdit>("ownChecks")->setFocus();
    QTest::keyClick(part<QLineEdit>("ownChecks"), Qt::Key_Home);
    QTest::keyClicks(part<QLineEdit>("ownChecks"), QStringLiteral("/"));
    QTRY_COMPARE(steps()->count(), 8);
}

void TestRehearsalStart::anOldPlanIsMadeAgainBeforeTheStart()
{
    openSwap(sample::rehearsalPlan());
    acceptAll();
    const OperationId shown = lastPlan();
    dialog()->setPlansFreshFor(-1); // older than that
    m_stage->operations.plan.reset();
    m_stage->click("startSwap");
    QVERIFY(lastPlan() != shown);
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty());
    QVERIFY(!startButton()->isEnabled());
    m_stage->operations.say(lastPlan(), PlanMade{sample::rehearsalPlan()});
    QVERIFY(!m_stage->operations.lastOf<SwapIntent>().isEmpty());
}

void TestRehearsalStart::aPlanThatChangedIsNotStarted()
{
    openSwap(sample::rehearsalPlan());
    acceptAll();
    dialog()->setPlansFreshFor(-1);
    m_stage->operations.plan.reset();
    m_stage->click("startSwap");
    Plan other = sample::rehearsalPlan();
    other.green[0].name = QStringLiteral("web-9");
    m_stage->operations.say(lastPlan(), PlanMade{other});
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty());
    QVERIFY(m_stage->text("dialogRemark").contains(QStringLiteral("changed meanwhile")));
    QVERIFY(startButton()->isEnabled()); // nothing new to accept: the person may start what is shown now
    other.checks.append(sample::drifted(QStringLiteral("web-3"), 2));
    m_stage->click("startSwap");
    m_stage->operations.say(lastPlan(), PlanMade{other});
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty()); // one more warning
    QVERIFY(m_stage->text("dialogRemark").contains(QStringLiteral("changed meanwhile")));
    acceptAll();
    m_stage->click("startSwap");
    m_stage->operations.say(lastPlan(), PlanMade{sample::blockedPlan()});
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty());
    QVERIFY(!startButton()->isEnabled());
}

void TestRehearsalStart::returnInAFieldStartsNothing()
{
    openSwap(sample::rehearsalPlan());
    acceptAll();
    auto* bake = part<QSpinBox>("swapBake");
    bake->setFocus();
    QTest::keyClick(bake, Qt::Key_Return);
    QTest::keyClick(slider(), Qt::Key_Return);
    QVERIFY(dialog());
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty());
    startButton()->setFocus();
    QTest::keyClick(startButton(), Qt::Key_Return);
    QVERIFY(!m_stage->operations.lastOf<SwapIntent>().isEmpty());
}

void TestRehearsalStart::closingDropsTheQuestion()
{
    m_stage->openUp();
    m_stage->click("actionSwapButton");
    const OperationId asked = lastPlan();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(m_stage->operations.cancelled.contains(asked));
}

void TestRehearsalStart::theVersionMayBeChosenBefore()
{
    m_stage->openUp();
    auto* session = m_stage->window->findChild<Session*>();
    QVERIFY(session);
    // The way back after the point of no return: an image that the blueprint may not name any more.
    RehearsalDialog back(session, {QStringLiteral("web"), {}, sample::image("shop", "0.9.0")}, m_stage->window.get());
    back.setAttribute(Qt::WA_DeleteOnClose, false);
    back.open();
    QCOMPARE(m_stage->operations.intent<PlanIntent>(lastPlan()).to, sample::image("shop", "0.9.0"));
    QCOMPARE(part<QComboBox>("swapTarget")->currentText(), QStringLiteral("shop 0.9.0"));
}

QTEST_MAIN(TestRehearsalStart)
#include "tst_rehearsal_start.moc"
