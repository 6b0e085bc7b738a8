// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/find_stage.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace snowmelt;

/// Looking at a part of a fleet, by real clicks and keys, over a scripted port.
class TestFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_stage.reset(); }
    void unhealthyIsWhatIsLeft();
    void whatCouldNotBeSeenIsNeverTakenForFine();
    void filtersAddUpAndShowAllEndsThem();
    void everyFilterHasAKey();
    void anImageIsChosenFromThoseThatRun();
    void theFilterFollowsTheFleet();
    void theFilterIsThereAgainForItsFleet();
    void theFilterSurvivesAChangeOfLanguage();
    void neighboursAreLeftByEscape();
    void neighboursFromTheMenuOfAPart();
    void neighboursOfWhatIsGoneAreLeft();
    void whatIsCollapsedIsCounted();
    void aLargeFleetIsFilteredAsWell();

private:
    bool isOn(const char* action) const { return m_stage->action(action)->isChecked(); }

    std::unique_ptr<FindStage> m_stage;
};

void TestFilter::init()
{
    m_stage = std::make_unique<FindStage>();
    m_stage->openLived();
}

void TestFilter::unhealthyIsWhatIsLeft()
{
    QCOMPARE(m_stage->hidden(), QStringLiteral("nothing hidden"));
    QVERIFY(!m_stage->find("showAllButton"));
    m_stage->click("actionFilterUnhealthyButton");
    QVERIFY(!m_stage->isDimmed("web-7"));
    QVERIFY(!m_stage->isDimmed("web-12"));
    QVERIFY(m_stage->isDimmed("web-1"));
    QVERIFY(m_stage->isDimmed("edge"));
    QVERIFY(!m_stage->isDimmed("web"));                                 // something in it is in sight
    QVERIFY(m_stage->hidden().startsWith(QStringLiteral("45 hidden"))); // of 48, 2 are ill and 1 not seen
    m_stage->click("actionFilterUnhealthyButton");
    QVERIFY(!m_stage->isDimmed("web-1"));
    QCOMPARE(m_stage->hidden(), QStringLiteral("nothing hidden"));
}

void TestFilter::whatCouldNotBeSeenIsNeverTakenForFine()
{
    for (const char* button : {"actionFilterUnhealthyButton", "actionFilterDriftedButton"}) {
        m_stage->click(button);
        QVERIFY2(!m_stage->isDimmed("api-2"), button);
        QVERIFY2(m_stage->find("hiddenCount")->accessibleName().contains(QStringLiteral("1 in doubt")), button);
        m_stage->click(button);
    }
    m_stage->click("actionFilterUnseenButton");
    QVERIFY(!m_stage->isDimmed("api-2"));
    QVERIFY(m_stage->isDimmed("web-7"));
    QCOMPARE(m_stage->hidden(), QStringLiteral("47 hidden"));
}

void TestFilter::filtersAddUpAndShowAllEndsThem()
{
    m_stage->click("actionFilterUnhealthyButton");
    m_stage->click("actionFilterDriftedButton");
    QVERIFY(!m_stage->isDimmed("web-3"));
    QVERIFY(!m_stage->isDimmed("web-7"));
    QVERIFY(m_stage->isDimmed("web-4"));
    QCOMPARE(m_stage->find<QAbstractButton>("showAllButton")->text(), QStringLiteral("Show all"));
    m_stage->click("showAllButton");
    QVERIFY(!m_stage->isDimmed("web-4"));
    QVERIFY(!isOn("actionFilterUnhealthy") && !isOn("actionFilterDrifted"));
    QCOMPARE(m_stage->hidden(), QStringLiteral("nothing hidden"));
    QVERIFY(!m_stage->find("showAllButton"));
    QVERIFY(m_stage->action("actionShowAll")->toolTip().startsWith(QStringLiteral("Nothing is hidden.")));
}

void TestFilter::everyFilterHasAKey()
{
    m_stage->press("Alt+1");
    QVERIFY(isOn("actionFilterUnhealthy"));
    m_stage->press("Alt+2");
    QVERIFY(isOn("actionFilterDrifted"));
    m_stage->press("Alt+3");
    QVERIFY(isOn("actionFilterUnseen"));
    QCOMPARE(m_stage->hidden(), QStringLiteral("44 hidden"));
    m_stage->press("Alt+0");
    QCOMPARE(m_stage->hidden(), QStringLiteral("nothing hidden"));
    m_stage->chooseInMenu("actionFilterDrifted");
    QVERIFY(isOn("actionFilterDrifted"));
    QVERIFY(m_stage->isDimmed("web-7"));
}

