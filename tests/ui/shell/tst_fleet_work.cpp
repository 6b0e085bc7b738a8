// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/activity_model.h"
#include "models/items/drift_rows.h"
#include "models/items/fleet_rows.h"
#include "tests/ui/shell/shop_stage.h"
#include "ui/shell/dialogs/build_places.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>

using namespace snowmelt;

/// What a person does with a fleet besides deploying: scan, build, export, take down, and leaving meanwhile.
class TestFleetWork : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theActivityGrowsForALog();
    void whatWasDoneHasTheRoomOfItsProgress();
    void aScanShowsBadgeAndDifferences();
    void whatRulesHideIsSaidAndFolded();
    void differencesCanBeFilteredAndCopied();
    void aNodeThatCannotBeScannedSaysWhyAndWhatNext();
    void buildStartsWhatWasChosen();
    void whatIsBuiltIsNotBuiltAgainUnasked();
    void keysGoFromLeftToRight();
    void provingExcludesWhatDoesNotGoWithIt();
    void aHostThatBuiltOnceIsProposed();
    void whatAProofFoundIsInItsLog();
    void aRunningBuildCanBeCancelledAndShowsItsLog();
    void downKeepsVolumesUnlessChosen();
    void exportWritesTheFile();
    void closingDuringAnOperationAsks();
    void leavingWaitsForTheEnd();

private:
    std::unique_ptr<ShopStage> m_stage;
};

void TestFleetWork::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestFleetWork::init()
{
    m_stage = std::make_unique<ShopStage>();
}

void TestFleetWork::cleanup()
{
    m_stage.reset();
}

void TestFleetWork::theActivityGrowsForALog()
{
    m_stage->openUp();
    const auto* activity = m_stage->window->findChild<QDockWidget*>(QStringLiteral("activityDock"));
    QTRY_COMPARE(activity->height(), 128);
    m_stage->scanWeb2();
    auto* list = m_stage->find<QTreeView>("activityList");
    WindowHand::clickRow(list, list->model()->index(0, 0));
    QTRY_VERIFY(activity->height() >= 280);
}

void TestFleetWork::whatWasDoneHasTheRoomOfItsProgress()
{
    m_stage->openUp();
    m_stage->click("actionScanButton");
    m_stage->operations.finish(m_stage->operations.lastOf<ScanIntent>(), OutcomeKind::Failed, Safety::Unchanged,
                               Error{ErrorCode::SshSilent, {"web-1", "127.77.1.11:22", "10"}, {}});
    auto* list = m_stage->find<QTreeView>("activityList");
    list->clearSelection();
    const QModelIndex done = list->model()->index(0, ActivityModel::Progress);
    const auto inks = [&] {
        const QImage cell = list->viewport()->grab(list->visualRect(done)).toImage();
        QSet<QRgb> found;
        for (int y = 0; y < cell.height(); ++y)
            for (int x = 0; x < cell.width(); ++x)
                found.insert(cell.pixel(x, y));
        return found.size();
    };
    QTRY_VERIFY(inks() > 2); // letters, not paper alone
}

