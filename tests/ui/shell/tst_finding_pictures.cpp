// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/find_stage.h"

using namespace snowmelt;

/// Pictures of finding one's way, to look at.
class TestFindingPictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void pictures_data();
    void pictures();
};

void TestFindingPictures::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestFindingPictures::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    FindStage stage;
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    stage.openLived();
    const auto shoot = [&](const char* name) {
        QTRY_VERIFY_WITH_TIMEOUT(stage.diagram()->isSharp(), 60'000);
        camera.shoot(stage.window.get(), name);
    };
    shoot("finding");
    stage.search("web-1");
    QTRY_VERIFY(stage.list());
    shoot("finding-search");
    QTest::keyClick(stage.field(), Qt::Key_Down);
    QTest::keyClick(stage.field(), Qt::Key_Return);
    QTRY_VERIFY(stage.isInTheMiddle("web-10"));
    shoot("finding-flown");
    stage.search("wbe");
    QTRY_VERIFY(stage.find("searchPanel") && !stage.list());
    shoot("finding-nothing");
    QTest::keyClick(stage.field(), Qt::Key_Escape);
    stage.press("Ctrl+9");
    stage.press("Alt+1");
    shoot("finding-filter");
    stage.press("Alt+0");
    stage.clickPart("api-2");
    stage.press("Ctrl+Shift+N");
    shoot("finding-neighbours");
    stage.press("Alt+0");
    stage.press("Ctrl+K");
    shoot("finding-collapsed");
    stage.window->resize(760, 560);
    stage.press("Alt+1");
    shoot("finding-small");
}

QTEST_MAIN(TestFindingPictures)
#include "tst_finding_pictures.moc"
