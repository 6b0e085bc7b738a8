// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/find_stage.h"

#include <QContextMenuEvent>

using namespace snowmelt;

/// Searching the fleet by real keys and clicks, over a scripted port.
class TestSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_stage.reset(); }
    void findsWhileOneTypes();
    void arrowsMoveAndReturnFlies();
    void returnGoesOnFromHitToHit();
    void escapeClosesAndGivesTheFocusBack();
    void nothingFoundIsSaid();
    void aHitIsClicked();
    void hitsAreRinged();
    void theNextIsFoundFromAnywhere();
    void aNodeOfACollapsedGroupIsFlownTo();
    void aDriftedPackageLeadsToItsNode();
    void theListFollowsTheFleet();
    void theFieldIsThereInASmallWindow();
    void aLargeFleetIsFoundInAsWell();
    void whatIsTypedOnIsWhatCounts();

private:
    QString count() const { return m_stage->text("foundCount"); }
    QString selected() const { return m_stage->document()->selection(); }
    QString atHand() const { return m_stage->list() ? m_stage->list()->currentIndex().data().toString() : QString(); }
    QImage around(const char* part) const
    {
        const QRect rect = m_stage->diagram()->partRect(QString::fromLatin1(part)).adjusted(-8, -8, 8, 8);
        return m_stage->diagram()->grab(rect).toImage();
    }

    static constexpr int aside = 60000; ///< laid out and searched on other threads, perhaps of a busy machine
    std::unique_ptr<FindStage> m_stage;
};

void TestSearch::init()
{
    m_stage = std::make_unique<FindStage>();
    m_stage->openLived();
}

void TestSearch::findsWhileOneTypes()
{
    QVERIFY(!m_stage->find("searchPanel"));
    m_stage->search("web");
    QTRY_COMPARE(count(), QStringLiteral("1 of 41"));
    QCOMPARE(atHand(), QStringLiteral("web"));
    QTest::keyClicks(m_stage->field(), QStringLiteral("-1"));
    QTRY_COMPARE(count(), QStringLiteral("1 of 11")); // web-1, web-10 … web-19
    QCOMPARE(atHand(), QStringLiteral("web-1"));
    QCOMPARE(selected(), QString()); // looking is not choosing
    m_stage->field()->clear();
    QTRY_VERIFY(!m_stage->find("searchPanel"));
}

void TestSearch::arrowsMoveAndReturnFlies()
{
    m_stage->search("web-1");
    QTRY_COMPARE(count(), QStringLiteral("1 of 11"));
    QTest::keyClick(m_stage->field(), Qt::Key_Down);
    QTest::keyClick(m_stage->field(), Qt::Key_Down);
    QCOMPARE(count(), QStringLiteral("3 of 11"));
    QTest::keyClick(m_stage->field(), Qt::Key_Up);
    const QString there = atHand();
    QCOMPARE(there, QStringLiteral("web-10"));
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QCOMPARE(selected(), there);
    QTRY_VERIFY(m_stage->isInTheMiddle("web-10"));
    QCOMPARE(m_stage->diagram()->selectedParts(), QStringList{there});
    QVERIFY(m_stage->field()->hasFocus());
    QTest::keyClick(m_stage->field(), Qt::Key_PageDown);
    QTest::keyClick(m_stage->field(), Qt::Key_PageDown);
    QCOMPARE(count(), QStringLiteral("11 of 11"));
    QTest::keyClick(m_stage->field(), Qt::Key_Down);
    QCOMPARE(count(), QStringLiteral("1 of 11")); // around the end
}