void TestFleetWork::aScanShowsBadgeAndDifferences()
{
    m_stage->openUp();
    m_stage->scanWeb2();
    const QModelIndex web2 = WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-2"));
    QCOMPARE(web2.data(DetailRole).toString(), QStringLiteral("Δ4"));
    WindowHand::clickRow(m_stage->tree(), web2);
    auto* tabs = m_stage->find<QTabWidget>("inspectorTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    auto* drift = m_stage->find<QTreeView>("driftTree");
    QVERIFY(drift);
    const QModelIndex mode = WindowHand::row(drift, ActualRole, QStringLiteral("0600"));
    QVERIFY(mode.isValid());
    QCOMPARE(mode.data(BaselineRole).toString(), QStringLiteral("0644"));
    QVERIFY(WindowHand::row(drift, KindRole, int(DriftRow::UnseenTitle)).isValid());
    QVERIFY(WindowHand::row(drift, KindRole, int(DriftRow::HiddenTitle)).isValid());
}

void TestFleetWork::whatRulesHideIsSaidAndFolded()
{
    m_stage->openUp();
    DriftReport report = sample::driftReport(QStringLiteral("web-2"));
    IgnoreRule rule{DriftSection::Files, QStringLiteral("/etc/**")};
    rule.reason = QStringLiteral("ours");
    for (const Difference& difference : std::as_const(report.differences))
        report.hidden.append({difference, rule});
    report.differences.clear();
    report.unseen.clear();
    m_stage->scanWeb2(report);
    WindowHand::clickRow(m_stage->tree(), WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-2")));
    auto* tabs = m_stage->find<QTabWidget>("inspectorTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    QCOMPARE(m_stage->text("driftClean"), QStringLiteral("No differences. 4 hidden by rules of the blueprint."));
    auto* drift = m_stage->find<QTreeView>("driftTree");
    const QModelIndex title = WindowHand::row(drift, KindRole, int(DriftRow::RulesTitle));
    QVERIFY(title.isValid() && !drift->isExpanded(title));
    QTest::keyClicks(m_stage->find<QLineEdit>("driftFilter"), QStringLiteral("openjdk"));
    const QModelIndex found = WindowHand::row(drift, KindRole, int(DriftRow::RulesTitle));
    QVERIFY(found.isValid() && drift->isExpanded(found));
}

void TestFleetWork::differencesCanBeFilteredAndCopied()
{
    aScanShowsBadgeAndDifferences();
    auto* drift = m_stage->find<QTreeView>("driftTree");
    QTest::keyClicks(m_stage->find<QLineEdit>("driftFilter"), QStringLiteral("openjdk"));
    QVERIFY(!WindowHand::row(drift, ActualRole, QStringLiteral("0600")).isValid());
    QVERIFY(WindowHand::row(drift, Qt::DisplayRole, QStringLiteral("openjdk-17-jre-headless")).isValid());
    WindowHand::clickRow(drift, WindowHand::row(drift, Qt::DisplayRole, QStringLiteral("openjdk-17-jre-headless")));
    QTest::keySequence(drift, QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("17.0.21")));
    QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("shop.conf")));
    m_stage->click("copyDrift");
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("shop.conf")));
}

