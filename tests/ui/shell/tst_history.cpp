// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/history_model.h"
#include "models/items/orphan_model.h"
#include "models/layout/diagram.h"
#include "models/wording/wording.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/past_values.h"
#include "tests/ui/shell/window_test.h"
#include "ui/shell/history/replay_player.h"
#include "ui/shell/history/replay_text.h"
#include "ui/shell/history/replay_view.h"
#include "ui/shell/history/report_text.h"
#include "ui/shell/history/save_report.h"
#include "ui/shell/style/look.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTreeView>
#include <QTreeWidget>

using namespace snowmelt;

/// What was done, its report and its replay, and what is left of it.
class TestHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void historyIsFilteredAndSorted();
    void onlyDeploymentsHaveAReport();
    void anEmptyHistorySaysSo();
    void aHistoryThatCannotBeReadSaysWhy();
    void aReportSaysEverything();
    void aFailedDeploymentSaysWhy();
    void aReportWithoutAnEndSaysSo();
    void markdownKeepsWhatServersSaid();
    void reportIsShownCopiedAndSaved();
    void aReportThatCannotBeMadeSaysWhy();
    void savingSaysItsTrouble();
    void theReplayGoesFromEventToEvent();
    void aReplayPlaysAtItsSpeed();
    void aReplayWithoutAFleetSaysSo();
    void anUnreadableReplaySaysWhy();
    void aReplayWithoutAnEndSaysSo();
    void orphansAreChosenAskedForAndRemoved();
    void noOrphansIsAnAnswer();
    void anotherFleetClosesTheseWindows();
    void pictures_data();
    void pictures();

private:
    static void openHistory(WindowStage& stage);
    static QTreeView* list(WindowStage& stage) { return stage.find<QTreeView>("historyList"); }
    static void choose(WindowStage& stage, const OperationId& id);
    static void openReplay(WindowStage& stage, const QList<Event>& events);
    static void openOrphans(WindowStage& stage, const QList<Orphan>& orphans);
    static void pictureOrphans(WindowStage& stage, const Camera& camera);
};

void TestHistory::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestHistory::openHistory(WindowStage& stage)
{
    stage.openUp();
    stage.operations.say(stage.operations.lastOf<WatchIntent>(), HistoryListed{past::history()});
    stage.chooseInMenu("actionHistory");
    QTRY_VERIFY(list(stage));
}

void TestHistory::choose(WindowStage& stage, const OperationId& id)
{
    WindowStage::clickRow(list(stage), WindowStage::row(list(stage), IdRole, id));
}

void TestHistory::historyIsFilteredAndSorted()
{
    WindowStage stage;
    openHistory(stage);
    const QAbstractItemModel* rows = list(stage)->model();
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
    auto* header = list(stage)->header();
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
    WindowStage stage;
    openHistory(stage);
    choose(stage, QStringLiteral("e2"));
    QTRY_VERIFY(!stage.find("historyReport")->isEnabled());
    QVERIFY(stage.find("historyReport")->toolTip().contains(QStringLiteral("Select a deployment")));
    choose(stage, past::swapId);
    QTRY_VERIFY(stage.find("historyReport")->isEnabled());
    QVERIFY(stage.find("historyReplay")->isEnabled());
    QTest::keyClick(list(stage), Qt::Key_Return);
    QTRY_VERIFY(!stage.operations.lastOf<ReportIntent>().isEmpty());
}

