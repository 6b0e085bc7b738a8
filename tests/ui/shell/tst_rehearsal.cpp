// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/rehearsal_plan.h"
#include "tests/ui/shell/window_test.h"

#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/frame/appearance.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/rehearsal/capacity.h"
#include "ui/shell/rehearsal/checks_list.h"
#include "ui/shell/rehearsal/choices.h"
#include "ui/shell/rehearsal/rehearsal_dialog.h"
#include "ui/shell/rehearsal/rehearsal_stage.h"
#include "ui/shell/rehearsal/rehearsal_words.h"
#include "ui/shell/rehearsal/start_state.h"
#include "ui/shell/rehearsal/step_card.h"
#include "ui/shell/rehearsal/step_list.h"
#include "ui/shell/rehearsal/step_slider.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTextEdit>
#include <QToolButton>

using namespace snowmelt;

/// The rehearsal before a swap and before a rebirth, by real clicks and keys over a scripted port.
class TestRehearsal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whatStandsInTheWayOfAStart();
    void capacityIsUnknownUntilThePlanSaysIt();
    void ownChecksArePaths();
    void theForecastInventsNothing();
    void eachStepSaysItsBoundsAndItsUndo();

    void theDiagramShowsTheFleetAtEachStep();
    void stepsAreChosenInTheListToo();
    void playGoesThroughAllSteps();
    void commandsAreReadAndCopied();
    void checksStandGravestFirstAndAreCounted();
    void eachWarningIsAcceptedByName();
    void whatIsAcceptedStaysSoOnlyWhileItSaysTheSame();
    void whatBlocksIsSaid();
    void aChangedChoiceAsksForAnotherPlan();
    void theOtherChoicesReachThePlanAndTheStart();
    void anOwnCheckThatIsNoPathIsSaid();
    void noPlanSaysWhyAndWhatNext();
    void anOldPlanIsMadeAgainBeforeTheStart();
    void aPlanThatChangedIsNotStarted();
    void returnInAFieldStartsNothing();
    void closingDropsTheQuestion();
    void theVersionMayBeChosenBefore();
    void aRebirthIsRehearsedToo();
    void itComesBackAsItWasLeft();
    void itFitsASmallScreen();
    void everythingHasANameAndIsReachedByKeyboard();
    void pictures_data();
    void pictures();

private:
    RehearsalDialog* dialog() const { return m_stage->find<RehearsalDialog>("swapDialog"); }
    template <typename Widget>
    Widget* part(const char* name) const
    {
        return m_stage->find<Widget>(name);
    }
    /// Of the rehearsal that is open, whether it is seen already or waits for the plan.
    template <typename Widget>
    Widget* inside() const
    {
        QWidget* open = dialog() ? dialog() : part<QWidget>("rebirthDialog");
        return open->findChild<Widget*>();
    }
    RehearsalStage* stage() const { return inside<RehearsalStage>(); }
    StepList* steps() const { return inside<StepList>(); }
    ChecksList* checks() const { return inside<ChecksList>(); }
    StepSlider* slider() const { return part<StepSlider>("rehearsalSlider"); } // null while there is nothing to slide
    QPushButton* startButton() const { return part<QPushButton>("startSwap"); }
    QList<QCheckBox*> boxes() const { return checks()->findChildren<QCheckBox*>(QStringLiteral("acceptWarning")); }
    OperationId lastPlan() const { return m_stage->operations.lastOf<PlanIntent>(); }
    /// Whether or not the English plurals are loaded.
    static QString plural(QString text) { return text.replace(QStringLiteral("(s)"), QStringLiteral("s")); }
    void openSwap(const Plan& plan);
    void acceptAll();
    void shoot(QWidget* widget, const QString& name);

    std::unique_ptr<WindowStage> m_stage;
};

void TestRehearsal::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestRehearsal::init()
{
    m_stage = std::make_unique<WindowStage>();
}

void TestRehearsal::cleanup()
{
    m_stage.reset();
}

void TestRehearsal::openSwap(const Plan& plan)
{
    m_stage->openUp();
    m_stage->operations.plan = plan;
    m_stage->click("actionSwapButton");
    QVERIFY(dialog());
    QTRY_COMPARE(steps()->count(), int(plan.steps.size()));
}

void TestRehearsal::acceptAll()
{
    const QList<QCheckBox*> all = boxes();
    for (QCheckBox* box : all) {
        if (!box->isChecked())
            QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    }
}

