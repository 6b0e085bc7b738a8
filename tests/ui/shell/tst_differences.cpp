// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/differences_test.h"

#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>

using namespace snowmelt;

/// Who differs in a group, from asking to rebirth.
class TestDifferences : public DifferencesTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { begin(); }
    void cleanup() { m_stage.reset(); }
    void theMenuLooksAtTheGroup();
    void theShortcutLooksAtTheNodesGroup();
    void theMenuOfAGroupLooksAtIt();
    void pickedNodesAreComparedWithEachOther();
    void nothingIsAskedOfAFleetThatIsDown();
    void progressIsShownAndCanBeCancelled();
    void whatIsKnownIsShownAtOnce();
    void anotherBaselineLooksAgain();
    void whoFailedToLookIsTold();
    void aDifferentNodeIsReborn();
    void allAlikeOnlyWhenAllWasSeen();
    void nothingSeenIsSaid();
    void nodesThatChangedSinceAreSaid();
    void escapeCloses();
};

void TestDifferences::theMenuLooksAtTheGroup()
{
    QVERIFY(!panel());
    select("web");
    QVERIFY(m_stage->action("actionDifferences")->text().contains(QStringLiteral("web")));
    m_stage->chooseInMenu("actionDifferences");
    QVERIFY(panel());
    QCOMPARE(looked().group, QStringLiteral("web"));
    QCOMPARE(looked().nodes, QStringList());
    QCOMPARE(looked().baseline, QString());
    answer(drift());
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift()));
    QVERIFY(m_stage->text("differencesAbout").contains(QStringLiteral("2 min ago")));
    QVERIFY(m_stage->text("differencesAbout").contains(GroupDriftText::alike(drift())));
    QCOMPARE(m_stage->text("differencesNotice"), QString(GroupDriftText::incomplete(drift()) + u'.'));
    QCOMPARE(shown(), QStringList({QStringLiteral("libssl3"), QStringLiteral("openssl"),
                                   QStringLiteral("/etc/nginx/nginx.conf"), QStringLiteral("kim")}));
    QVERIFY(things()->visualRect(row("kim")).isValid()); // titles are open
}

void TestDifferences::theShortcutLooksAtTheNodesGroup()
{
    select("web-3");
    QTest::keyClick(m_stage->window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(panel());
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::theMenuOfAGroupLooksAtIt()
{
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    QMenu* menu = menuOf("web");
    QVERIFY(menu);
    QAction* action = m_stage->action("actionDifferences");
    QVERIFY(menu->actions().contains(action));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(panel());
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::pickedNodesAreComparedWithEachOther()
{
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    for (const char* node : {"web-5", "web-2", "web-3"}) {
        const QPoint at = diagram()->partRect(QString::fromLatin1(node)).center();
        const bool first = node == QByteArray("web-5");
        QTest::mouseClick(diagram(), Qt::LeftButton, first ? Qt::NoModifier : Qt::ControlModifier, at);
    }
    QMenu* menu = menuOf("web-3");
    QAction* action = m_stage->action("actionDifferences");
    QVERIFY(menu && menu->actions().contains(action));
    QVERIFY(action->text().contains(u'3'));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QCOMPARE(looked().nodes, QStringList({QStringLiteral("web-2"), QStringLiteral("web-3"), QStringLiteral("web-5")}));
    QCOMPARE(looked().group, QString());
    GroupDrift picked = drift();
    picked.group.clear();
    picked.nodes = {picked.nodes[1], picked.nodes[2], picked.nodes[4]};
    picked.causes.clear();
    picked.differences = {
        sample::rowOf(sample::changed(DriftSection::Packages, "openssl", "version", "2", "1"), {1}, 3)};
    answer(picked);
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(picked));
    // the group is another comparison
    select("web");
    m_stage->chooseInMenu("actionDifferences");
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::nothingIsAskedOfAFleetThatIsDown()
{
    m_stage->watch(FleetState());
    QAction* action = m_stage->action("actionDifferences");
    QVERIFY(!action->isEnabled());
    QVERIFY(action->toolTip().contains(QStringLiteral("not running")));
}

void TestDifferences::progressIsShownAndCanBeCancelled()
{
    openWeb();
    const Progress progress{Phase::ScanningNode, {QStringLiteral("web-3")}, 3, 8};
    m_stage->operations.say(lookId(), progress);
    QCOMPARE(m_stage->text("differencesDoing"), sentence(progress));
    auto* bar = m_stage->find("differencesProgress")->findChild<QProgressBar*>();
    QCOMPARE(bar->value(), 3);
    QCOMPARE(bar->maximum(), 8);
    QVERIFY(!m_stage->find<QPushButton>("differencesLook")->isEnabled());
    m_stage->click("differencesCancel");
    QCOMPARE(m_stage->operations.cancelled, QList<OperationId>{lookId()});
    QVERIFY(!m_stage->find<QPushButton>("differencesCancel")->isEnabled());
    m_stage->operations.finish(lookId(), OutcomeKind::Cancelled, Safety::Unchanged);
    QVERIFY(!m_stage->find("differencesProgress"));
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("Not compared yet"));
    const OperationId first = lookId();
    m_stage->click("emptyAction");
    QTRY_VERIFY(lookId() != first);
    QCOMPARE(looked().group, QStringLiteral("web"));
}

void TestDifferences::whatIsKnownIsShownAtOnce()
{
    openWeb();
    answer(drift());
    const OperationId first = lookId();
    m_stage->click("differencesClose");
    QVERIFY(!panel());
    openWeb();
    QCOMPARE(lookId(), first);
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift()));
    m_stage->click("differencesLook");
    QVERIFY(lookId() != first);
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(drift())); // stays until the next is there
}