void TestFilter::anImageIsChosenFromThoseThatRun()
{
    m_stage->press("Alt+4");
    auto* menu = m_stage->find<QMenu>("imageFilterMenu");
    QVERIFY(menu);
    QStringList offered;
    QAction* wanted = nullptr;
    for (QAction* image : menu->actions()) {
        offered << image->text();
        if (image->text() == u"shop 1.1.0")
            wanted = image;
    }
    QCOMPARE(offered, (QStringList{QStringLiteral("foundation/haproxy 1"), QStringLiteral("foundation/postgresql 1"),
                                   QStringLiteral("shop 1.0.0"), QStringLiteral("shop 1.1.0")}));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(wanted).center());
    QVERIFY(!m_stage->isDimmed("web-20"));
    QVERIFY(m_stage->isDimmed("web-1"));
    QCOMPARE(m_stage->hidden(), QStringLiteral("47 hidden"));
    m_stage->press("Alt+4"); // and with the keyboard alone
    menu = m_stage->find<QMenu>("imageFilterMenu");
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_Up); // around to the last
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(m_stage->hidden(), QStringLiteral("nothing hidden"));
}

void TestFilter::theFilterFollowsTheFleet()
{
    m_stage->click("actionFilterUnhealthyButton");
    FleetState fleet = m_stage->lived();
    FindStage::node(&fleet, "web-7").health = Health::Healthy;
    FindStage::node(&fleet, "api-5").health = Health::Down;
    m_stage->watch(fleet);
    QVERIFY(m_stage->isDimmed("web-7"));
    QVERIFY(!m_stage->isDimmed("api-5"));
    for (GroupState& group : fleet.groups)
        if (group.name == u"web")
            group.nodes.removeFirst();
    m_stage->watch(fleet); // other boxes: web-1 is planned now
    QVERIFY(m_stage->isDimmed("web-7"));
    QVERIFY(!m_stage->isDimmed("api-5"));
    auto* button = m_stage->find<QAbstractButton>("actionFilterUnhealthyButton");
    QCOMPARE(button->text(), QStringLiteral("Unhealthy 2"));
}

void TestFilter::theFilterIsThereAgainForItsFleet()
{
    m_stage->click("actionFilterDriftedButton");
    QVERIFY(m_stage->window->close());
    m_stage->window.reset();
    m_stage->openLived();
    QVERIFY(isOn("actionFilterDrifted"));
    QVERIFY(m_stage->isDimmed("web-1"));
    QVERIFY(!m_stage->isDimmed("web-3"));
    const QString other = QFileInfo(m_stage->path()).path() + QStringLiteral("/other.yaml");
    QFile file(other);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(FindStage::blueprintText());
    file.close();
    m_stage->window->openBlueprint(other);
    m_stage->watch(m_stage->lived());
    QVERIFY(!isOn("actionFilterDrifted"));
    QCOMPARE(m_stage->hidden(), QStringLiteral("nothing hidden"));
}

void TestFilter::theFilterSurvivesAChangeOfLanguage()
{
    m_stage->click("actionFilterUnseenButton");
    QPointer<QWidget> before = m_stage->find("filterBar");
    m_stage->action("actionLanguage2")->trigger();
    QTRY_VERIFY(before.isNull());
    QVERIFY(isOn("actionFilterUnseen"));
    QTRY_VERIFY(m_stage->isDimmed("web-1"));
    QVERIFY(!m_stage->isDimmed("api-2"));
    m_stage->action("actionLanguage1")->trigger();
    QTRY_COMPARE(Settings::language(), Language::English);
}

void TestFilter::neighboursAreLeftByEscape()
{
    QVERIFY(m_stage->action("actionFocus")->toolTip().startsWith(QStringLiteral("Select something")));
    m_stage->clickPart("orders");
    m_stage->press("Ctrl+Shift+N");
    QVERIFY(m_stage->find("focusButton"));
    QVERIFY(!m_stage->isDimmed("orders"));
    QVERIFY(!m_stage->isDimmed("web-1"));
    QVERIFY(!m_stage->isDimmed("api-1"));
    QVERIFY(m_stage->isDimmed("edge")); // two steps away
    QCOMPARE(m_stage->hidden(), QStringLiteral("1 hidden"));
    QTest::keyClick(m_stage->diagram(), Qt::Key_Escape);
    QVERIFY(!m_stage->isDimmed("edge"));
    QVERIFY(!m_stage->find("focusButton"));
    QCOMPARE(m_stage->document()->selection(), QStringLiteral("orders")); // Esc left one thing, not two
    QTest::keyClick(m_stage->diagram(), Qt::Key_Escape);
    QCOMPARE(m_stage->document()->selection(), QString());
}