void TestRehearsal::whatStandsInTheWayOfAStart()
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

void TestRehearsal::capacityIsUnknownUntilThePlanSaysIt()
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

void TestRehearsal::ownChecksArePaths()
{
    QCOMPARE(readCheckPaths(QStringLiteral(" /ready,/version  /deep/er ")),
             (CheckPaths{{QStringLiteral("/ready"), QStringLiteral("/version"), QStringLiteral("/deep/er")}, {}}));
    QCOMPARE(readCheckPaths(QStringLiteral("ready /ok")).wrong, QStringList{QStringLiteral("ready")});
    QCOMPARE(readCheckPaths({}), CheckPaths());
}

void TestRehearsal::theForecastInventsNothing()
{
    QCOMPARE(plural(RehearsalWords::forecast(sample::swapPlan({}))),
             QStringLiteral("No earlier deployment to judge the time by. 3 nodes more meanwhile."));
    // 22.92 s of steps and 60 s of watching; three nodes at ₩ 120 an hour for all but the first step.
    QCOMPARE(plural(RehearsalWords::forecast(sample::rehearsalPlan())),
             QStringLiteral("About 1 min 23 s. 3 nodes more meanwhile: ₩ 8.26."));
}

void TestRehearsal::eachStepSaysItsBoundsAndItsUndo()
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

void TestRehearsal::theDiagramShowsTheFleetAtEachStep()
{
    openSwap(sample::rehearsalPlan());
    const auto nodes = [this] { return stage()->shown().findGroup(QStringLiteral("web"))->nodes; };
    QCOMPARE(nodes().size(), 3);
    QCOMPARE(m_stage->text("rehearsalPosition"), QStringLiteral("step 1 of 8: Check"));
    slider()->setFocus();
    QTest::keyClick(slider(), Qt::Key_Right);
    QCOMPARE(nodes().size(), 6);
    QTest::keyClick(slider(), Qt::Key_Right);
    for (const NodeState& node : nodes().mid(3)) {
        QCOMPARE(node.side, Side::Green);
        QCOMPARE(node.health, Health::Healthy); // it waits for its first request
        QCOMPARE(node.share, 0.0);
    }
    QTest::keyClick(slider(), Qt::Key_Right);
    QCOMPARE(m_stage->text("rehearsalPosition"), QStringLiteral("step 4 of 8: Move traffic"));
    for (const NodeState& node : nodes())
        QCOMPARE(node.health, node.side == Side::Green ? Health::Healthy : Health::Draining);
    QVERIFY(!part<DiagramView>("rehearsalDiagram")->partRect(QStringLiteral("web-6")).isNull());
    QTest::keyClick(slider(), Qt::Key_End);
    QCOMPARE(nodes().size(), 3);
    QCOMPARE(nodes().first().name, QStringLiteral("web-4"));
    // What is rehearsed touches neither the fleet nor what is selected in the window.
    const auto* real = m_stage->window->findChild<FleetDocument*>();
    QCOMPARE(real->fleet().findGroup(QStringLiteral("web"))->nodes.first().name, QStringLiteral("web-1"));
}

void TestRehearsal::stepsAreChosenInTheListToo()
{
    openSwap(sample::rehearsalPlan());
    QTest::mouseClick(steps()->card(4), Qt::LeftButton, {}, {40, 10});
    QCOMPARE(slider()->value(), 4);
    QVERIFY(steps()->card(4)->isCurrent());
    QTest::keyClick(steps()->card(4), Qt::Key_Up);
    QCOMPARE(slider()->value(), 3);
    QVERIFY(steps()->card(3)->hasFocus());
    // A click on the rail goes to the nearest stop.
    QTest::mouseClick(slider(), Qt::LeftButton, {}, {slider()->width() - 12, slider()->height() / 2});
    QCOMPARE(slider()->value(), 7);
    QCOMPARE(steps()->current(), 7);
}

void TestRehearsal::playGoesThroughAllSteps()
{
    openSwap(sample::rehearsalPlan());
    stage()->setPace(10);
    QStringList seen;
    connect(stage(), &RehearsalStage::stepChanged, this, [&seen](int step) { seen += QString::number(step); });
    m_stage->click("rehearsalPlay");
    QTRY_COMPARE(slider()->value(), 7);
    QCOMPARE(seen.join(u' '), QStringLiteral("1 2 3 4 5 6 7"));
    QTRY_COMPARE(part<QToolButton>("rehearsalPlay")->accessibleName(), QStringLiteral("Play the steps"));
    m_stage->click("rehearsalPlay"); // from the beginning
    QVERIFY(slider()->value() < 7);
    QTest::keyClick(slider(), Qt::Key_Home); // a hand on the slider stops it
    QCOMPARE(part<QToolButton>("rehearsalPlay")->accessibleName(), QStringLiteral("Play the steps"));
}

