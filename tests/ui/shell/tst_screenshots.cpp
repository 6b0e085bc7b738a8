// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"

#include "models/document/fleet_document.h"
#include "ui/shell/editing/new_blueprint.h"
#include "ui/shell/frame/appearance.h"

#include <QAbstractItemView>
#include <QTabWidget>

using namespace snowmelt;

/// Pictures of every view, in light, dark and Korean. What they show is asserted in tst_main_window; here it is only
/// checked that a picture has something on it.
class TestScreenshots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void views_data();
    void views();

private:
    void shoot(QWidget* widget, const char* name);
    void quietFleet(WindowStage& stage);
    void dialogs(WindowStage& stage);
    void swapUnderWay(WindowStage& stage);
    void swapFailed(WindowStage& stage);
    void swapTurnedBack(WindowStage& stage);
    void select(WindowStage& stage, const QString& part);

    QString m_look;
};

void TestScreenshots::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestScreenshots::shoot(QWidget* widget, const char* name)
{
    Camera(m_look).shoot(widget, name);
}

void TestScreenshots::views_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
    QTest::newRow("light-contrast") << int(Appearance::LightContrast) << int(Language::English);
    QTest::newRow("dark-contrast") << int(Appearance::DarkContrast) << int(Language::English);
}

void TestScreenshots::select(WindowStage& stage, const QString& part)
{
    stage.window->findChild<FleetDocument*>()->setSelection(part);
}

void TestScreenshots::quietFleet(WindowStage& stage)
{
    stage.show();
    shoot(stage.window.get(), "start");
    stage.write("snowmelt: 1\nname: shop\nplatfrom: {kind: simulation}\ngrups: {}\n");
    stage.window->openBlueprint(stage.path());
    shoot(stage.window.get(), "problems");
    stage.write(newFleet(stage.path(), nullptr).text);
    stage.window->openBlueprint(stage.path());
    FleetState nothing;
    nothing.name = QStringLiteral("shop");
    stage.watch(nothing);
    shoot(stage.window.get(), "new");
    stage.write(WindowStage::goodText());
    stage.window->openBlueprint(stage.path());
    FleetState down;
    down.name = QStringLiteral("shop");
    stage.watch(down);
    shoot(stage.window.get(), "not-running");
    stage.watch(sample::fleet());
    shoot(stage.window.get(), "fleet");
    stage.action("actionScan")->trigger();
    const OperationId scan = stage.operations.lastOf<ScanIntent>();
    DriftReport report = sample::driftReport(QStringLiteral("web-2"));
    report.scannedAt = QDateTime::currentDateTimeUtc().addSecs(-61);
    stage.operations.say(scan, NodeScanned{report});
    for (const QString& clean : {QStringLiteral("web-1"), QStringLiteral("web-3")}) {
        DriftReport none;
        none.node = clean;
        none.baselineImage = sample::image("shop", "1.0.0");
        none.scannedAt = report.scannedAt;
        stage.operations.say(scan, NodeScanned{none});
    }
    stage.operations.finish(scan, OutcomeKind::Incomplete, Safety::Unchanged);
    select(stage, QStringLiteral("web-2"));
    shoot(stage.window.get(), "node");
    stage.find<QTabWidget>("inspectorTabs")->setCurrentIndex(1);
    shoot(stage.window.get(), "drift");
    select(stage, QStringLiteral("web"));
    shoot(stage.window.get(), "group");
}

void TestScreenshots::dialogs(WindowStage& stage)
{
    stage.action("actionBuild")->trigger();
    shoot(stage.find("buildDialog"), "build-dialog");
    stage.click("startBuild");
    const OperationId build = stage.operations.lastOf<BuildIntent>();
    for (int line = 0; line < 20; ++line)
        stage.operations.say(build,
                             LogLine{QStringLiteral("apt"), QStringLiteral("Unpacking rsyslog (%1) ...").arg(line)});
    stage.operations.say(build, Progress{Phase::InstallingPackages, {QStringLiteral("shop@1.1.0")}, 62, 100});
    shoot(stage.window.get(), "building");
    stage.operations.images = sample::images(true);
    stage.operations.finish(build);
    stage.operations.plan = sample::swapPlan(QStringLiteral("p"));
    stage.action("actionSwap")->trigger();
    stage.acceptWarnings();
    shoot(stage.find("swapDialog"), "swap-dialog");
    stage.click("startSwap");
    select(stage, QStringLiteral("web-2"));
    for (const char* name : {"actionDown", "actionExport"}) {
        // Down is refused during a swap; its dialog is taken before one.
        if (stage.action(name)->isEnabled())
            stage.action(name)->trigger();
    }
    shoot(stage.find("exportDialog"), "export-dialog");
    stage.find<QDialog>("exportDialog")->close();
}

