// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparison_model.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/past_values.h"
#include "tests/ui/shell/window_test.h"
#include "ui/shell/compare/compare_view.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QTreeView>
#include <QWheelEvent>

using namespace snowmelt;

/// Two states of the fleet as one diagram and one list.
class TestCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void theListSaysWhatDiffers();
    void blueprintAndNow();
    void nothingDiffers();
    void whatIsNowFollowsTheFleet();
    void anObservationLeavesTheZoom();
    void beforeAndAfterADeployment();
    void whatIsLookedAtStaysChosen();
    void aJournalThatCannotTellSaysSo();
    void sidesAreExchanged();
    void listAndDiagramPointAtEachOther();
    void anotherFleetClosesIt();
    void pictures_data();
    void pictures();

private:
    static QAbstractItemModel* rows(WindowStage& stage) { return stage.find<QTreeView>("compareList")->model(); }
    static QStringList said(WindowStage& stage);
    static void open(WindowStage& stage, const FleetState& fleet);
    static void choose(WindowStage& stage, const char* box, const QString& beginning);
};

namespace {

FleetState snowflake()
{
    FleetState fleet = sample::fleet();
    QList<NodeState>& nodes = fleet.groups[0].nodes;
    nodes[1].image = {QStringLiteral("shop"), QStringLiteral("0.9.0")};
    nodes.removeLast();
    return fleet;
}

} // namespace

QStringList TestCompare::said(WindowStage& stage)
{
    QStringList lines;
    const QAbstractItemModel* model = rows(stage);
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList texts;
        for (int column = 0; column < model->columnCount(); ++column)
            texts << model->index(row, column).data().toString();
        lines << texts.join(u' ').trimmed();
    }
    return lines;
}

void TestCompare::open(WindowStage& stage, const FleetState& fleet)
{
    stage.openUp(fleet);
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), HistoryListed{past::history()});
    stage.chooseInMenu("actionCompare");
    QTRY_VERIFY(stage.find("compareWindow"));
}

void TestCompare::choose(WindowStage& stage, const char* box, const QString& beginning)
{
    auto* combo = stage.find<QComboBox>(box);
    QVERIFY(combo);
    const int row = combo->findText(beginning, Qt::MatchStartsWith);
    QVERIFY2(row >= 0, qPrintable(beginning));
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentIndex(), row);
}

void TestCompare::theListSaysWhatDiffers()
{
    FleetMoment before{sample::blueprint(), sample::fleet(), true};
    FleetMoment after{before.blueprint, snowflake(), true};
    after.fleet.groups[0].nodes[0].health = Health::Down;
    after.blueprint.groups[0].uses.clear();
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const FleetComparison comparison = compareFleets(before, after);
    model.setComparison(comparison);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, ComparisonModel::What).data().toString(), QStringLiteral("health"));
    QCOMPARE(model.index(0, ComparisonModel::After).data().toString(), healthText(Health::Down));
    QCOMPARE(model.index(1, ComparisonModel::After).data().toString(), QStringLiteral("shop 0.9.0"));
    QCOMPARE(model.index(2, ComparisonModel::What).data().toString(), QStringLiteral("removed"));
    QCOMPARE(model.index(3, ComparisonModel::Part).data().toString(), QStringLiteral("web → orders"));
    // Plural forms come with a translation, which this program has not loaded.
    QCOMPARE(ComparisonModel::summary(comparison), QStringLiteral("1 removed · 2 changed · 1 line(s)"));
    model.setComparison(compareFleets(before, before));
    QCOMPARE(model.rowCount(), 0);
}

void TestCompare::blueprintAndNow()
{
    WindowStage stage;
    open(stage, snowflake());
    QTRY_COMPARE(said(stage),
                 (QStringList{QStringLiteral("web-2 image shop 1.0.0 shop 0.9.0"), QStringLiteral("web-3 removed")}));
    QCOMPARE(stage.find("compareWindow")->findChild<QLabel*>(QStringLiteral("recordRemark"))->text(),
             QStringLiteral("1 removed · 1 changed"));
}

void TestCompare::nothingDiffers()
{
    WindowStage stage;
    open(stage, sample::fleet());
    QTRY_COMPARE(stage.text("recordRemark"), QStringLiteral("Nothing differs."));
    QCOMPARE(rows(stage)->rowCount(), 0);
}

void TestCompare::whatIsNowFollowsTheFleet()
{
    WindowStage stage;
    open(stage, sample::fleet());
    QTRY_COMPARE(rows(stage)->rowCount(), 0);
    stage.watch(snowflake());
    QTRY_COMPARE(rows(stage)->rowCount(), 2);
}

void TestCompare::anObservationLeavesTheZoom()
{
    WindowStage stage;
    open(stage, sample::fleet());
    QTRY_VERIFY(stage.find("compareView"));
    auto* view = stage.find<CompareView>("compareView");
    const QPoint middle = view->rect().center();
    QWheelEvent closer(middle, view->mapToGlobal(middle), {}, {0, 480}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                       false);
    QCoreApplication::sendEvent(view, &closer);
    const QString there = view->partAt(middle);
    const double zoom = view->viewport().zoom;
    stage.watch(snowflake());
    QTRY_COMPARE(rows(stage)->rowCount(), 2);
    QCOMPARE(view->viewport().zoom, zoom);
    QCOMPARE(view->partAt(middle), there);
    QTest::mouseDClick(view, Qt::LeftButton, {}, middle);
    QVERIFY(view->viewport().zoom < zoom);
}

