// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/window_test.h"

#include "models/items/activity_model.h"
#include "models/items/drift_rows.h"
#include "models/items/fleet_rows.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QStyleOptionSlider>
#include <QTabWidget>
#include <QTreeView>

using namespace snowmelt;

/// The window by real clicks over a scripted port.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void startsEmptyAndOpensTheLab();
    void aBadBlueprintShowsItsPlacesAndCanBeReadAgain();
    void anUnreadableFileIsSaid();
    void openingWatchesAndReads();
    void historyShowsHowItEnded();
    void aFleetThatIsDownOffersToComeUp();
    void theCardHasRoomForItsWords();
    void nothingStandsUnderTheDocks();
    void theActivityGrowsForALog();
    void whatWasDoneHasTheRoomOfItsProgress();
    void aScanShowsBadgeAndDifferences();
    void differencesCanBeFilteredAndCopied();
    void aNodeThatCannotBeScannedSaysWhyAndWhatNext();
    void buildStartsWhatWasChosen();
    void whatIsBuiltIsNotBuiltAgainUnasked();
    void aRunningBuildCanBeCancelledAndShowsItsLog();
    void aBlockedPlanCannotStart();
    void aSwapGoesFromPlanToDone();
    void aFailedGreenSaysWhatIsSafe();
    void rollBackAsksAndSends();
    void theBannerKeepsItsHeight();
    void pastNoReturnDisablesRollBackAndSaysWhy();
    void rebirthSaysWhatIsLost();
    void downKeepsVolumesUnlessChosen();
    void exportWritesTheFile();
    void disabledActionsSayWhy();
    void findSelectsANode();
    void closingDuringAnOperationAsks();
    void leavingWaitsForTheEnd();
    void closingWhenIdleClosesAndStopsWatching();
    void aLookThatEndedIsSaid();
    void languageSwitchesLive();
    void appearanceSwitchesLive();
    void systemAppearanceFollowsTheDesktop();
    void mnemonicsShowWhileAltIsHeld();
    void aScrollBarsSliderSpansItsGroove();
    void docksComeBackWhereTheyWere();
    void everyButtonIsReachedByKeyboard();

private:
    QTreeView* tree() { return m_stage->find<QTreeView>("fleetTree"); }
    static QModelIndex row(const QAbstractItemView* view, int role, const QVariant& value)
    {
        return WindowHand::row(view, role, value);
    }
    static void clickRow(QAbstractItemView* view, const QModelIndex& index) { WindowHand::clickRow(view, index); }
    void scanWeb2();
    OperationId beginSwap();
    std::unique_ptr<WindowStage> m_stage;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestMainWindow::init()
{
    m_stage = std::make_unique<WindowStage>();
}

void TestMainWindow::cleanup()
{
    m_stage.reset();
}

void TestMainWindow::scanWeb2()
{
    m_stage->click("actionScanButton");
    const OperationId scan = m_stage->operations.lastOf<ScanIntent>();
    QVERIFY(!scan.isEmpty());
    DriftReport report = sample::driftReport(QStringLiteral("web-2"));
    report.scannedAt = QDateTime::currentDateTimeUtc();
    m_stage->operations.say(scan, NodeScanned{report});
    m_stage->operations.finish(scan, OutcomeKind::Incomplete, Safety::Unchanged);
}

OperationId TestMainWindow::beginSwap()
{
    m_stage->operations.plan = sample::swapPlan(QStringLiteral("p"));
    m_stage->click("actionSwapButton");
    m_stage->acceptWarnings();
    m_stage->click("startSwap");
    const OperationId swap = m_stage->operations.lastOf<SwapIntent>();
    m_stage->operations.say(swap, PlanMade{sample::swapPlan(swap)});
    return swap;
}

void TestMainWindow::startsEmptyAndOpensTheLab()
{
    m_stage->show();
    QVERIFY(m_stage->find("startPage"));
    QVERIFY(!m_stage->find("fleetTree"));
    m_stage->click("tryLab");
    QVERIFY(!m_stage->find("startPage"));
    QVERIFY(m_stage->find("fleetTree"));
    QCOMPARE(m_stage->window->windowTitle(), QStringLiteral("shop[*] — Snowmelt"));
    const QString canonical = QFileInfo(m_stage->path()).canonicalFilePath();
    QCOMPARE(Settings::recentBlueprints(), QStringList{canonical});
}

