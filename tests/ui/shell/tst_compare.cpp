// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparison_model.h"
#include "models/wording/wording.h"
#include "tests/models/comparison/whole_fleet.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/past_values.h"
#include "tests/ui/shell/window_test.h"
#include "ui/shell/compare/compare_stage.h"
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
    void theListKeepsItsRows();
    void partsAndValuesAreWorded();
    void nothingDiffers();
    void whatIsNowFollowsTheFleet();
    void anObservationLeavesTheZoom();
    void beforeAndAfterADeployment();
    void whatIsLookedAtStaysChosen();
    void aJournalThatCannotTellSaysSo();
    void aFleetNobodySeesIsNotCompared();
    void aLargeFleetIsComparedAside();
    void sidesAreExchanged();
    void listAndDiagramPointAtEachOther();
    void anotherFleetClosesIt();
    void pictures_data();
    void pictures();

private:
    static QAbstractItemModel* rows(WindowStage& stage); ///< whether the list is in sight or not
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

/// Something of every kind came, went or changed.
Blueprint rebuilt()
{
    Blueprint blueprint = sample::wholeBlueprint();
    blueprint.balancers[0].pair.clear();
    blueprint.balancers[1].pair.clear();
    blueprint.balancers[1].serves = QStringList{QStringLiteral("web")};
    blueprint.balancers[2].serves = QStringList{QStringLiteral("web"), QStringLiteral("files")};
    blueprint.groups[0].size = 3;
    blueprint.caches[0].engine = QStringLiteral("valkey");
    blueprint.caches[1].name = QStringLiteral("files");
    blueprint.databases[0].replicaOf = QStringLiteral("copy");
    blueprint.databases[1].replicaOf.clear();
    blueprint.databases[1].zones = QStringList{QStringLiteral("c")};
    return blueprint;
}

} // namespace

QAbstractItemModel* TestCompare::rows(WindowStage& stage)
{
    return stage.find("compareWindow")->findChild<QTreeView*>(QStringLiteral("compareList"))->model();
}

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
    model.setComparison(std::make_shared<const FleetComparison>(comparison));
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, ComparisonModel::Part).data().toString(), QStringLiteral("web"));
    QCOMPARE(model.index(0, ComparisonModel::What).data().toString(), QStringLiteral("uses"));
    QCOMPARE(model.index(0, ComparisonModel::Before).data().toString(), QStringLiteral("orders"));
    QCOMPARE(model.index(0, ComparisonModel::After).data().toString(), QString());
    QCOMPARE(model.index(1, ComparisonModel::What).data().toString(), QStringLiteral("health"));
    QCOMPARE(model.index(1, ComparisonModel::After).data().toString(), healthText(Health::Down));
    QCOMPARE(model.index(2, ComparisonModel::After).data().toString(), QStringLiteral("shop 0.9.0"));
    QCOMPARE(model.index(3, ComparisonModel::What).data().toString(), QStringLiteral("removed"));
    QCOMPARE(model.find(QStringLiteral("web-3")).row(), 3);
    QVERIFY(!model.find(QStringLiteral("web-9")).isValid());
    // Plural forms come with a translation, which this program has not loaded.
    QCOMPARE(ComparisonModel::summary(comparison), QStringLiteral("1 removed · 3 changed · 1 line(s)"));
    model.setComparison(std::make_shared<const FleetComparison>(compareFleets(before, before)));
    QCOMPARE(model.rowCount(), 0);
}

/// The next observation moves nothing that is still so.
void TestCompare::theListKeepsItsRows()
{
    const auto removed = [](const QStringList& names) {
        auto comparison = std::make_shared<FleetComparison>();
        for (const QString& name : names)
            comparison->parts << PartChange{ComparedKind::Node, name, {}, Change::Removed, {}};
        return comparison;
    };
    ComparisonModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setComparison(removed({u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"web-4"_qs}));
    const QPersistentModelIndex first = model.find(u"web-1"_qs);
    const QPersistentModelIndex third = model.find(u"web-3"_qs);
    const QPersistentModelIndex last = model.find(u"web-4"_qs);
    model.setComparison(removed({u"web-1"_qs, u"web-3"_qs, u"web-4"_qs}));
    QCOMPARE(third.row(), 1);
    model.setComparison(removed({u"web-1"_qs, u"web-7"_qs, u"web-8"_qs, u"web-4"_qs}));
    QVERIFY(!third.isValid());
    QCOMPARE(first.data(PartRole).toString(), u"web-1"_qs);
    QCOMPARE(last.row(), 3);
    QCOMPARE(last.data(PartRole).toString(), u"web-4"_qs);
    QCOMPARE(model.rowCount(), 4);
}