void TestFilter::neighboursFromTheMenuOfAPart()
{
    const QPoint at = m_stage->diagram()->partRect(QStringLiteral("api-1")).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_stage->diagram()->mapToGlobal(at));
    QApplication::sendEvent(m_stage->diagram(), &event);
    auto* menu = m_stage->find<QMenu>("partMenu");
    QVERIFY(menu);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(m_stage->action("actionFocus")).center());
    QVERIFY(!m_stage->isDimmed("api-1"));
    QVERIFY(!m_stage->isDimmed("edge"));
    QVERIFY(m_stage->isDimmed("api-2"));
    QVERIFY(m_stage->isDimmed("web"));
    m_stage->click("focusButton");
    QVERIFY(!m_stage->isDimmed("web"));
}

void TestFilter::neighboursOfWhatIsGoneAreLeft()
{
    FleetState fleet = m_stage->lived();
    NodeState more = FindStage::node(&fleet, "web-40");
    more.name = QStringLiteral("web-41");
    for (GroupState& group : fleet.groups)
        if (group.name == u"web")
            group.nodes << more;
    m_stage->watch(fleet);
    m_stage->clickPart("web-41");
    m_stage->press("Ctrl+Shift+N");
    QVERIFY(m_stage->isDimmed("web-1"));
    m_stage->press("Ctrl+K"); // closed, it is still what it was about
    QVERIFY(m_stage->find("focusButton"));
    QVERIFY(!m_stage->isDimmed("web"));
    QVERIFY(m_stage->isDimmed("api"));
    m_stage->watch(m_stage->lived());
    QVERIFY(!m_stage->find("focusButton"));
    QCOMPARE(m_stage->hidden(), QStringLiteral("nothing hidden"));
}

void TestFilter::whatIsCollapsedIsCounted()
{
    m_stage->clickPart("api-1");
    m_stage->press("Ctrl+K");
    auto* button = m_stage->find<QAbstractButton>("actionFilterUnseenButton");
    QCOMPARE(button->text(), QStringLiteral("Not seen 1"));
    m_stage->click("actionFilterUnseenButton");
    QCOMPARE(m_stage->hidden(), QStringLiteral("47 hidden"));
    QVERIFY(!m_stage->isDimmed("api")); // api-2 is in it
    QVERIFY(m_stage->isDimmed("web"));
    m_stage->click("actionFilterUnseenButton");
    m_stage->click("actionFilterDriftedButton");
    QVERIFY(!m_stage->isDimmed("api"));
    FleetState fleet = m_stage->lived();
    FindStage::node(&fleet, "api-2").health = Health::Healthy;
    m_stage->watch(fleet);
    QVERIFY(m_stage->isDimmed("api"));
}

void TestFilter::aLargeFleetIsFilteredAsWell()
{
    constexpr int aside = 60000; // laid out and filtered on other threads, perhaps of a busy machine
    m_stage->openMany();
    m_stage->click("actionFilterUnhealthyButton");
    QVERIFY(isOn("actionFilterUnhealthy")); // what it means comes a moment later
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDimmed("web-1"), aside);
    QVERIFY(!m_stage->isDimmed("web-7"));
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->hidden().contains(QStringLiteral("505 hidden")),
                             aside); // of 2,508, 2 are ill and 1 not seen
    FleetState fleet = m_stage->lived(FindStage::manyNodes);
    FindStage::node(&fleet, "web-7").health = Health::Healthy;
    FindStage::node(&fleet, "web-9").health = Health::Down;
    m_stage->watch(fleet);
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDimmed("web-7") && !m_stage->isDimmed("web-9"), aside);
    // One choice after the other: the last one counts.
    m_stage->click("actionFilterUnhealthyButton");
    m_stage->click("actionFilterUnseenButton");
    m_stage->click("actionFilterUnseenButton");
    m_stage->click("actionFilterDriftedButton");
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->isDimmed("web-3") && m_stage->isDimmed("web-9"), aside);
    m_stage->click("showAllButton");
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->diagram()->dimmed().isEmpty(), aside);
}

QTEST_MAIN(TestFilter)
#include "tst_filter.moc"
