// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/failure_chips.h"
#include "ui/diagram/hover_card.h"
#include "ui/shell/failures/culprit_row.h"
#include "ui/shell/failures/failure_panel.h"

#include <QHelpEvent>
#include <QPushButton>

using namespace snowmelt;

/// From a failing request to the node that failed it, as a person does it.
class TestCulprits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void aClickOnTheCountListsWhoFailed();
    void aRowLeadsToItsNode();
    void theKeyboardGetsThereToo();
    void theCountStandsBelowTheInspector();
    void aNarrowInspectorShortensTheCount();
    void noRequestFailed();
    void nobodyCounted();
    void rowsKeepTheFocusWhileCountsGrow();
    void pictures_data();
    void pictures();

private:
    static FleetState failing();
    static QList<CulpritRow*> rows(WindowStage& stage);
    static QStringList names(WindowStage& stage);
    static DiagramView* diagram(WindowStage& stage) { return stage.find<DiagramView>("diagram"); }
    static FleetDocument* document(WindowStage& stage) { return stage.window->findChild<FleetDocument*>(); }
    static void clickChip(WindowStage& stage);
};

/// web-3 is down, web-1 failed a few, web-2 none, a node that is gone failed three, and nobody was there for five.
FleetState TestCulprits::failing()
{
    FleetState fleet = sample::fleet();
    GroupState& web = fleet.groups[0];
    web.requests = 30'240;
    web.failed = 60;
    web.failedGone = 3;
    web.countedSince = QDateTime::currentDateTimeUtc().addSecs(-3600);
    web.nodes[0].counted = Counted{10'080, 4, true};
    NodeState& down = web.nodes[2];
    down.counted = Counted{7'000, 48, false};
    down.health = Health::Down;
    down.healthReason = QStringLiteral("GET /healthz: 503 database: connection refused");
    BalancerCheck check;
    check.status = QStringLiteral("L7STS");
    check.code = 503;
    check.description = QStringLiteral("Layer7 wrong status");
    check.words = QStringLiteral("Service Unavailable");
    check.ms = 2;
    check.failed = true;
    check.since = QDateTime::currentDateTimeUtc().addSecs(-95);
    down.check = check;
    return fleet;
}

QList<CulpritRow*> TestCulprits::rows(WindowStage& stage)
{
    QList<CulpritRow*> shown;
    for (CulpritRow* row : stage.window->findChildren<CulpritRow*>())
        if (row->isVisible())
            shown << row;
    return shown;
}

QStringList TestCulprits::names(WindowStage& stage)
{
    QStringList list;
    for (const CulpritRow* row : rows(stage))
        list << row->node();
    return list;
}

void TestCulprits::clickChip(WindowStage& stage)
{
    auto* chips = diagram(stage)->findChild<FailureChips*>();
    QVERIFY(chips);
    QTRY_VERIFY(chips->chipOf(QStringLiteral("edge")).isValid());
    QTest::mouseClick(diagram(stage), Qt::LeftButton, {}, chips->chipOf(QStringLiteral("edge")).center());
}

void TestCulprits::aClickOnTheCountListsWhoFailed()
{
    WindowStage stage;
    stage.openUp(failing());
    QVERIFY(!stage.find("failurePanel"));
    clickChip(stage);
    QTRY_COMPARE(names(stage), (QStringList{QStringLiteral("web-3"), QStringLiteral("web-1")}));
    const QString said = rows(stage).first()->accessibleName();
    QVERIFY2(said.contains(QStringLiteral("48 of 7,000 failed")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("down since ")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("L7STS 503 · Layer7 wrong status · Service Unavailable")), qPrintable(said));
    QVERIFY(rows(stage).last()->accessibleName().contains(QStringLiteral("at most 4 of 10,080 failed")));
    QVERIFY(!rows(stage).last()->toolTip().isEmpty());
    QVERIFY(stage.find<QPushButton>("failureCount")->text().contains(QStringLiteral("60 of 30,240 requests failed")));
    QVERIFY(stage.text("failuresSince").contains(QStringLiteral("counted since ")));
    QVERIFY(stage.text("failedOfGone").startsWith(QStringLiteral("3 ")));
    QVERIFY(stage.text("failedOfNone").startsWith(QStringLiteral("5 ")));
}

void TestCulprits::aRowLeadsToItsNode()
{
    WindowStage stage;
    stage.openUp(failing());
    clickChip(stage);
    QTRY_COMPARE(rows(stage).size(), 2);
    DiagramView* view = diagram(stage);
    QTest::mouseMove(view, {2, 2});
    view->setViewport({0.5, {-4000, -4000}}); // far from everything
    QVERIFY(!view->rect().intersects(view->partRect(QStringLiteral("web-3"))));
    QTest::mouseClick(rows(stage).first(), Qt::LeftButton);
    QCOMPARE(document(stage)->selection(), QStringLiteral("web-3"));
    QTRY_VERIFY(view->rect().contains(view->partRect(QStringLiteral("web-3"))));
    QCOMPARE(stage.text("inspectorTitle"), QStringLiteral("web-3"));
    QCOMPARE(names(stage), (QStringList{QStringLiteral("web-3"), QStringLiteral("web-1")})); // the list stays
    QTest::mouseClick(rows(stage).last(), Qt::LeftButton);
    QCOMPARE(document(stage)->selection(), QStringLiteral("web-1"));
    stage.click("failureCount");
    QVERIFY(rows(stage).isEmpty());
    QVERIFY(!stage.find("failurePanel")); // a node has no list of its own
}

void TestCulprits::theKeyboardGetsThereToo()
{
    WindowStage stage;
    stage.openUp(failing());
    stage.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
    diagram(stage)->setFocus();
    QTest::keyClick(stage.window.get(), Qt::Key_F8);
    QTRY_COMPARE(rows(stage).size(), 2);
    QTRY_COMPARE(QApplication::focusWidget(), stage.find<QPushButton>("failureCount"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), rows(stage).first());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(document(stage)->selection(), QStringLiteral("web-3"));
    QTest::keyClick(rows(stage).first(), Qt::Key_Escape);
    QVERIFY(rows(stage).isEmpty());
}

void TestCulprits::theCountStandsBelowTheInspector()
{
    WindowStage stage;
    stage.openUp(failing());
    for (const QString& part : {QStringLiteral("edge"), QStringLiteral("web")}) {
        document(stage)->setSelection(part);
        QVERIFY(stage.find<QPushButton>("failureCount"));
        QCOMPARE(stage.find<QPushButton>("failureCount")->text(),
                 QStringLiteral("60 of 30,240 requests failed (0.2 %)"));
    }
    stage.click("failureCount");
    QCOMPARE(rows(stage).size(), 2);
    document(stage)->setSelection(QStringLiteral("orders"));
    QCOMPARE(rows(stage).size(), 2);
}

void TestCulprits::aNarrowInspectorShortensTheCount()
{
    WindowStage stage;
    stage.openUp(failing());
    document(stage)->setSelection(QStringLiteral("edge"));
    auto* count = stage.find<QPushButton>("failureCount");
    QVERIFY(count);
    const QString all = count->text();
    QWidget* panel = count->parentWidget();
    panel->resize(200, panel->height());
    QVERIFY(count->text().endsWith(u'…') && count->text().startsWith(all.left(8)));
    QVERIFY(count->sizeHint().width() <= 200);
    QVERIFY(count->toolTip().startsWith(all));
    QCOMPARE(count->accessibleName(), all);
    panel->resize(500, panel->height());
    QCOMPARE(count->text(), all);
}

void TestCulprits::noRequestFailed()
{
    WindowStage stage;
    stage.openUp();
    document(stage)->setSelection(QStringLiteral("edge"));
    QCOMPARE(stage.find<QPushButton>("failureCount")->text(), QStringLiteral("No request failed"));
    stage.click("failureCount");
    QVERIFY(rows(stage).isEmpty());
    QVERIFY(stage.text("failuresSince").startsWith(QStringLiteral("30,240 requests, counted since ")));
    QVERIFY(diagram(stage)->findChild<FailureChips*>()->chipOf(QStringLiteral("edge")).isNull());
}

/// Unknown is not "none failed".
void TestCulprits::nobodyCounted()
{
    WindowStage stage;
    FleetState blind = failing();
    blind.groups[0].countedSince = {};
    for (NodeState& node : blind.groups[0].nodes)
        node.counted.reset();
    stage.openUp(blind);
    document(stage)->setSelection(QStringLiteral("edge"));
    QVERIFY(stage.find<QPushButton>("failureCount")->text().contains(QStringLiteral("unknown")));
    QVERIFY(diagram(stage)->findChild<FailureChips*>()->chipOf(QStringLiteral("edge")).isNull());
}

void TestCulprits::rowsKeepTheFocusWhileCountsGrow()
{
    WindowStage stage;
    stage.openUp(failing());
    clickChip(stage);
    QTRY_COMPARE(rows(stage).size(), 2);
    CulpritRow* first = rows(stage).first();
    FleetState next = failing();
    next.groups[0].nodes[2].counted->failed = 49;
    stage.watch(next);
    QTRY_VERIFY(first->accessibleName().contains(QStringLiteral("49 of 7,000 failed")));
    QCOMPARE(rows(stage).first(), first);
}

void TestCulprits::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::newRow("light") << int(Appearance::Light);
    QTest::newRow("dark") << int(Appearance::Dark);
}

void TestCulprits::pictures()
{
    QFETCH(int, appearance);
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    stage.openUp(failing());
    clickChip(stage);
    QTRY_COMPARE(rows(stage).size(), 2);
    QTest::mouseClick(rows(stage).first(), Qt::LeftButton);
    DiagramView* view = diagram(stage);
    QTRY_VERIFY_WITH_TIMEOUT(view->isSharp(), 60'000);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    camera.shoot(stage.window.get(), "culprits");
    view->zoomToFit();
    auto* card = view->findChild<HoverCard*>();
    for (const char* part : {"web-3", "edge"}) {
        const QPoint at = view->partRect(QString::fromLatin1(part)).center();
        QHelpEvent help(QEvent::ToolTip, at, view->mapToGlobal(at));
        QApplication::sendEvent(view, &help);
        QTRY_VERIFY(card->isVisible());
        camera.shoot(card, part == QByteArray("edge") ? "card-balancer" : "card-node");
    }
}

QTEST_MAIN(TestCulprits)
#include "tst_culprits.moc"