void TestMainWindow::aBadBlueprintShowsItsPlacesAndCanBeReadAgain()
{
    m_stage->show();
    m_stage->write("snowmelt: 1\nname: shop\nplatform: {kind: simulation}\ngrups: {}\n");
    m_stage->window->openBlueprint(m_stage->path());
    auto* list = m_stage->find<QListWidget>("problemList");
    QVERIFY(list);
    QVERIFY(list->count() >= 1);
    bool placed = false;
    for (int i = 0; i < list->count(); ++i)
        placed = placed || list->item(i)->text().startsWith(QStringLiteral("shop.yaml:4:1: "));
    QVERIFY(placed);
    QVERIFY(list->item(list->count() - 1)->text().endsWith(QStringLiteral("; did you mean “groups”?")));
    QTRY_VERIFY(list->height() < m_stage->window->height() / 2); // as high as its rows
    QTRY_VERIFY(list->visualItemRect(list->item(list->count() - 1)).bottom() <= list->viewport()->height());
    QVERIFY(m_stage->operations.lastOf<WatchIntent>().isEmpty());
    m_stage->write(WindowStage::goodText());
    m_stage->click("readAgain");
    QVERIFY(m_stage->find("fleetTree"));
}

void TestMainWindow::anUnreadableFileIsSaid()
{
    m_stage->show();
    m_stage->window->openBlueprint(QStringLiteral("/nowhere/shop.yaml"));
    QVERIFY(m_stage->text("problemsTitle").contains(QStringLiteral("/nowhere/shop.yaml")));
}

void TestMainWindow::openingWatchesAndReads()
{
    m_stage->openUp();
    QVERIFY(!m_stage->operations.lastOf<WatchIntent>().isEmpty());
    QVERIFY(!m_stage->operations.lastOf<ImagesIntent>().isEmpty());
    QVERIFY(!m_stage->operations.lastOf<HistoryIntent>().isEmpty());
    const QModelIndex web2 = row(tree(), PartRole, QStringLiteral("web-2"));
    QVERIFY(web2.isValid());
    clickRow(tree(), web2);
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-2"));
    QVERIFY(m_stage->text("inspectorState").contains(QStringLiteral("healthy")));
}

void TestMainWindow::historyShowsHowItEnded()
{
    m_stage->openUp();
    const auto isRed = [&](const char* operation) {
        const QModelIndex entry = row(tree(), IdRole, QString::fromLatin1(operation));
        tree()->scrollTo(entry);
        const QImage picture = tree()->viewport()->grab(tree()->visualRect(entry)).toImage();
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (picture.pixelColor(x, y) == Theme::light().red)
                    return true;
        return false;
    };
    QTRY_VERIFY(isRed("h2")); // failed
    QVERIFY(!isRed("h1"));
}

void TestMainWindow::aFleetThatIsDownOffersToComeUp()
{
    FleetState down;
    down.name = QStringLiteral("shop");
    m_stage->openUp(down);
    QVERIFY(m_stage->find("notRunning"));
    m_stage->click("bringUp");
    m_stage->click("confirm");
    QVERIFY(!m_stage->operations.lastOf<UpIntent>().isEmpty());
    QTRY_VERIFY(!m_stage->find("bringUp"));
    m_stage->watch(sample::fleet({"web-1"}));
    QVERIFY(m_stage->find("notRunning")); // the first node is not the end of coming up
    m_stage->watch(sample::fleet());
    m_stage->operations.finish(m_stage->operations.lastOf<UpIntent>());
    QVERIFY(!m_stage->find("notRunning"));
}

void TestMainWindow::theCardHasRoomForItsWords()
{
    FleetState down;
    down.name = QStringLiteral("shop");
    for (const Language language : {Language::English, Language::Korean}) {
        Settings::setLanguage(language);
        m_stage->openUp(down);
        QWidget* card = m_stage->find("notRunning");
        QVERIFY(card);
        QTest::qWait(0);
        const auto labels = card->findChildren<QLabel*>();
        for (const QLabel* label : labels)
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        QVERIFY(card->rect().contains(card->childrenRect()));
    }
}