void TestRehearsal::commandsAreReadAndCopied()
{
    openSwap(sample::rehearsalPlan());
    StepCard* create = steps()->card(1);
    QVERIFY(!create->findChild<QTextEdit*>()->isVisible());
    QTest::mouseClick(create->findChild<QToolButton*>(QStringLiteral("openStep")), Qt::LeftButton);
    const auto boxes = create->findChildren<QTextEdit*>(QStringLiteral("stepCommands"));
    QCOMPARE(boxes.size(), 2); // and how it is undone
    QVERIFY(boxes.first()->isVisible());
    QVERIFY(boxes.first()->toPlainText().contains(QStringLiteral("addr ‹address of web-4› port")));
    QVERIFY(boxes.first()->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    QCOMPARE(boxes.first()->viewport()->height(), boxes.first()->document()->size().toSize().height()); // all of it
    QTest::mouseClick(create->findChild<QToolButton*>(QStringLiteral("copyCommands")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), boxes.first()->toPlainText());
    QTest::keyClick(create, Qt::Key_Left);
    QVERIFY(!create->isOpen());
}

void TestRehearsal::checksStandGravestFirstAndAreCounted()
{
    openSwap(sample::blockedPlan());
    QCOMPARE(checks()->checks().value(0).verdict, Verdict::Block);
    QCOMPARE(checks()->checks().value(1).verdict, Verdict::Warn);
    const auto sentences = checks()->findChildren<QLabel*>(QStringLiteral("checkSentence"));
    QCOMPARE(sentences.size(), 7);
    QVERIFY(sentences.first()->accessibleName().startsWith(verdictText(Verdict::Block)));
    QCOMPARE(m_stage->text("swapCheckCount"), QStringLiteral("5 pass · 1 warn · 1 block"));
}

void TestRehearsal::eachWarningIsAcceptedByName()
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

void TestRehearsal::whatIsAcceptedStaysSoOnlyWhileItSaysTheSame()
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

void TestRehearsal::whatBlocksIsSaid()
{
    openSwap(sample::blockedPlan());
    acceptAll();
    QVERIFY(!startButton()->isEnabled());
    QVERIFY(startButton()->toolTip().contains(QStringLiteral("not built")));
    QCOMPARE(m_stage->text("dialogRemark"), QStringLiteral("It cannot start while a check blocks."));
    m_stage->click("dialogCancel");
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty());
}

void TestRehearsal::aChangedChoiceAsksForAnotherPlan()
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

