// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/differences_test.h"

#include <QPushButton>

using namespace snowmelt;

/// How who differs looks.
class TestDifferencesPictures : public DifferencesTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { begin(); }
    void cleanup() { m_stage.reset(); }
    void pictures_data();
    void pictures();
};

void TestDifferencesPictures::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("light-ko") << int(Appearance::Light) << int(Language::Korean);
    QTest::newRow("dark-contrast") << int(Appearance::DarkContrast) << int(Language::English);
}

void TestDifferencesPictures::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    m_stage.reset();
    m_stage = std::make_unique<WindowStage>();
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    m_stage->openUp(sample::fleet(webNodes(8)));
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    select("web");
    m_stage->action("actionDifferences")->trigger(); // at two pixels per unit the menu is longer than this screen
    QVERIFY(panel());
    m_stage->operations.say(lookId(), Progress{Phase::ScanningNode, {QStringLiteral("web-3")}, 3, 8});
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    camera.shoot(m_stage->window.get(), "differences-looking");
    answer(drift());
    WindowHand::clickRow(nodes(), row("openssl", 3));
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    camera.shoot(m_stage->window.get(), "differences");
    WindowHand::clickRow(things(), row("/etc/nginx/nginx.conf"));
    camera.shoot(m_stage->window.get(), "differences-lines");
    m_stage->click("differencesLook");
    answer(sample::hiddenGroupDrift(seenAt()));
    m_stage->click("differencesRules");
    WindowHand::clickRow(things(), row("/srv/log"));
    camera.shoot(m_stage->window.get(), "differences-hidden");
    m_stage->click("differencesRules");
    m_stage->click("differencesLook");
    answer(sample::largeGroupDrift(200, 40));
    WindowHand::clickRow(things(), row("package-2"));
    camera.shoot(m_stage->window.get(), "differences-many");
}

QTEST_MAIN(TestDifferencesPictures)
#include "tst_differences_pictures.moc"