void TestMainWindow::nothingStandsUnderTheDocks()
{
    m_stage->openUp();
    const auto* activity = m_stage->window->findChild<QDockWidget*>(QStringLiteral("activityDock"));
    QTRY_COMPARE(activity->geometry().bottom(), m_stage->window->rect().bottom());
}

void TestMainWindow::theActivityGrowsForALog()
{
    m_stage->openUp();
    const auto* activity = m_stage->window->findChild<QDockWidget*>(QStringLiteral("activityDock"));
    QTRY_COMPARE(activity->height(), 128);
    scanWeb2();
    auto* list = m_stage->find<QTreeView>("activityList");
    clickRow(list, list->model()->index(0, 0));
    QTRY_VERIFY(activity->height() >= 280);
}

void TestMainWindow::whatWasDoneHasTheRoomOfItsProgress()
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

void TestMainWindow::aScanShowsBadgeAndDifferences()
{
    m_stage->openUp();
    scanWeb2();
    const QModelIndex web2 = row(tree(), PartRole, QStringLiteral("web-2"));
    QCOMPARE(web2.data(DetailRole).toString(), QStringLiteral("Δ4"));
    clickRow(tree(), web2);
    auto* tabs = m_stage->find<QTabWidget>("inspectorTabs");
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    auto* drift = m_stage->find<QTreeView>("driftTree");
    QVERIFY(drift);
    const QModelIndex mode = row(drift, ActualRole, QStringLiteral("0600"));
    QVERIFY(mode.isValid());
    QCOMPARE(mode.data(BaselineRole).toString(), QStringLiteral("0644"));
    QVERIFY(row(drift, KindRole, int(DriftRow::UnseenTitle)).isValid());
    QVERIFY(row(drift, KindRole, int(DriftRow::HiddenTitle)).isValid());
}

void TestMainWindow::differencesCanBeFilteredAndCopied()
{
    aScanShowsBadgeAndDifferences();
    auto* drift = m_stage->find<QTreeView>("driftTree");
    QTest::keyClicks(m_stage->find<QLineEdit>("driftFilter"), QStringLiteral("openjdk"));
    QVERIFY(!row(drift, ActualRole, QStringLiteral("0600")).isValid());
    QVERIFY(row(drift, Qt::DisplayRole, QStringLiteral("openjdk-17-jre-headless")).isValid());
    clickRow(drift, row(drift, Qt::DisplayRole, QStringLiteral("openjdk-17-jre-headless")));
    QTest::keySequence(drift, QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("17.0.21")));
    QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("shop.conf")));
    m_stage->click("copyDrift");
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("shop.conf")));
}

void TestMainWindow::aNodeThatCannotBeScannedSaysWhyAndWhatNext()
{
    m_stage->openUp();
    m_stage->click("actionScanButton");
    const OperationId scan = m_stage->operations.lastOf<ScanIntent>();
    m_stage->operations.say(
        scan, NodeUnseen{QStringLiteral("web-1"), Error{ErrorCode::SshSilent, {"web-1", "127.77.1.11:22", "10"}, {}}});
    clickRow(tree(), row(tree(), PartRole, QStringLiteral("web-1")));
    m_stage->find<QTabWidget>("inspectorTabs")->setCurrentIndex(1);
    QVERIFY(m_stage->text("driftEmpty").contains(QStringLiteral("127.77.1.11:22")));
    QCOMPARE(row(tree(), PartRole, QStringLiteral("web-1")).data(DetailRole).toString(), QStringLiteral("?"));
}

void TestMainWindow::buildStartsWhatWasChosen()
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

void TestMainWindow::whatIsBuiltIsNotBuiltAgainUnasked()
{
    m_stage->operations.images = sample::images(true);
    m_stage->openUp();
    m_stage->click("actionBuildButton");
    auto* images = m_stage->find<QTreeView>("buildImages");
    clickRow(images, row(images, IdRole, QStringLiteral("shop@1.1.0")));
    auto* start = m_stage->find<QAbstractButton>("startBuild");
    QTRY_VERIFY(!start->isEnabled());
    QTest::keyClick(m_stage->find<QAbstractButton>("fromScratch"), Qt::Key_Space);
    QVERIFY(start->isEnabled());
}