void TestRehearsal::theOtherChoicesReachThePlanAndTheStart()
{
    openSwap(sample::rehearsalPlan());
    QVERIFY(!part<QSpinBox>("drainDeadline"));
    m_stage->click("moreChoices");
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

void TestRehearsal::anOwnCheckThatIsNoPathIsSaid()
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

void TestRehearsal::noPlanSaysWhyAndWhatNext()
{
    m_stage->openUp();
    m_stage->click("actionSwapButton");
    const Error error{ErrorCode::NoFreeSlot, {QStringLiteral("edge"), QStringLiteral("web")}, {}};
    m_stage->operations.finish(lastPlan(), OutcomeKind::Failed, Safety::Unchanged, error);
    QCOMPARE(m_stage->text("noPlanWhat"), sentence(error).what);
    QCOMPARE(m_stage->text("noPlanNext"), sentence(error).next);
    QVERIFY(!m_stage->text("noPlanNext").isEmpty());
    QVERIFY(!startButton()->isEnabled());
    QVERIFY(!slider()); // nothing to slide along
    m_stage->operations.plan = sample::rehearsalPlan();
    m_stage->click("planAgain");
    QTRY_COMPARE(steps()->count(), 8);
    QVERIFY(slider());
}

void TestRehearsal::anOldPlanIsMadeAgainBeforeTheStart()
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

void TestRehearsal::aPlanThatChangedIsNotStarted()
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

void TestRehearsal::returnInAFieldStartsNothing()
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

void TestRehearsal::closingDropsTheQuestion()
{
    m_stage->openUp();
    m_stage->click("actionSwapButton");
    const OperationId asked = lastPlan();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(m_stage->operations.cancelled.contains(asked));
}

void TestRehearsal::theVersionMayBeChosenBefore()
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

void TestRehearsal::aRebirthIsRehearsedToo()
{
    m_stage->openUp();
    m_stage->window->findChild<FleetDocument*>()->setSelection(QStringLiteral("web-2"));
    m_stage->operations.plan = sample::rebirthPlan();
    m_stage->click("rebirthButton");
    QTRY_COMPARE(steps()->count(), 7);
    const PlanIntent asked = m_stage->operations.intent<PlanIntent>(lastPlan());
    QCOMPARE(asked.node, QStringLiteral("web-2"));
    QCOMPARE(asked.group, QStringLiteral("web"));
    QVERIFY(!part<QComboBox>("swapTarget"));
    QTest::keyClick(slider(), Qt::Key_End);
    QStringList names;
    for (const NodeState& node : stage()->shown().findGroup(QStringLiteral("web"))->nodes)
        names += node.name;
    QCOMPARE(names, QStringList({QStringLiteral("web-1"), QStringLiteral("web-3"), QStringLiteral("web-4")}));
    QVERIFY(!part<QPushButton>("startRebirth")->isEnabled());
    acceptAll();
    m_stage->click("startRebirth");
    const OperationId begun = m_stage->operations.lastOf<RebirthIntent>();
    const RebirthIntent rebirth = m_stage->operations.intent<RebirthIntent>(begun);
    QCOMPARE(rebirth.node, QStringLiteral("web-2"));
    QCOMPARE(rebirth.options.accepted, QStringList{QStringLiteral("driftLost")});
}

void TestRehearsal::itComesBackAsItWasLeft()
{
    openSwap(sample::rehearsalPlan());
    dialog()->resize(1111, 777);
    auto* splitter = part<QSplitter>("rehearsalSplitter");
    QTRY_COMPARE(dialog()->width(), 1111);
    splitter->setSizes({500, 563});
    const QList<int> left = splitter->sizes();
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!dialog());
    m_stage->click("actionSwapButton");
    QCOMPARE(dialog()->size(), QSize(1111, 777));
    QTRY_COMPARE(part<QSplitter>("rehearsalSplitter")->sizes(), left);
}

void TestRehearsal::itFitsASmallScreen()
{
    m_stage->openUp();
    m_stage->window->resize(1024, 700);
    m_stage->operations.plan = sample::rehearsalPlan();
    m_stage->click("actionSwapButton");
    QTRY_COMPARE(steps()->count(), 8);
    m_stage->click("moreChoices");
    QTest::qWait(50); // layouts settle
    const QSize least = dialog()->minimumSizeHint().expandedTo(dialog()->minimumSize());
    QVERIFY2(least.width() <= 1024 && least.height() <= 700,
             qPrintable(QStringLiteral("%1 × %2 at least").arg(least.width()).arg(least.height())));
    QVERIFY2(dialog()->width() <= 1024 && dialog()->height() <= 700,
             qPrintable(QStringLiteral("%1 × %2").arg(dialog()->width()).arg(dialog()->height())));
    // Nothing is cut at its right or lower edge.
    const auto all = dialog()->findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : all) {
        if (button->isVisibleTo(dialog()) && !button->parentWidget()->window()->isHidden() &&
            !steps()->isAncestorOf(button) && !checks()->isAncestorOf(button))
            QVERIFY2(dialog()->rect().contains(QRect(button->mapTo(dialog(), QPoint()), button->size())),
                     qPrintable(button->objectName()));
    }
    QVERIFY(checks()->height() >= 100 && steps()->height() >= 100);
    for (int row = 0; row < steps()->count(); ++row)
        QVERIFY(steps()->card(row)->width() <= steps()->viewport()->width());
}