void TestCompare::beforeAndAfterADeployment()
{
    WindowStage stage;
    open(stage, sample::fleet());
    choose(stage, "compareBefore", QStringLiteral("Before: Swap web"));
    const OperationId first = stage.operations.lastOf<ReplayIntent>();
    QCOMPARE(stage.operations.intent<ReplayIntent>(first).operation, past::swapId);
    for (const Event& event : past::swapEvents())
        stage.operations.say(first, Recorded{toJson(event)});
    stage.operations.finish(first, OutcomeKind::Done, Safety::Unchanged);
    choose(stage, "compareAfter", QStringLiteral("After: Swap web"));
    const OperationId second = stage.operations.lastOf<ReplayIntent>();
    QVERIFY(second != first);
    for (const Event& event : past::swapEvents())
        stage.operations.say(second, Recorded{toJson(event)});
    stage.operations.finish(second, OutcomeKind::Done, Safety::Unchanged);
    QTRY_VERIFY(said(stage).contains(QStringLiteral("web-4 added")));
    QVERIFY(said(stage).contains(QStringLiteral("web-1 removed")));
}

void TestCompare::whatIsLookedAtStaysChosen()
{
    WindowStage stage;
    open(stage, sample::fleet());
    choose(stage, "compareBefore", QStringLiteral("Before: Swap web"));
    const QString chosen = stage.find<QComboBox>("compareBefore")->currentText();
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), HistoryListed{{}});
    const auto entries = [&] { return stage.find<QComboBox>("compareAfter")->count(); };
    QTRY_COMPARE(entries(), 3);
    QCOMPARE(stage.find<QComboBox>("compareBefore")->currentText(), chosen);
}

void TestCompare::aJournalThatCannotTellSaysSo()
{
    WindowStage stage;
    open(stage, sample::fleet());
    choose(stage, "compareBefore", QStringLiteral("Before: Swap web"));
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("Reading the journal…"));
    const Error error{ErrorCode::StoreNewer, {QStringLiteral("journal.sqlite")}, {}};
    stage.operations.finish(stage.operations.lastOf<ReplayIntent>(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("It cannot be compared"));
    choose(stage, "compareBefore", QStringLiteral("The blueprint"));
    QTRY_VERIFY(stage.find("compareView"));
}

void TestCompare::sidesAreExchanged()
{
    WindowStage stage;
    open(stage, snowflake());
    QTRY_COMPARE(rows(stage)->rowCount(), 2);
    stage.click("compareExchange");
    QTRY_COMPARE(said(stage),
                 (QStringList{QStringLiteral("web-2 image shop 0.9.0 shop 1.0.0"), QStringLiteral("web-3 added")}));
    QCOMPARE(stage.find<QComboBox>("compareBefore")->currentText(), QStringLiteral("Now"));
}

void TestCompare::listAndDiagramPointAtEachOther()
{
    WindowStage stage;
    open(stage, snowflake());
    QTRY_COMPARE(rows(stage)->rowCount(), 2);
    auto* list = stage.find<QTreeView>("compareList");
    auto* view = stage.find<CompareView>("compareView");
    const QImage before = view->grab().toImage();
    WindowStage::clickRow(list, WindowStage::row(list, PartRole, QStringLiteral("web-3")));
    QVERIFY(view->grab().toImage() != before);
    QPoint onNode(-1, -1);
    for (int y = 0; y < view->height() && onNode.x() < 0; y += 8)
        for (int x = 0; x < view->width() && onNode.x() < 0; x += 8)
            if (view->partAt({x, y}) == u"web-2")
                onNode = {x, y};
    QVERIFY(onNode.x() >= 0);
    QTest::mouseClick(view, Qt::LeftButton, {}, onNode);
    QCOMPARE(list->currentIndex().data(PartRole).toString(), QStringLiteral("web-2"));
}

void TestCompare::anotherFleetClosesIt()
{
    WindowStage stage;
    open(stage, sample::fleet());
    stage.window->openBlueprint(stage.path());
    QTRY_VERIFY(!stage.find("compareWindow"));
}

void TestCompare::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("korean") << int(Appearance::Light) << int(Language::Korean);
}

void TestCompare::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    FleetState fleet = snowflake();
    fleet.groups[0].nodes[0].health = Health::Down;
    fleet.groups[0].nodes << sample::node(QStringLiteral("web-7"), QStringLiteral("web"),
                                          {QStringLiteral("shop"), QStringLiteral("1.0.0")});
    fleet.groups[0].nodes << sample::node(QStringLiteral("web-8"), QStringLiteral("web"),
                                          {QStringLiteral("shop"), QStringLiteral("1.0.0")});
    open(stage, fleet);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    QTRY_VERIFY(stage.find("compareView"));
    camera.shoot(stage.find("compareWindow"), "compare");
}

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