void TestMainWindow::aRunningBuildCanBeCancelledAndShowsItsLog()
{
    buildStartsWhatWasChosen();
    const OperationId build = m_stage->operations.lastOf<BuildIntent>();
    m_stage->operations.say(build, LogLine{QStringLiteral("apt"), QStringLiteral("Unpacking rsyslog")});
    m_stage->operations.say(build, Progress{Phase::InstallingPackages, {QStringLiteral("shop@1.1.0")}, 1, 2});
    auto* list = m_stage->find<QTreeView>("activityList");
    const QModelIndex activity = row(list, IdRole, build);
    clickRow(list, activity);
    QVERIFY(m_stage->find<QPlainTextEdit>("logText")->toPlainText().contains(QStringLiteral("rsyslog")));
    m_stage->click("cancelOperation");
    QCOMPARE(m_stage->operations.cancelled, QList<OperationId>{build});
    QVERIFY(!m_stage->find<QAbstractButton>("cancelOperation")->isEnabled());
    m_stage->operations.finish(build, OutcomeKind::Cancelled, Safety::StoreAsBefore);
    QVERIFY(!m_stage->find("cancelOperation"));
    QCOMPARE(ActivityState(activity.data(StateRole).toInt()), ActivityState::Cancelled);
    QVERIFY(!m_stage->text("errorSafe").isEmpty());
}

void TestMainWindow::aBlockedPlanCannotStart()
{
    m_stage->openUp();
    Plan plan = sample::swapPlan(QStringLiteral("p"));
    plan.checks.append({QStringLiteral("imageNotBuilt"), Verdict::Block, {QStringLiteral("shop@1.1.0")}});
    m_stage->operations.plan = plan;
    m_stage->click("actionSwapButton");
    m_stage->acceptWarnings();
    QVERIFY(!m_stage->find<QAbstractButton>("startSwap")->isEnabled());
    QVERIFY(m_stage->text("checkSentence").contains(QStringLiteral("not built"))); // the gravest stands first
    m_stage->click("dialogCancel");
    QVERIFY(m_stage->operations.lastOf<SwapIntent>().isEmpty());
}

void TestMainWindow::aSwapGoesFromPlanToDone()
{
    m_stage->openUp();
    m_stage->operations.plan = sample::swapPlan(QStringLiteral("p"));
    m_stage->click("actionSwapButton");
    m_stage->acceptWarnings();
    QVERIFY(
        m_stage->find<QAbstractButton>("startSwap")->text().startsWith(QStringLiteral("&Start, accepting 1 warning")));
    m_stage->click("startSwap");
    const OperationId swap = m_stage->operations.lastOf<SwapIntent>();
    const SwapIntent asked = m_stage->operations.intent<SwapIntent>(swap);
    QCOMPARE(asked.group, QStringLiteral("web"));
    QCOMPARE(asked.to, sample::image("shop", "1.1.0"));
    QCOMPARE(asked.bakeSeconds, 60);
    QCOMPARE(asked.options.accepted, QStringList{QStringLiteral("driftLost")});
    QVERIFY(!m_stage->find("banner"));
    const Plan plan = sample::swapPlan(swap);
    m_stage->operations.say(swap, PlanMade{plan});
    QVERIFY(m_stage->find("banner"));
    QCOMPARE(m_stage->text("bannerTitle"), QStringLiteral("Swap web to shop 1.1.0"));
    QVERIFY(!m_stage->find<QAbstractButton>("actionBuildButton")->isEnabled());
    for (int step = 0; step < plan.steps.size(); ++step) {
        m_stage->operations.say(swap, StepBegun{step, plan.steps.at(step).kind});
        m_stage->operations.say(swap, StepDone{step, plan.steps.at(step).kind, 100, {}});
    }
    m_stage->operations.say(swap, TrafficCounted{1862, 0});
    QCOMPARE(m_stage->text("bannerCount"), QStringLiteral("0 failed of 1,862 requests"));
    m_stage->operations.finish(swap, OutcomeKind::Done, Safety::GreenServesAlone);
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("done")));
    m_stage->click("bannerDismiss");
    QVERIFY(!m_stage->find("banner"));
    QVERIFY(m_stage->find<QAbstractButton>("actionBuildButton")->isEnabled());
}