namespace {

FleetState bothSides(Health blue)
{
    FleetState fleet = sample::fleet({"web-1", "web-2", "web-3", "web-4", "web-5", "web-6"});
    int index = 0;
    for (NodeState& node : fleet.groups[0].nodes) {
        const bool green = index++ >= 3;
        node.slot = green ? QStringLiteral("b%1").arg(index - 3) : QStringLiteral("a%1").arg(index);
        node.share = green == (blue == Health::Draining) ? 1.0 / 3 : 0;
        if (green)
            node.image = sample::image("shop", "1.1.0");
        else
            node.health = blue;
        node.sessions = green ? 3 : 4 - index;
        node.requestRate = node.share > 0 ? 39 : 0;
    }
    return fleet;
}

} // namespace

void TestScreenshots::swapUnderWay(WindowStage& stage)
{
    const OperationId swap = stage.operations.lastOf<SwapIntent>();
    stage.operations.say(swap, PlanMade{sample::swapPlan(swap)});
    const QList<qint64> times{800, 3900, 2100, 41};
    for (int step = 0; step < 4; ++step) {
        const StepKind kind = sample::swapPlan(swap).steps.at(step).kind;
        stage.operations.say(swap, StepBegun{step, kind});
        stage.operations.say(swap, StepDone{step, kind, times.at(step), {}});
    }
    stage.operations.say(swap, StepBegun{4, StepKind::DrainBlue});
    stage.watch(bothSides(Health::Draining));
    stage.operations.say(swap, TrafficCounted{1862, 0});
    stage.operations.say(swap, Progress{Phase::Draining, {QStringLiteral("4"), QStringLiteral("web-1")}, 0, 0});
    select(stage, QStringLiteral("web"));
    shoot(stage.window.get(), "swap");
    stage.window->close();
    shoot(stage.find("closeQuestion"), "close-question");
    stage.click("stay");
}

void TestScreenshots::swapFailed(WindowStage& stage)
{
    const OperationId swap = stage.operations.lastOf<SwapIntent>();
    const Error error{ErrorCode::NeverHealthy,
                      {QStringLiteral("web-5"), QStringLiteral("60"), QStringLiteral("503")},
                      QStringLiteral("GET /healthz: 503 database: password authentication failed")};
    stage.operations.say(swap, StepFailed{4, StepKind::DrainBlue, error});
    stage.operations.say(swap, RollingBack{4, QStringLiteral("failed")});
    FleetState fleet = bothSides(Health::Healthy);
    fleet.groups[0].nodes[4].health = Health::Down;
    fleet.groups[0].nodes[4].healthReason = error.detail;
    stage.watch(fleet);
    stage.operations.finish(swap, OutcomeKind::Failed, Safety::BlueServesGreenKept, error);
    shoot(stage.window.get(), "swap-failed");
    select(stage, QStringLiteral("web-2"));
    stage.action("actionRebirth")->trigger();
    shoot(stage.find("rebirthDialog"), "rebirth-dialog");
    stage.find<QDialog>("rebirthDialog")->close();
    stage.action("actionDown")->trigger();
    shoot(stage.find("downDialog"), "down-dialog");
    stage.find<QDialog>("downDialog")->close();
}

void TestScreenshots::swapTurnedBack(WindowStage& stage)
{
    select(stage, QStringLiteral("web"));
    stage.action("actionSwap")->trigger();
    stage.acceptWarnings();
    stage.click("startSwap");
    const OperationId swap = stage.operations.lastOf<SwapIntent>();
    stage.operations.say(swap, PlanMade{sample::swapPlan(swap)});
    stage.operations.say(swap, StepBegun{5, StepKind::Bake});
    stage.operations.say(swap, Progress{Phase::Baking, {QStringLiteral("45")}, 15, 60});
    stage.watch(bothSides(Health::Draining));
    shoot(stage.window.get(), "watching");
    stage.operations.say(swap, RollingBack{5, QStringLiteral("asked")});
    stage.watch(sample::fleet());
    stage.operations.finish(swap, OutcomeKind::Cancelled, Safety::BlueServes);
    shoot(stage.window.get(), "rolled-back");
}

void TestScreenshots::views()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    m_look = QString::fromLatin1(QTest::currentDataTag());
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    quietFleet(stage);
    dialogs(stage);
    swapUnderWay(stage);
    swapFailed(stage);
    swapTurnedBack(stage);
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
