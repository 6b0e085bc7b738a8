// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/diagram.h"
#include "models/wording/wording.h"
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/history_stage.h"
#include "ui/shell/history/happening_list.h"
#include "ui/shell/history/replay_player.h"
#include "ui/shell/history/replay_text.h"
#include "ui/shell/history/replay_view.h"

#include <QSignalSpy>
#include <QSlider>
#include <QTreeWidget>

using namespace snowmelt;

/// A deployment that is over, played again from its events.
class TestReplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theReplayGoesFromEventToEvent();
    void eachBatchIsNamedByItsOwnPlan();
    void eachEndHasItsGlyph();
    void longHappeningsWrap();
    void aReplayPlaysAtItsSpeed();
    void aReplayWithoutAFleetSaysSo();
    void anUnreadableReplaySaysWhy();
    void aReplayWithoutAnEndSaysSo();
    void eventsThatCannotBeReadAreCounted();
    void whatAPersonPlacedStandsThere();
    void aLargeFleetIsLaidOutAside();
    void manyMomentsAreMeasuredAside();
    void pictures_data();
    void pictures();
};

namespace {

ReplayMoment momentOf(const FleetState& fleet)
{
    ReplayMoment moment;
    moment.at = fleet.observedAt;
    moment.fleet = fleet;
    return moment;
}

/// One look, and nothing that happened but its end.
Replay lookAt(const FleetState& fleet)
{
    const OperationId id = past::swapId;
    return Replay({{id, fleet.observedAt, FleetObserved{fleet}},
                   {id, fleet.observedAt.addSecs(5), Finished{OutcomeKind::Done, Safety::AsWanted, {}, 5000}}});
}

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

void TestReplay::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestReplay::theReplayGoesFromEventToEvent()
{
    HistoryStage stage;
    stage.openReplay(past::swapEvents());
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

void TestReplay::eachEndHasItsGlyph()
{
    QCOMPARE(happeningGlyph(StepBegun{}), HappeningGlyph());
    QCOMPARE(happeningGlyph(StepDone{}).icon, QStringLiteral("health-healthy"));
    QCOMPARE(happeningGlyph(StepFailed{}), (HappeningGlyph{QStringLiteral("health-down"), &Theme::red}));
    QCOMPARE(happeningGlyph(RollingBack{}), (HappeningGlyph{QStringLiteral("health-degraded"), &Theme::amber}));
    QCOMPARE(happeningGlyph(Controlled{}), HappeningGlyph());
    Controlled refused;
    refused.refused = Error{};
    QCOMPARE(happeningGlyph(refused).icon, QStringLiteral("health-degraded"));
    Finished finished;
    finished.outcome = OutcomeKind::Failed;
    QCOMPARE(happeningGlyph(finished), (HappeningGlyph{QStringLiteral("health-down"), &Theme::red}));
    finished.outcome = OutcomeKind::Done;
    QCOMPARE(happeningGlyph(finished), (HappeningGlyph{QStringLiteral("health-healthy"), &Theme::sub}));
}

void TestReplay::longHappeningsWrap()
{
    HistoryStage stage;
    stage.openReplay(past::failedEvents());
    QTRY_VERIFY(stage.find("replayStrip"));
    auto* list = stage.find<QTreeWidget>("replayList");
    const auto rowHeight = [list](int row) { return list->visualItemRect(list->topLevelItem(row)).height(); };
    QTRY_VERIFY(rowHeight(list->topLevelItemCount() - 1) > rowHeight(0)); // the outcome and what is safe
}

void TestReplay::aReplayPlaysAtItsSpeed()
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
    HistoryStage stage;
    stage.openReplay(past::swapEvents());
    QTRY_VERIFY(stage.find("replayStrip"));
    stage.click("replaySpeed60");
    stage.click("replayPlay");
    QTRY_VERIFY(stage.find<QSlider>("replaySlider")->value() > 3'000);
    stage.click("replayPlay");
    QCOMPARE(stage.find<QAbstractButton>("replayPlay")->text(), QStringLiteral("Play"));
}

void TestReplay::aReplayWithoutAFleetSaysSo()
{
    HistoryStage stage;
    QList<Event> events = past::swapEvents();
    events.removeAt(1);
    stage.openReplay(events);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("It cannot be replayed"));
    QVERIFY(!stage.find("replayStrip"));
}

void TestReplay::anUnreadableReplaySaysWhy()
{
    HistoryStage stage;
    stage.openHistory();
    stage.choose(past::swapId);
    stage.click("historyReplay");
    const Error error{ErrorCode::StoreUnusable, {QStringLiteral("journal.sqlite, event 17")}, {}};
    stage.operations.finish(stage.operations.lastOf<ReplayIntent>(), OutcomeKind::Failed, Safety::Unchanged, error);
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("It cannot be replayed"));
}

void TestReplay::aReplayWithoutAnEndSaysSo()
{
    HistoryStage stage;
    stage.openReplay(past::swapEvents().mid(0, 14));
    QTRY_VERIFY(stage.find("replayStrip"));
    auto* remark = stage.find("replayWindow")->findChild<QLabel*>(QStringLiteral("recordRemark"));
    QCOMPARE(remark->text(), gapText(ReplayGap::NoEnd));
}