void TestMainWindow::aFailedGreenSaysWhatIsSafe()
{
    m_stage->openUp();
    const OperationId swap = beginSwap();
    const Error error{ErrorCode::NeverHealthy, {"web-5", "60", "503"}, QStringLiteral("GET /healthz: 503")};
    m_stage->watch(sample::fleet({"web-1", "web-2", "web-3", "web-4", "web-5", "web-6"}));
    m_stage->operations.say(swap, StepBegun{2, StepKind::AwaitHealthy});
    m_stage->operations.say(swap, StepFailed{2, StepKind::AwaitHealthy, error});
    m_stage->operations.finish(swap, OutcomeKind::Failed, Safety::BlueServesGreenKept, error);
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("stopped")));
    QVERIFY(m_stage->text("bannerDetail").contains(QStringLiteral("web-5")));
    QVERIFY(m_stage->text("bannerDetail").endsWith(QStringLiteral(": 503")));
    QVERIFY(!m_stage->text("bannerDetail").contains(QStringLiteral("blue"))); // stands in the inspector
    QVERIFY(m_stage->text("wayBack").contains(QStringLiteral("blue")));
    QVERIFY(m_stage->text("errorWhat").contains(QStringLiteral("GET /healthz: 503")));
    QVERIFY(!m_stage->text("errorNext").isEmpty());
    m_stage->click("lookAtNode");
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-5"));
}

void TestMainWindow::rollBackAsksAndSends()
{
    m_stage->openUp();
    const OperationId swap = beginSwap();
    m_stage->operations.say(swap, StepBegun{5, StepKind::Bake});
    m_stage->click("rollbackButton");
    QVERIFY(m_stage->operations.lastOf<ControlIntent>().isEmpty());
    m_stage->click("confirm");
    const OperationId back = m_stage->operations.lastOf<ControlIntent>();
    QVERIFY(!back.isEmpty());
    QCOMPARE(m_stage->operations.intent<ControlIntent>(back).group, QStringLiteral("web"));
    m_stage->operations.say(swap, RollingBack{5, QStringLiteral("asked")});
    QVERIFY(!m_stage->find<QAbstractButton>("rollbackButton")->isEnabled());
    QVERIFY(m_stage->text("bannerDetail").contains(QStringLiteral("blue")));
    m_stage->operations.finish(swap, OutcomeKind::Cancelled, Safety::BlueServes);
    QVERIFY(m_stage->text("bannerTitle").contains(QStringLiteral("rolled back")));
}

void TestMainWindow::theBannerKeepsItsHeight()
{
    m_stage->openUp();
    const OperationId swap = beginSwap();
    const auto height = [&] { return m_stage->find("banner")->height(); };
    QTRY_COMPARE(height(), 48);
    m_stage->window->resize(900, 700);
    m_stage->operations.say(swap, StepBegun{4, StepKind::DrainBlue});
    m_stage->operations.say(swap, TrafficCounted{1862, 0});
    m_stage->operations.finish(swap, OutcomeKind::Failed, Safety::BlueServesGreenKept,
                               Error{ErrorCode::NeverHealthy, {"web-5", "60", "503"}, QStringLiteral("503")});
    QTRY_COMPARE(height(), 48);
}

void TestMainWindow::pastNoReturnDisablesRollBackAndSaysWhy()
{
    m_stage->openUp();
    const OperationId swap = beginSwap();
    m_stage->operations.say(swap, StepBegun{6, StepKind::RetireBlue});
    auto* button = m_stage->find<QAbstractButton>("rollbackButton");
    QVERIFY(!button->isEnabled());
    QVERIFY(!button->toolTip().isEmpty());
    QVERIFY(m_stage->text("bannerDetail").contains(QStringLiteral("no return")));
    QVERIFY(!m_stage->action("actionRollback")->isEnabled());
}

