// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/mode_key.h"
#include "ui/diagram/usage_bars.h"

using namespace snowmelt;

/// What nodes use, while a person wants to see it.
class TestUsage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void nobodyAsksUnlessItIsShown();
    void shownItIsAskedForAndPainted();
    void anObservationWithoutItKeepsWhatWasSeen();
    void aPlatformThatCannotTellSaysSo();
    void barsAreWithinTheCard();
    void pictures_data();
    void pictures();

private:
    static FleetState used(double cpu);
    static FleetDocument* document(WindowStage& stage) { return stage.window->findChild<FleetDocument*>(); }
    static OperationId asked(WindowStage& stage) { return stage.operations.lastOf<StatusIntent>(); }
    static void answer(WindowStage& stage, double cpu);
};

FleetState TestUsage::used(double cpu)
{
    FleetState fleet = sample::fleet();
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    for (NodeState& node : fleet.groups[0].nodes) {
        node.utilisation = Utilisation{cpu, 212'000'000, 512'000'000, fleet.observedAt};
        node.bornAt = node.startedAt = fleet.observedAt.addSecs(-720);
    }
    return fleet;
}

void TestUsage::answer(WindowStage& stage, double cpu)
{
    const OperationId id = asked(stage);
    QVERIFY(stage.operations.intent<StatusIntent>(id).utilisation);
    FleetState fleet = used(cpu);
    for (NodeState& node : fleet.groups[0].nodes)
        node.bornAt = document(stage)->fleet().findNode(node.name)->bornAt;
    stage.operations.say(id, FleetObserved{fleet});
    stage.operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
}

void TestUsage::nobodyAsksUnlessItIsShown()
{
    WindowStage stage;
    stage.openUp();
    QVERIFY(asked(stage).isEmpty());
}

void TestUsage::shownItIsAskedForAndPainted()
{
    WindowStage stage;
    stage.openUp();
    stage.chooseInMenu("actionUsage");
    QTRY_VERIFY(!asked(stage).isEmpty());
    const OperationId first = asked(stage);
    auto* view = stage.find<DiagramView>("diagram");
    QTRY_VERIFY_WITH_TIMEOUT(view->isSharp(), 60'000);
    const QImage before = view->grab().toImage();
    answer(stage, 0.42);
    QTRY_VERIFY_WITH_TIMEOUT(view->isSharp(), 60'000);
    const QRect card = view->partRect(QStringLiteral("web-2"));
    const QPoint on = usageBar(card, 0).toRect().topLeft() + QPoint(1, 1);
    const qreal ratio = before.devicePixelRatio();
    const QImage shown = view->grab().toImage();
    QVERIFY(before.pixelColor(on * ratio) != shown.pixelColor(on * ratio));
    const QRectF key = keyPlace(view->size(), 100, 1); // the end of the line that says which bar is which
    const QRect pixels(key.topLeft().toPoint() * ratio, key.size().toSize() * ratio);
    QVERIFY(before.copy(pixels) != shown.copy(pixels));
    // and again, a while after the answer
    QTRY_VERIFY_WITH_TIMEOUT(asked(stage) != first, 15'000);
    answer(stage, 0.5);
    stage.chooseInMenu("actionUsage");
    QVERIFY(!stage.action("actionUsage")->isChecked());
    QTRY_COMPARE(view->grab().toImage().pixelColor(on * ratio), before.pixelColor(on * ratio));
    // it is no work of the person's: nothing in the list of what runs
    for (const OperationState& operation : document(stage)->operations())
        QVERIFY(operation.verb != QStringLiteral("status"));
}

void TestUsage::anObservationWithoutItKeepsWhatWasSeen()
{
    WindowStage stage;
    stage.openUp();
    stage.chooseInMenu("actionUsage");
    QTRY_VERIFY(!asked(stage).isEmpty());
    answer(stage, 0.42);
    FleetState plain = used(0);
    for (NodeState& node : plain.groups[0].nodes) {
        node.utilisation.reset();
        node.bornAt = document(stage)->fleet().findNode(node.name)->bornAt;
    }
    plain.groups[0].nodes[1].bornAt = QDateTime::currentDateTimeUtc(); // another node of that name
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), FleetObserved{plain});
    QCOMPARE(document(stage)->fleet().findNode(QStringLiteral("web-1"))->utilisation->cpu, 0.42);
    QVERIFY(!document(stage)->fleet().findNode(QStringLiteral("web-2"))->utilisation);
}

void TestUsage::aPlatformThatCannotTellSaysSo()
{
    WindowStage stage;
    stage.openUp();
    stage.chooseInMenu("actionUsage");
    QTRY_VERIFY(!asked(stage).isEmpty());
    const Error never{ErrorCode::Unsupported, {QStringLiteral("utilisation"), QStringLiteral("simulation")}, {}};
    stage.operations.finish(asked(stage), OutcomeKind::Incomplete, Safety::Unchanged, never);
    QVERIFY(!stage.action("actionUsage")->isChecked());
    QTRY_VERIFY(stage.text("noticeText").contains(QStringLiteral("not supported")));
}

void TestUsage::barsAreWithinTheCard()
{
    const QRectF card(100, 50, 180, 60);
    QVERIFY(card.contains(usageBar(card, 0)) && card.contains(usageBar(card, 1)));
    QVERIFY(!usageBar(card, 0).intersects(usageBar(card, 1)));
    QVERIFY(usageBar({0, 0, 30, 12}, 0).isNull());
    const QRectF bar = usageBar({0, 0, 208, 56}, 0);
    QVERIFY(bar.height() >= 3 && 56 - bar.bottom() > 4); // not a part of the border
    QCOMPARE(usageShares({1.5, 100, 400, {}}), (UsageShares{1, 0.25}));
    QCOMPARE(usageShares({-1, -1, 400, {}}), (UsageShares{-1, -1}));
    QCOMPARE(usageShares({0, 100, 0, {}}), (UsageShares{0, -1})); // without a limit there is no share
}

void TestUsage::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::newRow("light") << int(Appearance::Light);
    QTest::newRow("dark") << int(Appearance::Dark);
}

void TestUsage::pictures()
{
    QFETCH(int, appearance);
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    stage.openUp();
    stage.chooseInMenu("actionUsage");
    QTRY_VERIFY(!asked(stage).isEmpty());
    answer(stage, 0.42);
    document(stage)->setSelection(QStringLiteral("web-2"));
    auto* view = stage.find<DiagramView>("diagram");
    QTRY_VERIFY_WITH_TIMEOUT(view->isSharp(), 60'000);
    Camera(QString::fromLatin1(QTest::currentDataTag())).shoot(stage.window.get(), "usage");
}

QTEST_MAIN(TestUsage)
#include "tst_usage.moc"