void TestFleetWork::aNodeThatCannotBeScannedSaysWhyAndWhatNext()
{
    m_stage->openUp();
    m_stage->click("actionScanButton");
    const OperationId scan = m_stage->operations.lastOf<ScanIntent>();
    m_stage->operations.say(
        scan, NodeUnseen{QStringLiteral("web-1"), Error{ErrorCode::SshSilent, {"web-1", "127.77.1.11:22", "10"}, {}}});
    WindowHand::clickRow(m_stage->tree(), WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-1")));
    m_stage->find<QTabWidget>("inspectorTabs")->setCurrentIndex(1);
    QVERIFY(m_stage->text("driftEmpty").contains(QStringLiteral("127.77.1.11:22")));
    QCOMPARE(WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-1")).data(DetailRole).toString(),
             QStringLiteral("?"));
}

void TestFleetWork::buildStartsWhatWasChosen()
{
    m_stage->openUp();
    m_stage->click("actionBuildButton");
    auto* images = m_stage->find<QTreeView>("buildImages");
    QCOMPARE(images->currentIndex().siblingAtColumn(0).data(IdRole).toString(), QStringLiteral("shop@1.1.0"));
    QTRY_COMPARE(images->currentIndex().siblingAtColumn(1).data().toString(), QStringLiteral("not built"));
    QTest::keyClick(m_stage->find<QAbstractButton>("fromScratch"), Qt::Key_Space);
    m_stage->click("startBuild");
    const OperationId build = m_stage->operations.lastOf<BuildIntent>();
    QVERIFY(!build.isEmpty());
    QCOMPARE(m_stage->operations.intent<BuildIntent>(build).image, sample::image("shop", "1.1.0"));
    QVERIFY(m_stage->operations.intent<BuildIntent>(build).fromScratch);
}

void TestFleetWork::whatIsBuiltIsNotBuiltAgainUnasked()
{
    m_stage->operations.images = sample::images(true);
    m_stage->openUp();
    m_stage->click("actionBuildButton");
    auto* images = m_stage->find<QTreeView>("buildImages");
    WindowHand::clickRow(images, WindowHand::row(images, IdRole, QStringLiteral("shop@1.1.0")));
    auto* start = m_stage->find<QAbstractButton>("startBuild");
    QTRY_VERIFY(!start->isEnabled());
    QTest::keyClick(m_stage->find<QAbstractButton>("fromScratch"), Qt::Key_Space);
    QVERIFY(start->isEnabled());
}

void TestFleetWork::keysGoFromLeftToRight()
{
    m_stage->openUp();
    m_stage->click("actionBuildButton");
    QTRY_VERIFY(m_stage->find("buildImages")->hasFocus());
    m_stage->find("dialogCancel")->setFocus();
    for (const char* next : {"editItsRecipe", "startBuild", "buildImages"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(m_stage->find(next)->hasFocus(), next);
    }
}

void TestFleetWork::provingExcludesWhatDoesNotGoWithIt()
{
    m_stage->operations.images = sample::images(true);
    m_stage->openUp();
    m_stage->click("actionBuildButton");
    auto* images = m_stage->find<QTreeView>("buildImages");
    WindowHand::clickRow(images, WindowHand::row(images, IdRole, QStringLiteral("shop@1.1.0")));
    for (const char* choice : {"fromScratch", "keepFailed", "prove"})
        QTest::keyClick(m_stage->find<QAbstractButton>(choice), Qt::Key_Space);
    QVERIFY(!m_stage->find("fromScratch")->isEnabled());
    QVERIFY(!m_stage->find("keepFailed")->isEnabled());
    for (const char* choice : {"fromScratch", "keepFailed", "buildOn"})
        QVERIFY2(m_stage->find(choice)->toolTip().startsWith(QStringLiteral("Proving")), choice);
    m_stage->click("startBuild"); // though it is up to date
    const OperationId proof = m_stage->operations.lastOf<BuildIntent>();
    const auto intent = m_stage->operations.intent<BuildIntent>(proof);
    QVERIFY(intent.prove && !intent.fromScratch && !intent.keepFailed);
    m_stage->operations.finish(proof);
    m_stage->click("actionBuildButton");
    QTest::keyClick(m_stage->find<QAbstractButton>("keepFailed"), Qt::Key_Space);
    QTest::keyClick(m_stage->find<QAbstractButton>("fromScratch"), Qt::Key_Space);
    m_stage->click("startBuild");
    const auto kept = m_stage->operations.intent<BuildIntent>(m_stage->operations.lastOf<BuildIntent>());
    QVERIFY(kept.keepFailed && kept.fromScratch && !kept.prove);
}

void TestFleetWork::aHostThatBuiltOnceIsProposed()
{
    BuildPlaces::remember({});
    m_stage->operations.images = sample::images(true);
    m_stage->openUp();
    m_stage->click("actionBuildButton");
    auto* images = m_stage->find<QTreeView>("buildImages");
    WindowHand::clickRow(images, WindowHand::row(images, IdRole, QStringLiteral("shop@1.1.0")));
    for (const char* choice : {"fromScratch", "keepFailed"})
        QTest::keyClick(m_stage->find<QAbstractButton>(choice), Qt::Key_Space);
    auto* on = m_stage->find<QComboBox>("buildOn");
    QCOMPARE(on->currentIndex(), 0); // this machine
    auto* start = m_stage->find<QAbstractButton>("startBuild");
    on->setEditText(QStringLiteral("forge:x"));
    QVERIFY(!start->isEnabled());
    on->setEditText(QStringLiteral("mina@forge:2222"));
    QVERIFY(start->isEnabled() && !m_stage->find("keepFailed")->isEnabled());
    QVERIFY(m_stage->find("keepFailed")->toolTip().startsWith(QStringLiteral("Only on this machine")));
    m_stage->click("startBuild");
    const OperationId build = m_stage->operations.lastOf<BuildIntent>();
    const auto intent = m_stage->operations.intent<BuildIntent>(build);
    QCOMPARE(intent.host, QStringLiteral("mina@forge:2222"));
    QVERIFY(intent.fromScratch && !intent.keepFailed);
    m_stage->operations.finish(build);
    m_stage->click("actionBuildButton");
    QCOMPARE(m_stage->find<QComboBox>("buildOn")->currentText(), QStringLiteral("mina@forge:2222"));
    QTest::keyClick(m_stage->find<QAbstractButton>("prove"), Qt::Key_Space);
    m_stage->click("startBuild");
    QVERIFY(m_stage->operations.intent<BuildIntent>(m_stage->operations.lastOf<BuildIntent>()).host.isEmpty());
    BuildPlaces::remember({});
}

void TestFleetWork::whatAProofFoundIsInItsLog()
{
    buildStartsWhatWasChosen();
    const OperationId build = m_stage->operations.lastOf<BuildIntent>();
    const ImageRecord shop = sample::images(true).last();
    m_stage->operations.say(build, ImageDue{shop.ref, {{Due::Asked, {}}}});
    m_stage->operations.say(
        build, ImageProved{shop, {{ImagePart::File, ImageChange::Added, "/etc/stamp", {}, u"file 0644"_qs}}});
    m_stage->operations.finish(build, OutcomeKind::Differences, Safety::StoreAsBefore);
    auto* list = m_stage->find<QTreeView>("activityList");
    const QModelIndex activity = WindowHand::row(list, IdRole, build);
    WindowHand::clickRow(list, activity);
    const QString log = m_stage->find<QPlainTextEdit>("logText")->toPlainText();
    QVERIFY2(log.contains(QStringLiteral("you asked for it from scratch")), qPrintable(log));
    QVERIFY2(log.contains(QStringLiteral("/etc/stamp: not there → file 0644")), qPrintable(log));
    QVERIFY(activity.siblingAtColumn(ActivityModel::What).data().toString().startsWith(QStringLiteral("1 of 1 image")));
}

void TestFleetWork::aRunningBuildCanBeCancelledAndShowsItsLog()
{
    buildStartsWhatWasChosen();
    const OperationId build = m_stage->operations.lastOf<BuildIntent>();
    m_stage->operations.say(build, LogLine{QStringLiteral("apt"), QStringLiteral("Unpacking rsyslog")});
    m_stage->operations.say(build, Progress{Phase::InstallingPackages, {QStringLiteral("shop@1.1.0")}, 1, 2});
    auto* list = m_stage->find<QTreeView>("activityList");
    const QModelIndex activity = WindowHand::row(list, IdRole, build);
    WindowHand::clickRow(list, activity);
    QVERIFY(m_stage->find<QPlainTextEdit>("logText")->toPlainText().contains(QStringLiteral("rsyslog")));
    m_stage->click("cancelOperation");
    QCOMPARE(m_stage->operations.cancelled, QList<OperationId>{build});
    QVERIFY(!m_stage->find<QAbstractButton>("cancelOperation")->isEnabled());
    m_stage->operations.finish(build, OutcomeKind::Cancelled, Safety::StoreAsBefore);
    QVERIFY(!m_stage->find("cancelOperation"));
    QCOMPARE(ActivityState(activity.data(StateRole).toInt()), ActivityState::Cancelled);
    QVERIFY(!m_stage->text("errorSafe").isEmpty());
}

void TestFleetWork::downKeepsVolumesUnlessChosen()
{
    m_stage->openUp();
    m_stage->action("actionDown")->trigger();
    m_stage->click("confirm");
    QVERIFY(!m_stage->operations.intent<DownIntent>(m_stage->operations.lastOf<DownIntent>()).volumes);
    m_stage->operations.finish(m_stage->operations.lastOf<DownIntent>());
    m_stage->action("actionDown")->trigger();
    QTest::keyClick(m_stage->find<QAbstractButton>("confirmChoice"), Qt::Key_Space);
    m_stage->click("confirm");
    QVERIFY(m_stage->operations.intent<DownIntent>(m_stage->operations.lastOf<DownIntent>()).volumes);
}

void TestFleetWork::exportWritesTheFile()
{
    m_stage->openUp();
    QTemporaryDir folder;
    m_stage->click("actionExportButton");
    const auto labels = m_stage->find("exportDialog")->findChildren<QLabel*>();
    for (const QLabel* label : labels) // else the mnemonic's sign shows
        QVERIFY2(!label->text().contains(u'&') || label->buddy(), qPrintable(label->text()));
    auto* path = m_stage->find<QLineEdit>("exportPath");
    path->setText(folder.filePath(QStringLiteral("shop.gif")));
    QVERIFY(!m_stage->find<QAbstractButton>("startExport")->isEnabled());
    path->setText(folder.filePath(QStringLiteral("shop.svg")));
    m_stage->click("startExport");
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find("exportDialog"), 60'000);
    QVERIFY(QFileInfo(folder.filePath(QStringLiteral("shop.svg"))).size() > 1000);
    QVERIFY(m_stage->find("notice"));
    QVERIFY(m_stage->text("noticeText").contains(QStringLiteral("shop.svg")));
}

void TestFleetWork::closingDuringAnOperationAsks()
{
    buildStartsWhatWasChosen();
    m_stage->window->close();
    QVERIFY(m_stage->window->isVisible());
    QVERIFY(m_stage->find("closeQuestion"));
    QVERIFY(m_stage->operations.cancelled.isEmpty());
    m_stage->click("stay");
    QVERIFY(m_stage->window->isVisible());
    QVERIFY(m_stage->operations.cancelled.isEmpty());
}

void TestFleetWork::leavingWaitsForTheEnd()
{
    buildStartsWhatWasChosen();
    const OperationId build = m_stage->operations.lastOf<BuildIntent>();
    m_stage->window->close();
    m_stage->click("cancelAndClose");
    QCOMPARE(m_stage->operations.cancelled, QList<OperationId>{build});
    QVERIFY(m_stage->window->isVisible());
    m_stage->operations.finish(build, OutcomeKind::Cancelled, Safety::StoreAsBefore);
    QTRY_VERIFY(!m_stage->window->isVisible());
}

QTEST_MAIN(TestFleetWork)
#include "tst_fleet_work.moc"
