// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/pictured_looks.h"
#include "tests/ui/shell/window_test.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>

using namespace snowmelt;

/// Pictures of a build: what is asked for, why it waits, what it says while it goes on, and how it fails.
class TestBuildPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void pictures_data();
    void pictures();

private:
    static OperationId begin(WindowStage& stage);
    static void dialog(WindowStage& stage, const Camera& camera);
    static void sayWhatIsDue(WindowStage& stage, const OperationId& build);
    static void log(WindowStage& stage, const Camera& camera);
    static void failure(WindowStage& stage, const Camera& camera);
};

void TestBuildPictures::pictures_data()
{
    picturedLooks();
}

OperationId TestBuildPictures::begin(WindowStage& stage)
{
    stage.action("actionBuild")->trigger();
    stage.click("startBuild");
    return stage.operations.lastOf<BuildIntent>();
}

void TestBuildPictures::dialog(WindowStage& stage, const Camera& camera)
{
    stage.action("actionBuild")->trigger();
    QWidget* dialog = stage.find("buildDialog");
    auto* on = stage.find<QComboBox>("buildOn");
    on->setEditText(QStringLiteral("mina@forge:x"));
    camera.shoot(dialog, "build-dialog-no-host");
    on->setEditText(QStringLiteral("mina@forge:2222"));
    camera.shoot(dialog, "build-dialog-host");
    on->setCurrentIndex(0);
    QTest::keyClick(stage.find("prove"), Qt::Key_Space);
    camera.shoot(dialog, "build-dialog-proving");
    stage.click("dialogCancel");
}

void TestBuildPictures::sayWhatIsDue(WindowStage& stage, const OperationId& build)
{
    const QList<ImageRecord> images = sample::images(true);
    stage.operations.say(build, ImageDue{images[0].ref, {}});
    stage.operations.say(build, ImageBuilt{images[0], true});
    stage.operations.say(build, ImageDue{images[1].ref, {{Due::LockChanged, {QStringLiteral("3")}}}, 41'000, 3});
    stage.operations.say(build, ImageDue{images[5].ref, {{Due::ParentDue, {images[1].ref.text()}}}});
    for (int line = 0; line < 40; ++line)
        stage.operations.say(build,
                             LogLine{QStringLiteral("apt"), QStringLiteral("Unpacking rsyslog (%1) ...").arg(line)});
    stage.operations.say(build, ImageTried{images[1], {{QStringLiteral("answers"), 12}}});
    stage.operations.say(build, ImageBuilt{images[1]});
    stage.operations.say(build, Progress{Phase::InstallingPackages, {QStringLiteral("shop@1.1.0")}, 62, 100});
}

void TestBuildPictures::log(WindowStage& stage, const Camera& camera)
{
    const OperationId build = begin(stage);
    stage.operations.say(build, Progress{Phase::AwaitingTurn, {QStringLiteral("2")}, 0, 0});
    camera.shoot(stage.window.get(), "build-waiting");
    sayWhatIsDue(stage, build);
    auto* tabs = stage.find<QTabBar>("activityTabs");
    tabs->setCurrentIndex(2);
    camera.shoot(stage.window.get(), "build-under-way");
    stage.find<QLineEdit>("logSearch")->setText(QStringLiteral("rsyslog"));
    camera.shoot(stage.window.get(), "build-log-searched");
    stage.find<QLineEdit>("logSearch")->clear();
    tabs->setCurrentIndex(0);
    stage.operations.finish(build);
}

void TestBuildPictures::failure(WindowStage& stage, const Camera& camera)
{
    const OperationId build = begin(stage);
    stage.operations.say(build, ImageDue{sample::image("shop", "1.1.0"), {{Due::NeverBuilt, {}}}});
    const Error error{ErrorCode::BuildCommandFailed,
                      {QStringLiteral("shop@1.1.0"), QStringLiteral("make -C /opt/shop"), QStringLiteral("2")},
                      QStringLiteral("make: *** No rule to make target 'all'.  Stop.")};
    stage.operations.finish(build, OutcomeKind::Failed, Safety::StoreAsBefore, error);
    camera.shoot(stage.window.get(), "build-failed");
}

void TestBuildPictures::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    WindowStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    stage.openUp();
    dialog(stage, camera);
    log(stage, camera);
    failure(stage, camera);
}

QTEST_MAIN(TestBuildPictures)
#include "tst_build_pictures.moc"
