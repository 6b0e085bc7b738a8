// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/rehearsal_hand.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/compare/compare_view.h"
#include "ui/shell/rehearsal/step_card.h"

#include <QClipboard>
#include <QComboBox>
#include <QSplitter>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace snowmelt;

/// The rehearsal before a swap and before a rebirth, by real clicks and keys over a scripted port: what is shown.
class TestRehearsal : public QObject, private RehearsalHand
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theDiagramShowsTheFleetAtEachStep();
    void stepsAreChosenInTheListToo();
    void playGoesThroughAllSteps();
    void allThatChangesIsOneDiagram();
    void commandsAreReadAndCopied();
    void checksStandGravestFirstAndAreCounted();
    void whatBlocksIsSaid();
    void noPlanSaysWhyAndWhatNext();
    void aRebirthIsRehearsedToo();
    void itComesBackAsItWasLeft();
    void itFitsASmallScreen();
    void checksAreInSightHoweverLateTheyShow();
    void everythingHasANameAndIsReachedByKeyboard();
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

void TestRehearsal::allThatChangesIsOneDiagram()
{
    openSwap(sample::rehearsalPlan());
    m_stage->click("rehearsalAll");
    auto* changes = part<CompareView>("rehearsalChanges");
    QVERIFY(changes);
    QVERIFY(!part<DiagramView>("rehearsalDiagram"));
    QVERIFY(!slider()->isEnabled());
    QStringList nodes;
    for (const DiagramBox& box : changes->diagram().boxes)
        if (box.kind == BoxKind::Node)
            nodes << box.part;
    nodes.sort();
    QCOMPARE(nodes.join(u' '), QStringLiteral("web-1 web-2 web-3 web-4 web-5 web-6"));
    QCOMPARE(plural(m_stage->text("rehearsalPosition")), QStringLiteral("3 added · 3 removed · 1 changed"));
    // A step leads back to the steps.
    steps()->setFocus();
    QTest::keyClick(steps(), Qt::Key_Down);
    QVERIFY(part<DiagramView>("rehearsalDiagram"));
    QVERIFY(slider()->isEnabled());
    QCOMPARE(m_stage->text("rehearsalPosition"), QStringLiteral("step 2 of 8: Create green"));
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

void TestRehearsal::checksAreInSightHoweverLateTheyShow()
{
    QWidget page;
    auto* column = new QVBoxLayout(&page);
    auto* above = new QTextEdit(&page);
    auto* list = new ChecksList(&page);
    list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(above, 3);
    column->addWidget(list, 2);
    page.resize(400, 400);
    page.show();
    list->setChecks(sample::blockedPlan().checks);
    column->activate(); // before the new rows are shown
    QTRY_VERIFY(list->height() >= 100);
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

QTEST_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