void TestDifferences::anotherBaselineLooksAgain()
{
    openWeb();
    answer(drift());
    const OperationId first = lookId();
    auto* baseline = m_stage->find<QComboBox>("differencesBaseline");
    QCOMPARE(baseline->count(), 9);
    baseline->setFocus();
    QTest::keyClick(baseline, Qt::Key_Down);
    QVERIFY(lookId() != first);
    QCOMPARE(looked().baseline, QStringLiteral("web-1"));
    GroupDrift against = drift();
    against.baseline = QStringLiteral("web-1");
    answer(against);
    QCOMPARE(baseline->currentText(), QStringLiteral("web-1"));
    QVERIFY(m_stage->text("differencesAbout").contains(GroupDriftText::against(against)));
    QCOMPARE(things()->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("web-1"));
    QCOMPARE(m_stage->operations.intent<DiffIntent>(first).baseline, QString());
}

void TestDifferences::whoFailedToLookIsTold()
{
    openWeb();
    const Error gone{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, {}};
    m_stage->operations.finish(lookId(), OutcomeKind::Failed, Safety::Unchanged, gone);
    QVERIFY(m_stage->text("emptyText").contains(sentence(gone).what));
    m_stage->click("emptyAction");
    answer(drift());
    m_stage->click("differencesLook");
    m_stage->operations.finish(lookId(), OutcomeKind::Failed, Safety::Unchanged, gone);
    QVERIFY(m_stage->text("differencesNotice").contains(sentence(gone).what));
    QVERIFY(things()); // what was seen before stays
}

void TestDifferences::aDifferentNodeIsReborn()
{
    openWeb();
    answer(drift());
    auto* button = m_stage->find<QPushButton>("differencesRebirth");
    QVERIFY(!button->isEnabled());
    WindowHand::clickRow(nodes(), row("openssl", 3));
    QVERIFY(button->text().contains(QStringLiteral("web-4")));
    WindowHand::clickRow(things(), row("kim")); // only one has it
    QVERIFY(button->text().contains(QStringLiteral("web-7")));
    m_stage->click("differencesRebirth");
    const OperationId plan = m_stage->operations.lastOf<PlanIntent>();
    QVERIFY(!plan.isEmpty());
    QCOMPARE(m_stage->operations.intent<PlanIntent>(plan).node, QStringLiteral("web-7"));
}

void TestDifferences::allAlikeOnlyWhenAllWasSeen()
{
    openWeb();
    GroupDrift alike = drift();
    alike.differences.clear();
    alike.causes.clear();
    answer(alike, OutcomeKind::Incomplete);
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("Nothing differs in what could be seen"));
    QVERIFY(m_stage->text("emptyText").contains(QStringLiteral("web-6: ")));
    for (ComparedNode& node : alike.nodes)
        node = {node.name, QDateTime::currentDateTimeUtc(), {}, {}};
    m_stage->click("differencesLook");
    answer(alike, OutcomeKind::Done);
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("All alike"));
    QCOMPARE(m_stage->text("differencesTitle"), GroupDriftText::title(alike));
    QVERIFY(!m_stage->find("differencesRebirth"));
}

void TestDifferences::nothingSeenIsSaid()
{
    openWeb();
    GroupDrift blind;
    blind.group = QStringLiteral("web");
    for (const QString& name : webNodes(8))
        blind.nodes << ComparedNode{name, {}, Error{ErrorCode::SshUnreachable, {name, QStringLiteral("h:22")}, {}}, {}};
    answer(blind, OutcomeKind::Incomplete);
    QCOMPARE(m_stage->text("emptyTitle"), QStringLiteral("Nothing could be seen"));
    QVERIFY(m_stage->text("emptyText").startsWith(QStringLiteral("web-1: ")));
    QVERIFY(m_stage->text("differencesNotice").contains(u'8'));
}

void TestDifferences::nodesThatChangedSinceAreSaid()
{
    openWeb();
    answer(drift());
    QVERIFY(!m_stage->text("differencesNotice").contains(QStringLiteral("look again")));
    m_stage->watch(sample::fleet(webNodes(7)));
    QVERIFY(m_stage->text("differencesNotice").contains(QStringLiteral("look again")));
}

void TestDifferences::escapeCloses()
{
    openWeb();
    answer(drift());
    QTest::keyClick(things(), Qt::Key_Escape);
    QVERIFY(!panel());
}

QTEST_MAIN(TestDifferences)
#include "tst_differences.moc"