void TestReplay::eventsThatCannotBeReadAreCounted()
{
    QList<QJsonObject> records;
    for (const Event& event : past::swapEvents())
        records.append(toJson(event));
    QJsonObject later = records.at(3);
    later[QStringLiteral("type")] = QStringLiteral("somethingNew");
    records.insert(3, later);
    records.insert(9, later);
    {
        HistoryStage stage;
        stage.openReplay(records);
        QTRY_VERIFY(stage.find("replayStrip"));
        QCOMPARE(stage.remark("replayWindow"), unreadableText(2));
        QVERIFY2(unreadableText(2).startsWith(QStringLiteral("2 events")), qPrintable(unreadableText(2)));
    }
    HistoryStage stage; // nothing else is there
    stage.openReplay(QList<QJsonObject>{later});
    QTRY_COMPARE(stage.text("emptyTitle"), QStringLiteral("It cannot be replayed"));
    QVERIFY(stage.text("emptyText").contains(unreadableText(1)));
}

void TestReplay::whatAPersonPlacedStandsThere()
{
    Arrangement arrangement;
    arrangement.placed.insert(QStringLiteral("web"), {800, 1600});
    const Blueprint shop = sample::shop();
    ReplayView view(shop, arrangement, nullptr);
    view.showMoment(momentOf(sample::up(shop)));
    QVERIFY(!view.isLayingOut());
    const Diagram& diagram = view.diagram();
    QCOMPARE(diagram.boxes.value(diagram.indexOf(QStringLiteral("web"))).rect.topLeft(), QPointF(800, 1600));
}

/// A rebirth in batches has a plan for each: what happened is told with the nodes it happened to.
void TestReplay::eachBatchIsNamedByItsOwnPlan()
{
    const OperationId id = past::swapId;
    const auto batch = [&](const QString& old, const QString& fresh, QStringList before) {
        Plan plan = sample::swapPlan(id);
        plan.strategy = Strategy::Rebirth;
        plan.blue = {{old, QStringLiteral("a1")}};
        plan.green = {{fresh, QStringLiteral("b1")}};
        plan.rebornBefore = std::move(before);
        return plan;
    };
    const QStringList first{QStringLiteral("web-1")};
    QList<Event> events{{id, sample::at(0), FleetObserved{sample::fleet()}},
                        {id, sample::at(1), PlanMade{batch(first.first(), QStringLiteral("web-4"), {})}},
                        {id, sample::at(2), StepBegun{1, StepKind::CreateNodes}},
                        {id, sample::at(3), PlanMade{batch(QStringLiteral("web-2"), QStringLiteral("web-5"), first)}},
                        {id, sample::at(4), StepBegun{1, StepKind::CreateNodes}}};
    const Replay replay(events);
    HappeningList list(nullptr);
    list.setReplay(replay);
    const auto said = [&list](int row) { return list.topLevelItem(row)->toolTip(1); };
    QCOMPARE(list.topLevelItemCount(), 4);
    QVERIFY2(said(1).contains(u"web-4") && !said(1).contains(u"web-5"), qPrintable(said(1)));
    QVERIFY2(said(3).contains(u"web-5") && !said(3).contains(u"web-4"), qPrintable(said(3)));
    QCOMPARE(replay.at(2500).deployment->plan.blue.first().name, QStringLiteral("web-1"));
    QCOMPARE(replay.at(replay.durationMs()).deployment->plan.blue.first().name, QStringLiteral("web-2"));
}

/// It shows what was asked for last, whatever came in between, and may be closed at work.
void TestReplay::aLargeFleetIsLaidOutAside()
{
    const Blueprint shop = sample::shop(2500);
    FleetState fleet = sample::up(shop);
    ReplayView view(shop, {}, nullptr);
    view.setReplay(lookAt(fleet));
    QVERIFY(view.isLayingOut());
    for (int node = 0; node < 20; ++node) {
        fleet.groups[0].nodes[node].health = Health::Down;
        view.showMoment(momentOf(fleet));
    }
    QVERIFY(view.diagram().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!view.isLayingOut(), 60'000);
    const Diagram& diagram = view.diagram();
    QCOMPARE(diagram.boxes.value(diagram.indexOf(QStringLiteral("web"))).as<GroupFigure>()->down, 20);
    view.showMoment(momentOf(sample::up(sample::shop(3)))); // the blueprint is as large as before
    view.setReplay(lookAt(fleet));
}

/// Each of them is laid out in no time; all of them are not.
void TestReplay::manyMomentsAreMeasuredAside()
{
    const Blueprint shop = sample::shop(1000);
    const FleetState fleet = sample::up(shop);
    QList<Event> events{{past::swapId, fleet.observedAt, FleetObserved{fleet}}};
    for (int second = 1; second <= 20; ++second)
        events << Event{past::swapId, fleet.observedAt.addSecs(second), Continued{}};
    ReplayView view(shop, {}, nullptr);
    view.setReplay(Replay(events));
    QVERIFY(view.isLayingOut());
    view.showMoment(momentOf(fleet));
    QVERIFY(!view.diagram().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!view.isLayingOut(), 60'000);
}

void TestReplay::pictures_data()
{
    addLooks();
}

void TestReplay::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    {
        HistoryStage stage;
        wearLook(appearance, language);
        stage.openReplay(past::swapEvents());
        QTRY_VERIFY(stage.find("replayStrip"));
        auto* slider = stage.find<QSlider>("replaySlider");
        for (const auto& [second, name] :
             {std::pair(2, "replay-start"), std::pair(27, "replay-drain"), std::pair(96, "replay-end")}) {
            slider->setValue(second * 1000);
            camera.shoot(stage.find("replayWindow"), name);
        }
    }
    HistoryStage stage;
    wearLook(appearance, language);
    stage.openReplay(past::failedEvents());
    QTRY_VERIFY(stage.find("replayStrip"));
    stage.find<QSlider>("replaySlider")->setValue(68'000);
    camera.shoot(stage.find("replayWindow"), "replay-failed");
}

QTEST_MAIN(TestReplay)
#include "tst_replay.moc"
