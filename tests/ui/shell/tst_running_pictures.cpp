// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/running_stage.h"

#include "ui/shell/frame/appearance.h"

using namespace snowmelt;

/// Pictures of a deployment under way and ended. What they show is asserted in tst_running.
class TestRunningPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pictures_data();
    void pictures();

private:
    void shoot(const RunningStage& stage, const char* name, QWidget* widget = nullptr);
    void draining(RunningStage& stage);
    void watching(RunningStage& stage);
    void failed(RunningStage& stage);
    void done(RunningStage& stage);

    QString m_folder;
    QString m_look;
};

namespace {

enum Tab { ActivityTab, TimelineTab, LogTab, ChartsTab };

FleetState sides(bool moved, bool sick)
{
    FleetState fleet = sample::fleet({"web-1", "web-2", "web-3", "web-4", "web-5", "web-6"});
    for (int i = 0; i < 6; ++i) {
        NodeState& node = fleet.groups[0].nodes[i];
        const bool green = i >= 3;
        node.slot = green ? QStringLiteral("b%1").arg(i - 2) : QStringLiteral("a%1").arg(i + 1);
        node.image = sample::image("shop", green ? "1.1.0" : "1.0.0");
        node.share = green == moved ? 1.0 / 3 : 0;
        node.requestRate = green == moved ? 39 : 0;
        node.sessions = green || !moved ? 3 : 3 - i;
        if (moved && !green)
            node.health = Health::Draining;
    }
    if (sick)
        fleet.groups[0].nodes[4].health = Health::Down;
    return fleet;
}

} // namespace

void TestRunningPictures::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    m_folder = qEnvironmentVariable("SNOWMELT_SCREENSHOTS", QDir::currentPath() + QStringLiteral("/screenshots"));
    QVERIFY(QDir().mkpath(m_folder));
}

void TestRunningPictures::shoot(const RunningStage& stage, const char* name, QWidget* widget)
{
    QTest::qWait(150); // lets layouts and paced redraws settle before the picture
    QWidget* shown = widget ? widget : stage.window.get();
    const QString file = m_folder + u"/running-" + QString::fromLatin1(name) + u'-' + m_look + u".png";
    QVERIFY(shown->grab().save(file));
}

void TestRunningPictures::draining(RunningStage& stage)
{
    const OperationId swap = stage.begin(QStringLiteral("web"), StepKind::DrainBlue);
    stage.watch(sides(true, false));
    stage.count(swap);
    stage.drain(swap);
    stage.showTab(ChartsTab);
    QTRY_VERIFY(!stage.find("chartsEmpty")); // what came meanwhile is drawn half a second later
    shoot(stage, "draining-charts");
    stage.operations.say(swap, sample::told(Command::Pause));
    stage.showTab(TimelineTab);
    shoot(stage, "paused-timeline");
    stage.window->close();
    shoot(stage, "close-question", stage.find("closeQuestion"));
    stage.click("stay");
    stage.click("abortButton");
    shoot(stage, "abort-dialog", stage.find("abortDialog"));
    stage.find<QDialog>("abortDialog")->close();
    stage.operations.finish(swap, OutcomeKind::Cancelled, Safety::BlueServes);
}

void TestRunningPictures::watching(RunningStage& stage)
{
    const OperationId swap = stage.begin(QStringLiteral("web"), StepKind::Bake);
    stage.watch(sides(true, false));
    stage.count(swap);
    stage.operations.say(swap, Progress{Phase::Baking, {QStringLiteral("45")}, 15, 60});
    stage.operations.say(swap, GatesSeen{{{QStringLiteral("health"), 3, 3, true, true},
                                          {QStringLiteral("failed"), 0.2, 1, true, true},
                                          {QStringLiteral("latency"), 0, 0, false, true}}});
    stage.showTab(ActivityTab);
    shoot(stage, "watching-gates");
    stage.operations.say(swap, sample::told(Command::RollBack));
    stage.operations.say(swap, RollingBack{5, QStringLiteral("asked")});
    stage.watch(sample::fleet());
    stage.operations.finish(swap, OutcomeKind::Cancelled, Safety::BlueServes);
    stage.showTab(ChartsTab);
    shoot(stage, "rolled-back-charts");
    stage.showTab(TimelineTab);
    shoot(stage, "rolled-back-timeline");
}

void TestRunningPictures::failed(RunningStage& stage)
{
    const OperationId swap = stage.begin(QStringLiteral("web"), StepKind::AwaitHealthy);
    stage.count(swap, 18, 99);
    const Error error{ErrorCode::NeverHealthy,
                      {"web-5", "60", "503"},
                      QStringLiteral("GET /healthz: 503 database: password authentication failed")};
    stage.operations.say(swap, StepFailed{2, StepKind::AwaitHealthy, error});
    stage.watch(sides(false, true));
    stage.operations.finish(swap, OutcomeKind::Failed, Safety::BlueServesGreenKept, error);
    stage.showTab(ChartsTab);
    shoot(stage, "failed-charts");
    stage.showTab(LogTab);
    shoot(stage, "failed-log");
}

void TestRunningPictures::done(RunningStage& stage)
{
    const OperationId swap = stage.begin(QStringLiteral("web"), StepKind::DestroyBlue);
    stage.begin(QStringLiteral("api"), StepKind::MoveTraffic);
    stage.document()->setSelection(QStringLiteral("web"));
    FleetState fleet = sample::fleet({"web-4", "web-5", "web-6"});
    for (NodeState& node : fleet.groups[0].nodes)
        node.image = sample::image("shop", "1.1.0");
    stage.watch(fleet);
    stage.count(swap);
    stage.operations.say(swap, StepDone{7, StepKind::DestroyBlue, 1900, {}});
    stage.operations.finish(swap, OutcomeKind::Done, Safety::GreenServesAlone);
    shoot(stage, "done");
}

void TestRunningPictures::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestRunningPictures::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1"));
    m_look = QString::fromLatin1(QTest::currentDataTag()) + (scale == u'1' ? QString() : QString(u'@' + scale + u'x'));
    RunningStage stage;
    Settings::setLanguage(Language(language));
    stage.openBoth();
    Settings::setAppearance(Appearance(appearance));
    applyAppearance(Appearance(appearance));
    stage.showTab(ChartsTab);
    shoot(stage, "empty-charts");
    draining(stage);
    watching(stage);
    failed(stage);
    done(stage);
}

QTEST_MAIN(TestRunningPictures)
#include "tst_running_pictures.moc"