void TestMainWindow::rebirthSaysWhatIsLost()
{
    m_stage->openUp();
    scanWeb2();
    clickRow(tree(), row(tree(), PartRole, QStringLiteral("web-2")));
    m_stage->operations.plan = sample::swapPlan(QStringLiteral("p"));
    m_stage->click("rebirthButton");
    m_stage->acceptWarnings();
    QVERIFY(m_stage->text("checkSentence").contains(QStringLiteral("4 places")));
    m_stage->click("startRebirth");
    const OperationId rebirth = m_stage->operations.lastOf<RebirthIntent>();
    QCOMPARE(m_stage->operations.intent<RebirthIntent>(rebirth).node, QStringLiteral("web-2"));
}

void TestMainWindow::downKeepsVolumesUnlessChosen()
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

void TestMainWindow::exportWritesTheFile()
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

void TestMainWindow::disabledActionsSayWhy()
{
    m_stage->show();
    for (QAction* action : m_stage->window->findChildren<QAction*>()) {
        if (action->objectName().startsWith(QStringLiteral("action")) && !action->isEnabled())
            QVERIFY2(action->toolTip().startsWith(QStringLiteral("Open a blueprint first.")),
                     qPrintable(action->objectName()));
    }
    QVERIFY(!m_stage->action("actionScan")->isEnabled());
}