void TestHistory::anEmptyHistorySaysSo()
{
    WindowStage stage;
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
    WindowStage stage;
    stage.openUp();
    stage.operations.answersHistory = false;
    stage.chooseInMenu("actionHistory");
    QTRY_VERIFY(stage.find("historyWindow"));
    const Error error{ErrorCode::StoreNewer, {QStringLiteral("journal.sqlite")}, {}};
    stage.operations.finish(stage.operations.lastOf<HistoryIntent>(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_VERIFY(stage.text("recordRemark").contains(sentence(error).what));
    QCOMPARE(stage.text("emptyTitle"), QStringLiteral("The history cannot be read"));
}

void TestHistory::aReportSaysEverything()
{
    const ReportText text = reportText(past::report());
    QCOMPARE(text.title, QStringLiteral("Swap web to shop 1.1.0"));
    QCOMPARE(text.outcomeLine, outcomeText(OutcomeKind::Done));
    QCOMPARE(text.safety, sentence(Safety::AsWanted, past::plan()));
    const auto fact = [&text](const char* name) {
        for (const Fact& one : text.facts + text.nodes) {
            if (one.name == QString::fromLatin1(name))
                return one.value;
        }
        return QString();
    };
    QCOMPARE(fact("Who"), QStringLiteral("mina@laptop"));
    QCOMPARE(fact("Took"), QStringLiteral("1 min 36 s"));
    QVERIFY(fact("From").contains(Digest::ofBytes("shop@1.0.0").text()));
    QVERIFY(fact("To").contains(Digest::ofBytes("shop@1.1.0").text()));
    QCOMPARE(fact("Blue, the old nodes"), QStringLiteral("web-1 (a1), web-2 (a2), web-3 (a3)"));
    QCOMPARE(fact("Green, the new ones"), QStringLiteral("web-4 (b1), web-5 (b2), web-6 (b3)"));
    QCOMPARE(text.steps.size(), 8);
    QCOMPARE(text.steps.at(3).took, QStringLiteral("41 ms"));
    QCOMPARE(text.steps.at(3).observed, QStringList{QStringLiteral("web: 3 of 3 as planned")});
    QVERIFY(text.switchLine.contains(QStringLiteral("41 ms")));
    QCOMPARE(text.failures, QStringLiteral("0 failed of 11,862 requests"));
    QCOMPARE(text.traffic.first(), (QStringList{QString(), QStringLiteral("Blue"), QStringLiteral("Green")}));
    QCOMPARE(text.traffic.at(1).mid(1), (QStringList{QStringLiteral("5,204"), QStringLiteral("6,658")}));
    QCOMPARE(text.traffic.last().mid(1), (QStringList{QStringLiteral("14 ms"), QStringLiteral("12 ms")}));
    QCOMPARE(text.asked.size(), 2);
    QVERIFY(text.asked.at(0).refused.isEmpty());
    QVERIFY(!text.asked.at(1).refused.isEmpty());
    QCOMPARE(text.accepted, QStringList{sentence(past::plan().checks.first())});
    QVERIFY(text.unseen.size() >= 3);
}

void TestHistory::aFailedDeploymentSaysWhy()
{
    const ReportText text = reportText(past::report(past::failedEvents()));
    QCOMPARE(text.outcome, std::optional<OutcomeKind>(OutcomeKind::Failed));
    QVERIFY(text.trouble.contains(QStringLiteral("GET /healthz: 503 database: password authentication failed")));
    QCOMPARE(text.steps.at(2).end, StepEnd::Failed);
    QVERIFY(!text.steps.at(2).trouble.isEmpty());
    QCOMPARE(text.steps.at(3).end, StepEnd::NotBegun);
    QVERIFY(text.switchLine.contains(QStringLiteral("not moved")));
    QVERIFY(text.unseen.first().contains(QStringLiteral("No request came")));
}

void TestHistory::aReportWithoutAnEndSaysSo()
{
    HistoryEntry entry = past::history().at(1);
    entry.endedAt = {};
    const ReportText text = reportText(reportOf(entry, past::swapEvents().mid(0, 12)));
    QCOMPARE(text.outcomeLine, QStringLiteral("Has no end in the journal"));
    QVERIFY(text.safety.isEmpty());
}

void TestHistory::markdownKeepsWhatServersSaid()
{
    DeploymentReport report = past::report(past::failedEvents());
    report.steps[2].observed = {QStringLiteral("```"), QStringLiteral("# not a heading")};
    report.person = QStringLiteral("mina_*x*@laptop");
    const QString markdown = reportMarkdown(reportText(report));
    QVERIFY(markdown.startsWith(QStringLiteral("# Swap web to shop 1.1.0\n")));
    QVERIFY(markdown.contains(QStringLiteral("mina\\_\\*x\\*@laptop")));
    QVERIFY(markdown.contains(QStringLiteral("````\n"))); // longer than what is inside
    QVERIFY(markdown.contains(QStringLiteral("## What these counters cannot see")));
    const QString plain = reportPlain(reportText(report));
    QVERIFY(plain.contains(QStringLiteral("mina_*x*@laptop")));
    QVERIFY(!plain.contains(QStringLiteral("**")));
}

void TestHistory::reportIsShownCopiedAndSaved()
{
    WindowStage stage;
    openHistory(stage);
    choose(stage, past::swapId);
    stage.click("historyReport");
    QTRY_VERIFY(stage.find("reportWindow"));
    const OperationId id = stage.operations.lastOf<ReportIntent>();
    QCOMPARE(stage.operations.intent<ReportIntent>(id).deployment, past::swapId);
    QVERIFY(!stage.find("reportSave")->isEnabled());
    stage.operations.say(id, ReportMade{past::report()});
    stage.operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
    QTRY_COMPARE(stage.text("reportTitle"), QStringLiteral("Swap web to shop 1.1.0"));
    QCOMPARE(stage.text("reportFailures"), QStringLiteral("0 failed of 11,862 requests"));
    QVERIFY(!stage.find("reportCommandLines"));
    stage.click("reportCommands");
    QTRY_VERIFY(stage.find("reportCommandLines"));
    stage.click("reportCopyMarkdown");
    QCOMPARE(QGuiApplication::clipboard()->text(), reportMarkdown(reportText(past::report())));
    stage.click("reportCopyText");
    QCOMPARE(QGuiApplication::clipboard()->text(), reportPlain(reportText(past::report())));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.json"));
    stage.click("reportSave");
    QTRY_VERIFY(stage.find<QFileDialog>("reportChooser"));
    auto* name = stage.find<QFileDialog>("reportChooser")->findChild<QLineEdit*>();
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(stage.find("reportWindow")->findChild<QLabel*>(QStringLiteral("recordRemark"))->text(),
                 QString(u"Saved as " + path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject saved = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(saved.value(QStringLiteral("report")).toObject(), toJson(past::report()));
    QCOMPARE(saved.value(QStringLiteral("schema")).toString(), QStringLiteral("snowmelt.report/1"));
}

void TestHistory::aReportThatCannotBeMadeSaysWhy()
{
    WindowStage stage;
    openHistory(stage);
    choose(stage, past::swapId);
    stage.click("historyReport");
    const Error error{ErrorCode::DeploymentUnknown, {past::swapId}, {}};
    stage.operations.finish(stage.operations.lastOf<ReportIntent>(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("There is no report"));
    QVERIFY(!stage.find("reportCopyText")->isEnabled());
}

void TestHistory::savingSaysItsTrouble()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("no/such/folder.json"));
    const Result<Done> saved = saveReport(past::report(), path);
    QVERIFY(saved.failed());
    QCOMPARE(saved.error().code, ErrorCode::FileUnwritable);
    QVERIFY(!saved.error().detail.isEmpty());
    WindowStage stage;
    openHistory(stage);
    choose(stage, past::swapId);
    stage.click("historyReport");
    stage.operations.say(stage.operations.lastOf<ReportIntent>(), ReportMade{past::report()});
    stage.click("reportSave");
    QTRY_VERIFY(stage.find<QFileDialog>("reportChooser"));
    // The chooser refuses most of what cannot be written; a folder can go away behind it.
    Q_EMIT stage.find<QFileDialog>("reportChooser")->fileSelected(path);
    QTRY_VERIFY(stage.find("reportWindow")
                    ->findChild<QLabel*>(QStringLiteral("recordRemark"))
                    ->text()
                    .contains(sentence(saved.error()).what));
}

void TestHistory::openReplay(WindowStage& stage, const QList<Event>& events)
{
    openHistory(stage);
    choose(stage, past::swapId);
    stage.click("historyReplay");
    QTRY_VERIFY(stage.find("replayWindow"));
    const OperationId id = stage.operations.lastOf<ReplayIntent>();
    QCOMPARE(stage.operations.intent<ReplayIntent>(id).operation, past::swapId);
    for (const Event& event : events)
        stage.operations.say(id, Recorded{toJson(event)});
    stage.operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
}

namespace {

/// Nodes the replay's diagram shows.
QStringList shownNodes(WindowStage& stage)
{
    QStringList names;
    for (const DiagramBox& box : stage.find<ReplayView>("replayView")->diagram().boxes) {
        if (box.as<NodeFigure>() && !box.planned)
            names << box.part;
    }
    names.sort();
    return names;
}

} // namespace

void TestHistory::theReplayGoesFromEventToEvent()
{
    WindowStage stage;
    openReplay(stage, past::swapEvents());
    QTRY_VERIFY(stage.find("replayStrip"));
    QCOMPARE(stage.text("replayWord"), QStringLiteral("REPLAY"));
    QVERIFY(stage.text("replayTitle").startsWith(QStringLiteral("Swap web to shop 1.1.0")));
    QCOMPARE(shownNodes(stage).size(), 3);
    QVERIFY(!stage.find("replayBack")->isEnabled());
    auto* list = stage.find<QTreeWidget>("replayList");
    const int marks = list->topLevelItemCount();
    QCOMPARE(marks, 22);
    QApplication::setActiveWindow(stage.find("replayWindow")); // as a window manager does
    for (int i = 1; i < marks; ++i) {
        QTest::keyClick(stage.find("replayWindow"), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), i);
    }
    QVERIFY(!stage.find("replayNext")->isEnabled());
    QCOMPARE(shownNodes(stage), (QStringList{"web-4", "web-5", "web-6"}));
    QVERIFY(stage.text("replayHappening").startsWith(outcomeText(OutcomeKind::Done)));
    QVERIFY(stage.text("replayClock").endsWith(QStringLiteral("1:36 of 1:36")));
    QTest::keyClick(stage.find("replayWindow"), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), marks - 2);
    // A click on what happened, and one into the middle of the time.
    WindowStage::clickRow(list, list->model()->index(0, 1));
    QCOMPARE(shownNodes(stage).size(), 3);
    auto* slider = stage.find<QSlider>("replaySlider");
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    QVERIFY(qAbs(slider->value() - 48'000) < 500);
    QCOMPARE(shownNodes(stage).size(), 6);
    QVERIFY(stage.text("replayHappening").contains(stepName(StepKind::Bake)) ||
            stage.text("replayHappening").contains(stepTitle(StepKind::Bake, past::plan())));
}

void TestHistory::aReplayPlaysAtItsSpeed()
{
    ReplayPlayer player(nullptr);
    const QSignalSpy ended(&player, &ReplayPlayer::playingChanged);
    player.setDuration(100'000);
    player.setSpeed(60);
    player.advance(500);
    QCOMPARE(player.place(), 30'000);
    player.setPlaying(true);
    player.advance(5'000);
    QCOMPARE(player.place(), 100'000);
    QVERIFY(!player.isPlaying());
    QCOMPARE(ended.count(), 2);
    player.setPlaying(true); // from the end it begins again
    QVERIFY(player.place() < 100'000);
    WindowStage stage;
    openReplay(stage, past::swapEvents());
    QTRY_VERIFY(stage.find("replayStrip"));
    stage.click("replaySpeed60");
    stage.click("replayPlay");
    QTRY_VERIFY(stage.find<QSlider>("replaySlider")->value() > 3'000);
    stage.click("replayPlay");
    QCOMPARE(stage.find<QAbstractButton>("replayPlay")->text(), QStringLiteral("Play"));
}

void TestHistory::aReplayWithoutAFleetSaysSo()
{
    WindowStage stage;
    QList<Event> events = past::swapEvents();
    events.removeAt(1);
    openReplay(stage, events);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("It cannot be replayed"));
    QVERIFY(!stage.find("replayStrip"));
}

void TestHistory::anUnreadableReplaySaysWhy()
{
    WindowStage stage;
    openHistory(stage);
    choose(stage, past::swapId);
    stage.click("historyReplay");
    const Error error{ErrorCode::StoreUnusable, {QStringLiteral("journal.sqlite, event 17")}, {}};
    stage.operations.finish(stage.operations.lastOf<ReplayIntent>(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("It cannot be replayed"));
}

void TestHistory::aReplayWithoutAnEndSaysSo()
{
    WindowStage stage;
    openReplay(stage, past::swapEvents().mid(0, 14));
    QTRY_VERIFY(stage.find("replayStrip"));
    auto* remark = stage.find("replayWindow")->findChild<QLabel*>(QStringLiteral("recordRemark"));
    QCOMPARE(remark->text(), gapText(ReplayGap::NoEnd));
}

void TestHistory::openOrphans(WindowStage& stage, const QList<Orphan>& orphans)
{
    stage.openUp();
    stage.chooseInMenu("actionOrphans");
    QTRY_VERIFY(stage.find("orphansWindow"));
    const OperationId id = stage.operations.lastOf<OrphansIntent>();
    QVERIFY(stage.operations.intent<OrphansIntent>(id).remove.isEmpty());
    stage.operations.say(id, OrphansSeen{orphans});
    stage.operations.finish(id, OutcomeKind::Done, Safety::Unchanged);
}

void TestHistory::orphansAreChosenAskedForAndRemoved()
{
    WindowStage stage;
    openOrphans(stage, past::orphans());
    QTRY_VERIFY(stage.find<QTreeView>("orphansList"));
    auto* list = stage.find<QTreeView>("orphansList");
    QCOMPARE(list->model()->rowCount(), 3);
    QVERIFY(!stage.find("orphansRemove")->isEnabled());
    for (const int row : {0, 2}) {
        list->setCurrentIndex(list->model()->index(row, 0));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
    }
    stage.click("orphansRemove");
    QTRY_VERIFY(stage.find<QDialog>("orphansDialog"));
    QVERIFY(stage.text("confirmWarning").contains(QStringLiteral("lost for good")));
    stage.click("confirm");
    const auto removal = [&stage] {
        return stage.operations.intent<OrphansIntent>(stage.operations.lastOf<OrphansIntent>()).remove;
    };
    QTRY_COMPARE(removal(), (QStringList{"web-5", "shop-cache-data"}));
    // One is in use by now, the other is gone.
    const OperationId id = stage.operations.lastOf<OrphansIntent>();
    const Error error{ErrorCode::NotAnOrphan, {QStringLiteral("web-5")}, {}};
    stage.operations.say(id, OrphansSeen{past::orphans().mid(0, 2)});
    stage.operations.finish(id, OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(list->model()->index(0, 0).data(DetailRole).toString(), sentence(error).what);
    QVERIFY(stage.text("recordRemark").contains(sentence(error).what));
    // All of them by one click.
    stage.click("orphansAll");
    QTRY_VERIFY(stage.find("orphansRemove")->isEnabled());
    QCOMPARE(list->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestHistory::noOrphansIsAnAnswer()
{
    WindowStage stage;
    openOrphans(stage, {});
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("No orphans"));
    stage.click("orphansAgain");
    stage.operations.finish(stage.operations.lastOf<OrphansIntent>(), OutcomeKind::Failed, Safety::Unchanged,
                            Error{ErrorCode::PlatformUnavailable, {QStringLiteral("podman")}, {}});
    QTRY_VERIFY(!stage.text("recordRemark").isEmpty());
}

void TestHistory::anotherFleetClosesTheseWindows()
{
    WindowStage stage;
    openHistory(stage);
    stage.window->openBlueprint(stage.path());
    QTRY_VERIFY(!stage.find("historyWindow"));
}

void TestHistory::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestHistory::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    {
        WindowStage stage;
        Settings::setAppearance(Appearance(appearance));
        Settings::setLanguage(Language(language));
        openHistory(stage);
        camera.shoot(stage.find("historyWindow"), "history");
        choose(stage, past::swapId);
        stage.click("historyReport");
        stage.operations.say(stage.operations.lastOf<ReportIntent>(), ReportMade{past::report()});
        QTRY_VERIFY(stage.find("reportTitle"));
        stage.click("reportCommands");
        stage.find("reportWindow")->resize(840, 1600);
        camera.shoot(stage.find("reportWindow"), "report");
        delete stage.find("reportWindow");
        stage.click("historyReport");
        stage.operations.say(stage.operations.lastOf<ReportIntent>(), ReportMade{past::report(past::failedEvents())});
        QTRY_VERIFY(stage.find("reportTitle"));
        camera.shoot(stage.find("reportWindow"), "report-failed");
        auto* text = stage.find<QLineEdit>("historyText");
        QTest::keyClicks(text, QStringLiteral("nobody"));
        camera.shoot(stage.find("historyWindow"), "history-no-match");
    }
    {
        WindowStage stage;
        Settings::setAppearance(Appearance(appearance));
        Settings::setLanguage(Language(language));
        openReplay(stage, past::swapEvents());
        QTRY_VERIFY(stage.find("replayStrip"));
        auto* slider = stage.find<QSlider>("replaySlider");
        for (const auto& [second, name] :
             {std::pair(2, "replay-start"), std::pair(27, "replay-drain"), std::pair(96, "replay-end")}) {
            slider->setValue(second * 1000);
            camera.shoot(stage.find("replayWindow"), name);
        }
    }
    {
        WindowStage stage;
        Settings::setAppearance(Appearance(appearance));
        Settings::setLanguage(Language(language));
        openReplay(stage, past::failedEvents());
        QTRY_VERIFY(stage.find("replayStrip"));
        stage.find<QSlider>("replaySlider")->setValue(68'000);
        camera.shoot(stage.find("replayWindow"), "replay-failed");
    }
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    pictureOrphans(stage, camera);
}

void TestHistory::pictureOrphans(WindowStage& stage, const Camera& camera)
{
    openOrphans(stage, past::orphans());
    QTRY_VERIFY(stage.find<QTreeView>("orphansList"));
    stage.click("orphansAll");
    camera.shoot(stage.find("orphansWindow"), "orphans");
    stage.click("orphansRemove");
    QTRY_VERIFY(stage.find<QDialog>("orphansDialog"));
    camera.shoot(stage.find("orphansDialog"), "orphans-dialog");
    stage.click("confirm");
    const OperationId id = stage.operations.lastOf<OrphansIntent>();
    stage.operations.say(id, OrphansSeen{past::orphans().mid(0, 1)});
    stage.operations.finish(id, OutcomeKind::Failed, Safety::Unchanged,
                            Error{ErrorCode::NotAnOrphan, {QStringLiteral("web-5")}, {}});
    camera.shoot(stage.find("orphansWindow"), "orphans-trouble");
    delete stage.find("orphansWindow");
    stage.chooseInMenu("actionOrphans");
    const OperationId empty = stage.operations.lastOf<OrphansIntent>();
    stage.operations.say(empty, OrphansSeen{});
    stage.operations.finish(empty, OutcomeKind::Done, Safety::Unchanged);
    camera.shoot(stage.find("orphansWindow"), "orphans-none");
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
