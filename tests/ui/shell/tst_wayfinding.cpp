// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/find_stage.h"
#include "ui/diagram/minimap.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace snowmelt;

/// Back and forward, the overview, fitting, and collapsed groups, by real clicks and keys.
class TestWayfinding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_stage.reset(); }
    void backAndForwardByKey();
    void backAndForwardByMouse();
    void aWalkIsOneStepBack();
    void theSelectionIsFitted();
    void everythingIsFitted();
    void aGroupCollapsesAndExpands();
    void groupsFromTheMenuOfAPart();
    void theOverviewLeadsThere();
    void theOverviewIsRemembered();
    void everythingIsInTheViewMenu();

private:
    bool can(const char* action) const { return m_stage->action(action)->isEnabled(); }
    QString selected() const { return m_stage->document()->selection(); }
    Viewport viewport() const { return m_stage->diagram()->viewport(); }
    Minimap* overview() const { return m_stage->find<Minimap>("minimap"); }
    void fly(const char* part) const
    {
        m_stage->search(part);
        QTest::keyClick(m_stage->field(), Qt::Key_Return);
        QTRY_VERIFY(m_stage->isInTheMiddle(part));
        QTest::keyClick(m_stage->field(), Qt::Key_Escape);
    }

    std::unique_ptr<FindStage> m_stage;
};

void TestWayfinding::init()
{
    m_stage = std::make_unique<FindStage>();
    m_stage->openLived();
}

void TestWayfinding::backAndForwardByKey()
{
    QVERIFY(!can("actionBack"));
    QVERIFY(m_stage->action("actionBack")->toolTip().startsWith(QStringLiteral("There is nowhere to go back to.")));
    const Viewport start = viewport();
    fly("web-7");
    fly("orders");
    QVERIFY(can("actionBack"));
    QVERIFY(!can("actionForward"));
    m_stage->press("Alt+Left");
    QTRY_VERIFY(m_stage->isInTheMiddle("web-7"));
    QCOMPARE(selected(), QStringLiteral("web-7"));
    m_stage->press("Alt+Left");
    QTRY_VERIFY(std::abs(viewport().zoom - start.zoom) < 1e-6);
    QTRY_VERIFY((viewport().origin - start.origin).manhattanLength() < 2);
    QCOMPARE(selected(), QString());
    QTRY_VERIFY(!can("actionBack"));
    m_stage->press("Alt+Right");
    QTRY_VERIFY(m_stage->isInTheMiddle("web-7"));
    m_stage->press("Alt+Right");
    QTRY_VERIFY(m_stage->isInTheMiddle("orders"));
    QCOMPARE(selected(), QStringLiteral("orders"));
    QVERIFY(!can("actionForward"));
    m_stage->click("actionBackButton");
    QTRY_VERIFY(m_stage->isInTheMiddle("web-7"));
    fly("edge"); // somewhere new: nothing is forward any more
    QVERIFY(!can("actionForward"));
}

void TestWayfinding::backAndForwardByMouse()
{
    fly("web-7");
    fly("orders");
    QTest::mouseClick(m_stage->diagram(), Qt::BackButton, {}, QPoint(30, 60));
    QTRY_VERIFY(m_stage->isInTheMiddle("web-7"));
    QCOMPARE(selected(), QStringLiteral("web-7"));
    QTest::mouseClick(m_stage->diagram(), Qt::ForwardButton, {}, QPoint(30, 60));
    QTRY_VERIFY(m_stage->isInTheMiddle("orders"));
    QTest::mouseClick(m_stage->diagram(), Qt::ForwardButton, {}, QPoint(30, 60)); // nowhere: nothing happens
    QCOMPARE(selected(), QStringLiteral("orders"));
}