void TestMainWindow::findSelectsANode()
{
    m_stage->openUp();
    scanWeb2();
    m_stage->action("actionFind")->trigger();
    auto* field = m_stage->find<QLineEdit>("findField");
    QTest::keyClicks(field, QStringLiteral("web-3"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-3"));
    field->clear();
    QTest::keyClicks(field, QStringLiteral("openjdk"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_stage->text("inspectorTitle"), QStringLiteral("web-2"));
}

void TestMainWindow::closingDuringAnOperationAsks()
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

void TestMainWindow::leavingWaitsForTheEnd()
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

void TestMainWindow::closingWhenIdleClosesAndStopsWatching()
{
    m_stage->openUp();
    const OperationId watch = m_stage->operations.lastOf<WatchIntent>();
    QVERIFY(m_stage->window->close());
    m_stage->window.reset();
    QVERIFY(m_stage->operations.cancelled.contains(watch));
}

void TestMainWindow::aLookThatEndedIsSaid()
{
    m_stage->openUp();
    QVERIFY(!m_stage->find("liveStrip"));
    const OperationId watch = m_stage->operations.lastOf<WatchIntent>();
    m_stage->operations.finish(watch, OutcomeKind::Failed, Safety::Unchanged,
                               Error{ErrorCode::PlatformUnavailable, {"podman"}, {}});
    QVERIFY(m_stage->find("liveStrip"));
    m_stage->click("lookAgain");
    QVERIFY(!m_stage->find("liveStrip"));
    QVERIFY(m_stage->operations.lastOf<WatchIntent>() != watch);
}

void TestMainWindow::languageSwitchesLive()
{
    m_stage->openUp();
    QPointer<QWidget> before = m_stage->find("fleetTree");
    const int width = before->width();
    m_stage->action("actionLanguage2")->trigger();
    QTRY_VERIFY(before.isNull());
    QVERIFY(m_stage->find("fleetTree"));
    QCOMPARE(Settings::language(), Language::Korean);
    QTRY_COMPARE(tree()->width(), width); // what a person arranged stays
    QVERIFY(row(tree(), PartRole, QStringLiteral("web-2")).isValid());
    QVERIFY(m_stage->action("actionScan")->isEnabled());
    m_stage->action("actionLanguage1")->trigger();
    QTRY_COMPARE(Settings::language(), Language::English);
}

void TestMainWindow::appearanceSwitchesLive()
{
    m_stage->openUp();
    clickRow(tree(), row(tree(), PartRole, QStringLiteral("web-2")));
    for (const char* choice : {"actionAppearance2", "actionAppearance1"}) {
        m_stage->action(choice)->trigger();
        for (const char* name : {"inspectorTitle", "inspectorState"}) {
            const auto* label = m_stage->find<QLabel>(name);
            const auto lightness = [&](QPalette::ColorRole role) { return label->palette().color(role).lightness(); };
            QTRY_VERIFY2((lightness(QPalette::Window) < 128) == (choice == QByteArray("actionAppearance2")), name);
            QTRY_VERIFY2(std::abs(lightness(QPalette::WindowText) - lightness(QPalette::Window)) > 60, name);
        }
    }
}

void TestMainWindow::systemAppearanceFollowsTheDesktop()
{
    m_stage->openUp();
    const auto isDark = [] { return Theme::of(QApplication::palette()).dark; };
    QEvent changed(QEvent::ThemeChange);
    QApplication::setPalette(Theme::darkTheme().palette());
    QApplication::sendEvent(m_stage->window.get(), &changed);
    QVERIFY(isDark()); // chosen is light, not what the system has
    m_stage->action("actionAppearance0")->trigger();
    QVERIFY(!isDark()); // the offscreen platform is light
    QApplication::setPalette(Theme::darkTheme().palette());
    QApplication::sendEvent(m_stage->window.get(), &changed);
    QVERIFY(!isDark());
}

void TestMainWindow::mnemonicsShowWhileAltIsHeld()
{
    m_stage->openUp();
    const QStyle* style = QApplication::style();
    const auto underlined = [&] {
        return style->styleHint(QStyle::SH_UnderlineShortcut, nullptr, m_stage->window.get());
    };
    QVERIFY(!underlined());
    QTest::keyPress(m_stage->window.get(), Qt::Key_Alt);
    QVERIFY(underlined());
    QTest::keyRelease(m_stage->window.get(), Qt::Key_Alt);
    QVERIFY(!underlined());
}

void TestMainWindow::aScrollBarsSliderSpansItsGroove()
{
    m_stage->show();
    QStyleOptionSlider bar;
    bar.rect = QRect(0, 0, 12, 400);
    bar.orientation = Qt::Vertical;
    bar.maximum = 300;
    bar.pageStep = 100;
    const auto slider = [&](int position) {
        bar.sliderPosition = position;
        return QApplication::style()->subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider);
    };
    QCOMPARE(slider(0), QRect(0, 0, 12, 100));
    QCOMPARE(slider(150).top(), 150);
    QCOMPARE(slider(300).bottom(), bar.rect.bottom());
}

void TestMainWindow::docksComeBackWhereTheyWere()
{
    m_stage->openUp();
    auto* dock = m_stage->window->findChild<QDockWidget*>(QStringLiteral("inspectorDock"));
    QCOMPARE(m_stage->window->dockWidgetArea(dock), Qt::RightDockWidgetArea);
    m_stage->window->addDockWidget(Qt::LeftDockWidgetArea, dock);
    m_stage->window->findChild<QDockWidget*>(QStringLiteral("activityDock"))->hide();
    QVERIFY(m_stage->window->close());
    m_stage->window.reset();
    m_stage->openUp();
    dock = m_stage->window->findChild<QDockWidget*>(QStringLiteral("inspectorDock"));
    QCOMPARE(m_stage->window->dockWidgetArea(dock), Qt::LeftDockWidgetArea);
    QVERIFY(!m_stage->window->findChild<QDockWidget*>(QStringLiteral("activityDock"))->isVisible());
}

void TestMainWindow::everyButtonIsReachedByKeyboard()
{
    m_stage->openUp();
    scanWeb2();
    clickRow(tree(), row(tree(), PartRole, QStringLiteral("web-2")));
    // Looked up first: Tab inside the diagram walks its parts, and the inspector follows.
    QMap<QString, QWidget*> wanted;
    for (const char* name : {"fleetTree", "activityList", "rebirthButton", "findField", "diagram", "inspectorTabs"})
        wanted.insert(QString::fromLatin1(name), m_stage->find(name));
    QSet<QWidget*> reached;
    tree()->setFocus();
    for (int i = 0; i < 200; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const bool inside = std::any_of(reached.begin(), reached.end(), [&](QWidget* one) {
            return one && (one == it.value() || it.value()->isAncestorOf(one));
        });
        QVERIFY2(inside, qPrintable(it.key()));
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
