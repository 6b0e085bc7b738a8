// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/history_model.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/history_stage.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>

using namespace snowmelt;

/// What was done with a fleet.
class TestHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void historyIsFilteredAndSorted();
    void onlyDeploymentsHaveAReport();
    void anEmptyHistorySaysSo();
    void aHistoryThatCannotBeReadSaysWhy();
    void anotherFleetClosesTheseWindows();
    void pictures_data();
    void pictures();
};

void TestHistory::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestHistory::historyIsFilteredAndSorted()
{
    HistoryStage stage;
    stage.openHistory();
    const QAbstractItemModel* rows = stage.list()->model();
    QTRY_COMPARE(rows->rowCount(), 8); // and the two that the window reads for itself
    QCOMPARE(rows->index(0, 0).data(IdRole).toString(), QStringLiteral("e6"));
    QCOMPARE(rows->index(0, 0).data().toString(), QStringLiteral("No end recorded"));
    auto* text = stage.find<QLineEdit>("historyText");
    QTest::mouseClick(text, Qt::LeftButton);
    QTest::keyClicks(text, QStringLiteral("joon"));
    QCOMPARE(rows->rowCount(), 2);
    QCOMPARE(stage.text("recordRemark"), QStringLiteral("2 of 8 shown"));
    auto* outcomes = stage.find<QComboBox>("historyOutcomes");
    outcomes->setFocus();
    QTest::keyClicks(outcomes, QStringLiteral("Refused"));
    QCOMPARE(rows->rowCount(), 0);
    QCOMPARE(stage.text("emptyTitle"), QStringLiteral("Nothing matches"));
    stage.click("emptyAction");
    QCOMPARE(rows->rowCount(), 8);
    auto* verbs = stage.find<QComboBox>("historyVerbs");
    verbs->setFocus();
    QTest::keyClicks(verbs, QStringLiteral("Deployments"));
    QCOMPARE(rows->rowCount(), 4);
    auto* header = stage.list()->header();
    const QPoint took(header->sectionViewportPosition(HistoryModel::Took) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, took);
    const auto ms = [rows](int row) { return rows->index(row, 0).data(HistoryModel::TookRole).toLongLong(); };
    const bool rising = ms(0) < ms(3);
    QVERIFY(rising ? ms(1) <= ms(2) : ms(1) >= ms(2));
    // One history at a time.
    QTest::keyClick(stage.window.get(), Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(stage.window->findChildren<QTreeView*>(QStringLiteral("historyList")).size(), 1);
}

void TestHistory::onlyDeploymentsHaveAReport()
{
    HistoryStage stage;
    stage.openHistory();
    stage.choose(QStringLiteral("e2"));
    QTRY_VERIFY(!stage.find("historyReport")->isEnabled());
    QVERIFY(stage.find("historyReport")->toolTip().contains(QStringLiteral("Select a deployment")));
    stage.choose(past::swapId);
    QTRY_VERIFY(stage.find("historyReport")->isEnabled());
    QVERIFY(stage.find("historyReplay")->isEnabled());
    QTest::keyClick(stage.list(), Qt::Key_Return);
    QTRY_VERIFY(!stage.operations.lastOf<ReportIntent>().isEmpty());
}

void TestHistory::anEmptyHistorySaysSo()
{
    HistoryStage stage;
    stage.openUp();
    QTRY_VERIFY(stage.operations.lastOf<HistoryIntent>() != OperationId());
    // What the window read for itself came first; the fleet turns out to have no history.
    stage.operations.pastEntries.clear();
    stage.window->openBlueprint(stage.path());
    stage.chooseInMenu("actionHistory");
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("Nothing has been done with this fleet yet"));
    QVERIFY(!stage.find("historyReport")->isEnabled());
}

void TestHistory::aHistoryThatCannotBeReadSaysWhy()
{
    HistoryStage stage;
    stage.openUp();
    stage.operations.answersHistory = false;
    stage.chooseInMenu("actionHistory");
    QTRY_VERIFY(stage.find("historyWindow"));
    const Error error{ErrorCode::StoreNewer, {QStringLiteral("journal.sqlite")}, {}};
    stage.operations.finish(stage.operations.lastOf<HistoryIntent>(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_VERIFY(stage.text("recordRemark").contains(sentence(error).what));
    QCOMPARE(stage.text("emptyTitle"), QStringLiteral("The history cannot be read"));
}

void TestHistory::anotherFleetClosesTheseWindows()
{
    HistoryStage stage;
    stage.openHistory();
    stage.window->openBlueprint(stage.path());
    QTRY_VERIFY(!stage.find("historyWindow"));
}

void TestHistory::pictures_data()
{
    addLooks();
}

void TestHistory::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    HistoryStage stage;
    wearLook(appearance, language);
    stage.openHistory();
    camera.shoot(stage.find("historyWindow"), "history");
    QTest::keyClicks(stage.find<QLineEdit>("historyText"), QStringLiteral("nobody"));
    camera.shoot(stage.find("historyWindow"), "history-no-match");
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