void TestRehearsal::everythingHasANameAndIsReachedByKeyboard()
{
    openSwap(sample::rehearsalPlan());
    m_stage->click("moreChoices");
    QTRY_VERIFY(!boxes().isEmpty());
    QSet<QWidget*> wanted{slider(),
                          steps()->card(0),
                          boxes().first(),
                          part<QWidget>("rehearsalPlay"),
                          part<QWidget>("dialogCancel"),
                          part<QWidget>("swapTarget"),
                          part<QWidget>("swapBake"),
                          part<QWidget>("moreChoices"),
                          part<QWidget>("ownChecks"),
                          part<QWidget>("keepGreen")};
    dialog()->activateWindow();
    part<QWidget>("swapTarget")->setFocus();
    for (int i = 0; i < 80 && !wanted.isEmpty(); ++i) {
        QWidget* now = dialog()->focusWidget();
        wanted.remove(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    QVERIFY2(wanted.isEmpty(), wanted.isEmpty() ? "" : qPrintable((*wanted.begin())->objectName()));
    // In the order in which it is read.
    part<QWidget>("swapTarget")->setFocus();
    QStringList order;
    for (int i = 0; i < 80 && !order.contains(QStringLiteral("dialogCancel")); ++i) {
        order += dialog()->focusWidget()->objectName();
        QTest::keyClick(dialog()->focusWidget(), Qt::Key_Tab);
    }
    const auto place = [&order](const char* name) { return order.indexOf(QString::fromLatin1(name)); };
    QVERIFY2(place("swapBake") < place("rehearsalSlider") && place("rehearsalSlider") < place("acceptWarning") &&
                 place("acceptWarning") < place("dialogCancel"),
             qPrintable(order.join(u' ')));
    for (const QWidget* each :
         {static_cast<QWidget*>(slider()), part<QWidget>("rehearsalPlay"), static_cast<QWidget*>(steps()->card(3)),
          part<QWidget>("capacityChart"), static_cast<QWidget*>(boxes().first())})
        QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
    QVERIFY(slider()->accessibleDescription().startsWith(QStringLiteral("Step 1 of 8")));
    QVERIFY(part<QWidget>("capacityChart")->accessibleDescription().startsWith(QStringLiteral("never below 3")));
}

void TestRehearsal::shoot(QWidget* widget, const QString& name)
{
    QVERIFY2(widget, qPrintable(name));
    QTRY_VERIFY(!slider() || !slider()->isGliding());
    QTest::qWait(50); // layouts that were posted settle before the picture
    const QString folder =
        qEnvironmentVariable("SNOWMELT_SCREENSHOTS", QDir::currentPath() + QStringLiteral("/screenshots"));
    QVERIFY(QDir().mkpath(folder));
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1"));
    const QString look =
        QString::fromLatin1(QTest::currentDataTag()) + (scale == u'1' ? QString() : QString(u'@' + scale + u'x'));
    const QPixmap picture = widget->grab();
    QVERIFY(!picture.isNull());
    QVERIFY(picture.save(folder + u'/' + name + u'-' + look + QStringLiteral(".png")));
}

void TestRehearsal::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestRehearsal::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    m_stage->openUp();
    m_stage->click("actionSwapButton");
    shoot(dialog(), QStringLiteral("rehearsal-asking"));
    m_stage->operations.plan = sample::rehearsalPlan();
    part<QSpinBox>("swapBake")->setValue(61);
    part<QSpinBox>("swapBake")->setValue(60);
    QTRY_COMPARE(steps()->count(), 8);
    shoot(dialog(), QStringLiteral("rehearsal-begin"));
    stage()->setStep(3);
    steps()->card(3)->setOpen(true);
    acceptAll();
    shoot(dialog(), QStringLiteral("rehearsal-move"));
    stage()->setStep(7);
    shoot(dialog(), QStringLiteral("rehearsal-end"));
    m_stage->operations.plan = sample::blockedPlan();
    m_stage->operations.plan->steps[3].serving = 2;
    part<QSpinBox>("swapBake")->setValue(61);
    QTRY_COMPARE(checks()->checks().size(), 7);
    m_stage->click("moreChoices");
    dialog()->resize(1024, 700);
    shoot(dialog(), QStringLiteral("rehearsal-blocked-small"));
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!dialog());
    m_stage->operations.plan.reset();
    m_stage->click("actionSwapButton");
    m_stage->operations.finish(lastPlan(), OutcomeKind::Failed, Safety::Unchanged,
                               Error{ErrorCode::NoFreeSlot, {QStringLiteral("edge"), QStringLiteral("web")}, {}});
    shoot(dialog(), QStringLiteral("rehearsal-error"));
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!dialog());
    m_stage->window->findChild<FleetDocument*>()->setSelection(QStringLiteral("web-2"));
    m_stage->operations.plan = sample::rebirthPlan();
    m_stage->click("rebirthButton");
    QTRY_COMPARE(steps()->count(), 7);
    stage()->setStep(3);
    shoot(part<QWidget>("rebirthDialog"), QStringLiteral("rehearsal-rebirth"));
}

QTEST_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