void TestCompare::partsAndValuesAreWorded()
{
    QCOMPARE(comparedPartText({ComparedKind::Zone, u"zone:seoul-a"_qs, {}, Change::Added, {}}), u"zone seoul-a"_qs);
    QCOMPARE(comparedPartText({ComparedKind::Image, u"shop@1.1.0"_qs, {}, Change::Added, {}}), u"shop 1.1.0"_qs);
    QCOMPARE(comparedPartText({ComparedKind::Cache, u"sessions"_qs, {}, Change::Added, {}}), u"sessions"_qs);
    QVERIFY(!comparedPartText({ComparedKind::Fleet, {}, {}, Change::Changed, {}}).isEmpty());
    for (int field = 0; field <= int(ComparedField::Recipe); ++field)
        QVERIFY2(!comparedFieldText(ComparedField(field)).isEmpty(), qPrintable(QString::number(field)));
    QCOMPARE(comparedValueText(ComparedField::Pair, {}), u"none"_qs);
    QCOMPARE(comparedValueText(ComparedField::Serves, {}), QString());
    QCOMPARE(comparedValueText(ComparedField::Drift, u"0"_qs), u"none"_qs);
    QVERIFY(comparedValueText(ComparedField::Volume, u"keep"_qs) != comparedValueText(ComparedField::Volume, {}));
    QVERIFY(comparedValueText(ComparedField::Born, u"2026-03-04T09:00:00Z"_qs) !=
            comparedValueText(ComparedField::Born, u"2026-03-04T09:00:01Z"_qs));
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
    QVERIFY(!stage.find("compareList"));
    QVERIFY(stage.find("compareView"));
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("Nothing differs"));
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

/// Nothing that runs is one thing, nobody who can look another.
void TestCompare::aFleetNobodySeesIsNotCompared()
{
    WindowStage stage;
    open(stage, sample::fleet());
    QTRY_VERIFY(stage.find("compareView"));
    FleetState blind;
    blind.blind = {Error{ErrorCode::StoreNewer, {QStringLiteral("journal.sqlite")}, {}}};
    stage.watch(blind);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("It cannot be compared"));
    QVERIFY(stage.text("emptyText").startsWith(QStringLiteral("Now\n"))); // which of the two
    stage.watch(snowflake());
    QTRY_VERIFY(stage.find("compareView"));
    QCOMPARE(rows(stage)->rowCount(), 2);
}

void TestCompare::aLargeFleetIsComparedAside()
{
    WindowStage stage;
    QStringList names;
    for (int number = 1; number <= 3000; ++number)
        names << QStringLiteral("web-%1").arg(number);
    open(stage, sample::fleet(names));
    QTRY_VERIFY_WITH_TIMEOUT(stage.find("compareView"), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(rows(stage)->rowCount(), 2997, 60'000);
    // What is in sight stays until the next is there, and the last that was chosen is what comes.
    stage.click("compareExchange");
    QVERIFY(stage.find("compareView"));
    QTRY_COMPARE_WITH_TIMEOUT(said(stage).value(0), QStringLiteral("web-4 removed"), 60'000);
    QTRY_COMPARE(stage.text("recordRemark"), QStringLiteral("2997 removed"));
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
    CompareStage everyKind(nullptr);
    everyKind.resize(1280, 720);
    everyKind.setPicture(
        pictureOf(compareFleets(sample::wholeMoment(sample::wholeBlueprint()), sample::wholeMoment(rebuilt())), {}));
    everyKind.show();
    camera.shoot(&everyKind, "compare-parts");
}

QTEST_MAIN(TestCompare)
#include "tst_compare.moc"