void TestWayfinding::aWalkIsOneStepBack()
{
    m_stage->clickPart("orders");
    QVERIFY(!can("actionBack"));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(m_stage->diagram(), Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(selected() != QStringLiteral("orders"));
    m_stage->press("Alt+Left");
    QCOMPARE(selected(), QStringLiteral("orders"));
    m_stage->clickPart("edge");
    m_stage->clickPart("api-1");
    m_stage->press("Alt+Left");
    QCOMPARE(selected(), QStringLiteral("edge"));
}

void TestWayfinding::theSelectionIsFitted()
{
    QVERIFY(!can("actionZoomSelection"));
    m_stage->clickPart("api-2");
    m_stage->press("Ctrl+8");
    QTRY_VERIFY(m_stage->isInTheMiddle("api-2"));
    QTRY_COMPARE(viewport().zoom, 1.0);
    m_stage->diagram()->setSelectedParts({QStringLiteral("web"), QStringLiteral("orders")});
    m_stage->press("Ctrl+8");
    const auto insight = [&](const char* part) {
        return m_stage->diagram()->rect().contains(m_stage->diagram()->partRect(QString::fromLatin1(part)));
    };
    QTRY_VERIFY(viewport().zoom < 1.0 && insight("web") && insight("orders"));
    m_stage->press("Alt+Left");
    QTRY_VERIFY(m_stage->isInTheMiddle("api-2"));
}

void TestWayfinding::everythingIsFitted()
{
    const Viewport start = viewport();
    fly("web-7");
    m_stage->press("Ctrl+9");
    QTRY_COMPARE(viewport(), start);
    m_stage->press("Alt+Left");
    QTRY_VERIFY(m_stage->isInTheMiddle("web-7"));
    m_stage->press("Ctrl+9");
    m_stage->press("Ctrl+0");
    QCOMPARE(viewport().zoom, 1.0);
    m_stage->press("Alt+Left");
    QTRY_COMPARE(viewport().zoom, start.zoom);
}

void TestWayfinding::aGroupCollapsesAndExpands()
{
    QVERIFY(m_stage->action("actionCollapse")->toolTip().startsWith(QStringLiteral("Select a group")));
    const QRectF orders = m_stage->diagram()->scene().rect(m_stage->diagram()->scene().firstOf(u"orders"_qs));
    m_stage->clickPart("web-12");
    QVERIFY(!can("actionExpand") && !can("actionExpandAll"));
    m_stage->press("Ctrl+K");
    const Scene& scene = m_stage->diagram()->scene();
    QVERIFY(scene.box(scene.firstOf(u"web"_qs)).collapsed);
    QVERIFY(scene.firstOf(u"web-12"_qs) < 0);
    QCOMPARE(selected(), QStringLiteral("web")); // what was selected is in it
    QCOMPARE(scene.rect(scene.firstOf(u"orders"_qs)), orders);
    QVERIFY(!can("actionCollapse"));
    m_stage->watch(m_stage->lived());
    QVERIFY(scene.firstOf(u"web-12"_qs) < 0); // and stays so
    m_stage->press("Ctrl+Shift+K");
    QVERIFY(scene.firstOf(u"web-12"_qs) >= 0);
    QVERIFY(!can("actionExpandAll"));
    m_stage->press("Ctrl+K");
    m_stage->clickPart("api-1");
    m_stage->chooseInMenu("actionCollapse");
    QVERIFY(scene.firstOf(u"api-1"_qs) < 0);
    m_stage->press("Ctrl+Shift+E");
    QVERIFY(scene.firstOf(u"web-12"_qs) >= 0 && scene.firstOf(u"api-1"_qs) >= 0);
    QCOMPARE(scene.rect(scene.firstOf(u"orders"_qs)), orders);
}

void TestWayfinding::groupsFromTheMenuOfAPart()
{
    const auto openMenu = [&](const char* part) {
        const QPoint at = m_stage->diagram()->partRect(QString::fromLatin1(part)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_stage->diagram()->mapToGlobal(at));
        QApplication::sendEvent(m_stage->diagram(), &event);
        return m_stage->find<QMenu>("partMenu");
    };
    QMenu* menu = openMenu("api-1");
    QVERIFY(menu);
    QVERIFY(!menu->actions().contains(m_stage->action("actionExpand")));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(m_stage->action("actionCollapse")).center());
    QVERIFY(m_stage->diagram()->scene().firstOf(u"api-1"_qs) < 0);
    QTRY_VERIFY(!m_stage->find<QMenu>("partMenu"));
    menu = openMenu("api");
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(m_stage->action("actionExpandAll")));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(m_stage->action("actionExpand")).center());
    QVERIFY(m_stage->diagram()->scene().firstOf(u"api-1"_qs) >= 0);
}

void TestWayfinding::theOverviewLeadsThere()
{
    QVERIFY(!overview()); // everything is in sight
    fly("web-7");
    QTRY_VERIFY(overview());
    QCOMPARE(overview()->accessibleName(), QStringLiteral("Overview of the diagram"));
    const QRectF frame = overview()->frameRect();
    const QPoint corner(overview()->width() - 12, overview()->height() / 2);
    const QPointF wanted = overview()->toDiagram(corner);
    QTest::mouseClick(overview(), Qt::LeftButton, {}, corner);
    const QPointF middle = viewport().toDiagram(QPointF(m_stage->diagram()->rect().center()));
    QVERIFY(std::abs(middle.x() - wanted.x()) < 2);
    QVERIFY(overview()->frameRect().center().x() > frame.center().x());
    m_stage->press("Alt+Left");
    QTRY_VERIFY(m_stage->isInTheMiddle("web-7"));
    m_stage->press("Ctrl+9");
    QTRY_VERIFY(!overview());
}

void TestWayfinding::theOverviewIsRemembered()
{
    fly("web-7");
    QTRY_VERIFY(overview());
    m_stage->chooseInMenu("actionMinimap");
    QVERIFY(!overview());
    QVERIFY(m_stage->window->close());
    m_stage->window.reset();
    m_stage->openLived();
    fly("web-7");
    QVERIFY(!overview());
    m_stage->press("Ctrl+M");
    QTRY_VERIFY(overview());
}

void TestWayfinding::everythingIsInTheViewMenu()
{
    QMenu* view = nullptr;
    for (QAction* title : m_stage->window->findChild<QMenuBar*>()->actions())
        if (title->menu()->actions().contains(m_stage->action("actionZoomFit")))
            view = title->menu();
    QVERIFY(view);
    QVERIFY(view->toolTipsVisible());
    QMap<QString, QString> keys;
    for (const QAction* action : m_stage->window->findChildren<QAction*>())
        if (const QString key = action->shortcut().toString();
            !key.isEmpty() && action->shortcutContext() == Qt::WindowShortcut) {
            QVERIFY2(!keys.contains(key), qPrintable(key + keys.value(key) + action->objectName()));
            keys.insert(key, action->objectName());
        }
    for (const char* name :
         {"actionFindNext", "actionFindPrevious", "actionZoomSelection", "actionBack", "actionForward",
          "actionFilterUnhealthy", "actionFilterDrifted", "actionFilterUnseen", "actionFilterImage", "actionFocus",
          "actionShowAll", "actionCollapse", "actionExpand", "actionExpandAll", "actionMinimap"}) {
        QVERIFY2(view->actions().contains(m_stage->action(name)), name);
        QVERIFY2(keys.values().contains(QString::fromLatin1(name)), name);
        QVERIFY2(!m_stage->action(name)->toolTip().isEmpty(), name);
    }
}

QTEST_MAIN(TestWayfinding)
#include "tst_wayfinding.moc"
