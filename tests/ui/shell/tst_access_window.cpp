// SPDX-License-Identifier: GPL-3.0-or-later
// The window while questions of access stand: several, closed, hidden, and what is left of the answers.
#include "tests/ui/shell/access_stage.h"
#include "ui/shell/activity/log_text.h"

#include "models/document/fleet_document.h"
#include "models/items/host_key_model.h"
#include "ui/shell/frame/appearance.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace snowmelt;
using namespace snowmelt::access_stage;

class TestAccessWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void theyQueue();
    void whatIsClosedGoes();
    void theWindowStaysInUse();
    void whatIsNotOnTheScreenIsANo();
    void secretsAreNowhereElse();
};

void TestAccessWindow::theyQueue()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, passphrase());
    ask(stage, scan, hostKey(u"web02.example.org"_qs));
    ask(stage, scan, challenge());
    QVERIFY(comes(stage, "secretDialog"));
    QVERIFY(!stage.find("hostKeyDialog") && !stage.find("challengeDialog"));
    stage.click("secretRefuse");
    QVERIFY(comes(stage, "hostKeyDialog"));
    QVERIFY(!stage.find("secretDialog") && !stage.find("challengeDialog"));
    stage.click("hostKeyConnect");
    QVERIFY(comes(stage, "challengeDialog"));
    stage.click("challengeRefuse");
    QVERIFY(goes(stage, "challengeDialog"));
    QCOMPARE(stage.operations.answers.size(), 3);
}

void TestAccessWindow::whatIsClosedGoes()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, passphrase());
    QVERIFY(comes(stage, "secretDialog"));
    stage.operations.say(scan, QuestionClosed{passphrase().id});
    QVERIFY(goes(stage, "secretDialog"));
    ask(stage, scan, hostKey(u"web01.example.org"_qs));
    QVERIFY(comes(stage, "hostKeyDialog"));
    stage.operations.finish(scan, OutcomeKind::Cancelled, Safety::Unchanged);
    QVERIFY(goes(stage, "hostKeyDialog"));
    QVERIFY(stage.operations.answers.isEmpty()); // nobody said anything
}

/// Who is asked may go and look first.
void TestAccessWindow::theWindowStaysInUse()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, hostKey(u"web01.example.org"_qs));
    QVERIFY(comes(stage, "hostKeyDialog"));
    QVERIFY(!stage.find<QDialog>("hostKeyDialog")->isModal());
    QCOMPARE(QApplication::activeModalWidget(), nullptr);
    auto* document = stage.window->findChild<FleetDocument*>();
    document->setSelection(u"web-2"_qs);
    QCOMPARE(document->operation(scan)->questions, 1);
    stage.window->close(); // asks what becomes of the scan
    QVERIFY(comes(stage, "closeQuestion"));
    QVERIFY(stage.find("closeQuestion")
                ->findChild<QLabel*>(u"closeOperations"_qs)
                ->text()
                .contains(u"Waiting for your answer"_qs));
    stage.click("keepRunning");
    QVERIFY(QTest::qWaitFor([&] { return !stage.window->isVisible(); }, 30'000));
    ask(stage, scan, hostKey(u"web02.example.org"_qs));
    QVERIFY(QTest::qWaitFor([&] { return stage.window->isVisible(); }, 30'000)); // somebody is needed
}

/// An operation of a fleet that was open before: nobody can tell any more what it is about.
void TestAccessWindow::whatIsNotOnTheScreenIsANo()
{
    WindowStage stage;
    stage.openUp();
    const OperationId before = stage.operations.lastOf<WatchIntent>();
    stage.window->openBlueprint(stage.path());
    QVERIFY(stage.operations.lastOf<WatchIntent>() != before);
    ask(stage, before, hostKey(u"web01.example.org"_qs));
    QCOMPARE(stage.operations.answers.size(), 1);
    QVERIFY(!stage.operations.answers[0].agreed);
    QTest::qWait(50);
    QVERIFY(!stage.find("hostKeyDialog"));
}

void TestAccessWindow::secretsAreNowhereElse()
{
    WindowStage stage;
    const OperationId scan = begin(stage);
    ask(stage, scan, passphrase());
    QVERIFY(comes(stage, "secretDialog"));
    QTest::keyClicks(stage.find("secretField"), u"hunter2-word"_qs);
    stage.click("secretContinue");
    QVERIFY(goes(stage, "secretDialog"));
    closeAnswered(stage, scan);
    stage.operations.finish(scan);
    QTest::qWait(50);
    for (const QLabel* label : stage.window->findChildren<QLabel*>())
        QVERIFY(!label->text().contains(u"hunter2"_qs));
    for (const QLineEdit* field : stage.window->findChildren<QLineEdit*>())
        QVERIFY(!field->text().contains(u"hunter2"_qs));
    const auto* document = stage.window->findChild<FleetDocument*>();
    QVERIFY(document->questions().isEmpty());
    for (const LogEntry& entry : document->operation(scan)->log)
        QVERIFY(!logText(entry).contains(u"hunter2"_qs));
}

QTEST_MAIN(TestAccessWindow)
#include "tst_access_window.moc"