void TestSearch::returnGoesOnFromHitToHit()
{
    m_stage->search("api-");
    // Faster than the list: what is typed counts.
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QCOMPARE(selected(), QStringLiteral("api-1"));
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QCOMPARE(selected(), QStringLiteral("api-2"));
    QTRY_VERIFY(m_stage->isInTheMiddle("api-2"));
    QTest::keyClick(m_stage->field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(selected(), QStringLiteral("api-1"));
    QTest::keyClick(m_stage->field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(selected(), QStringLiteral("api-6"));
}

void TestSearch::escapeClosesAndGivesTheFocusBack()
{
    QVERIFY(m_stage->diagram()->hasFocus());
    m_stage->search("api");
    QTRY_VERIFY(m_stage->find("searchPanel"));
    QTest::keyClick(m_stage->field(), Qt::Key_Escape);
    QVERIFY(m_stage->diagram()->hasFocus());
    QVERIFY(!m_stage->find("searchPanel"));
    auto* tree = m_stage->find("fleetTree");
    tree->setFocus();
    m_stage->search("api");
    QTest::keyClick(m_stage->field(), Qt::Key_Escape);
    QVERIFY(tree->hasFocus());
}

void TestSearch::nothingFoundIsSaid()
{
    m_stage->search("wbe-1");
    QTRY_VERIFY(m_stage->find("searchPanel"));
    QCOMPARE(count(), QStringLiteral("Nothing is called “wbe-1”, and nothing known of a part contains it."));
    QVERIFY(!m_stage->list());
    QTest::keyClick(m_stage->field(), Qt::Key_Down);
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QCOMPARE(selected(), QString());
    QVERIFY(!m_stage->action("actionFindNext")->isEnabled());
}

void TestSearch::aHitIsClicked()
{
    m_stage->search("degraded web-12"); // no such words together
    QTRY_VERIFY(m_stage->find("searchPanel"));
    m_stage->search("web-12");
    QTRY_VERIFY(m_stage->list());
    WindowHand::clickRow(m_stage->list(), WindowHand::row(m_stage->list(), Qt::DisplayRole, QStringLiteral("web-12")));
    QCOMPARE(selected(), QStringLiteral("web-12"));
    QTRY_VERIFY(m_stage->isInTheMiddle("web-12"));
    QVERIFY(m_stage->field()->hasFocus());
}

void TestSearch::hitsAreRinged()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->diagram()->isSharp(), 60'000);
    const QImage before = around("orders");
    const QImage other = around("edge");
    m_stage->search("postgresql");
    QTRY_VERIFY(m_stage->list());
    QTRY_VERIFY(around("orders") != before);
    QCOMPARE(around("edge"), other);
    QTest::keyClick(m_stage->field(), Qt::Key_Escape);
    m_stage->diagram()->clearFocus();
    QTRY_COMPARE(around("orders"), before);
}

void TestSearch::theNextIsFoundFromAnywhere()
{
    QVERIFY(m_stage->action("actionFindNext")->toolTip().startsWith(QStringLiteral("Search for something first.")));
    m_stage->search("api-");
    QTRY_VERIFY(m_stage->list());
    QTest::keyClick(m_stage->field(), Qt::Key_Escape);
    m_stage->press("F3");
    QCOMPARE(selected(), QStringLiteral("api-1"));
    m_stage->press("F3");
    QCOMPARE(selected(), QStringLiteral("api-2"));
    m_stage->press("Shift+F3");
    QCOMPARE(selected(), QStringLiteral("api-1"));
    m_stage->chooseInMenu("actionFindPrevious");
    QCOMPARE(selected(), QStringLiteral("api-6"));
    QTRY_VERIFY(m_stage->isInTheMiddle("api-6"));
}

void TestSearch::aNodeOfACollapsedGroupIsFlownTo()
{
    m_stage->clickPart("api-3");
    m_stage->press("Ctrl+K");
    QVERIFY(m_stage->diagram()->partRect(QStringLiteral("api-3")).isNull());
    m_stage->search("api-3");
    QTRY_COMPARE(count(), QStringLiteral("1 of 1"));
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QTRY_VERIFY(m_stage->isInTheMiddle("api-3"));
    QCOMPARE(selected(), QStringLiteral("api-3"));
}

void TestSearch::aDriftedPackageLeadsToItsNode()
{
    m_stage->click("actionScanButton");
    const OperationId scan = m_stage->operations.lastOf<ScanIntent>();
    m_stage->operations.say(scan, NodeScanned{sample::driftReport(QStringLiteral("web-33"))});
    m_stage->operations.finish(scan, OutcomeKind::Incomplete, Safety::Unchanged);
    m_stage->search("openjdk");
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QCOMPARE(selected(), QStringLiteral("web-33"));
    QTRY_VERIFY(m_stage->isInTheMiddle("web-33"));
}

void TestSearch::theListFollowsTheFleet()
{
    m_stage->search("api");
    QTRY_COMPARE(count(), QStringLiteral("1 of 7"));
    QTest::keyClick(m_stage->field(), Qt::Key_Down);
    FleetState fleet = m_stage->lived();
    NodeState more = FindStage::node(&fleet, "api-6");
    more.name = QStringLiteral("api-7");
    for (GroupState& group : fleet.groups)
        if (group.name == u"api")
            group.nodes << more;
    m_stage->watch(fleet);
    QTRY_COMPARE(count(), QStringLiteral("2 of 8")); // what is at hand stays
}

void TestSearch::theFieldIsThereInASmallWindow()
{
    m_stage->window->resize(700, 500);
    m_stage->search("api");
    QTRY_VERIFY(m_stage->list());
    const QWidget* panel = m_stage->find("searchPanel");
    QVERIFY(m_stage->window->rect().contains(panel->geometry()));
}

void TestSearch::aLargeFleetIsFoundInAsWell()
{
    m_stage->openMany();
    m_stage->search("web-24");
    // Faster than the list: a key waits for it.
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(selected(), QStringLiteral("web-24"), aside);
    QCOMPARE(count(), QStringLiteral("1 of 111")); // web-24, web-240 …, web-2400 …
    QTest::keyClick(m_stage->field(), Qt::Key_9);
    QTest::keyClick(m_stage->field(), Qt::Key_Down);
    QTest::keyClick(m_stage->field(), Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(count(), QStringLiteral("3 of 11"), aside);
    QCOMPARE(atHand(), QStringLiteral("web-2491"));
    FleetState fleet = m_stage->lived(FindStage::manyNodes);
    FindStage::node(&fleet, "web-1").healthReason = QStringLiteral("GET /healthz: 503 pool");
    FindStage::node(&fleet, "web-1").health = Health::Down;
    m_stage->watch(fleet);
    m_stage->field()->clear();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find("searchPanel"), aside);
    const Scene& scene = m_stage->diagram()->scene();
    QTRY_COMPARE_WITH_TIMEOUT(scene.box(scene.firstOf(u"web-1"_qs)).health(), Health::Down, aside);
    QTest::keyClicks(m_stage->field(), QStringLiteral("pool"));
    QTRY_COMPARE_WITH_TIMEOUT(count(), QStringLiteral("1 of 1"), aside);
    QCOMPARE(atHand(), QStringLiteral("web-1"));
}

void TestSearch::whatIsTypedOnIsWhatCounts()
{
    m_stage->openMany();
    m_stage->search("web-1");
    QTest::keyClick(m_stage->field(), Qt::Key_Return);
    QTest::keyClicks(m_stage->field(), QStringLiteral("99"));
    QTRY_COMPARE_WITH_TIMEOUT(count(), QStringLiteral("1 of 11"), aside); // web-199, web-1990 …
    QCOMPARE(selected(), QString());                                      // Return was of other words
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
