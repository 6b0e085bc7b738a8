// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "tests/ui/shell/rehearsal_hand.h"
#include "ui/shell/frame/appearance.h"
#include "ui/shell/rehearsal/step_card.h"

#include <QDir>
#include <QSpinBox>

using namespace snowmelt;

/// The rehearsal for people to look at.
class TestRehearsalPictures : public QObject, private RehearsalHand
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void pictures_data();
    void pictures();

private:
    void shoot(QWidget* widget, const QString& name);
};

void TestRehearsalPictures::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestRehearsalPictures::init()
{
    m_stage = std::make_unique<WindowStage>();
}

void TestRehearsalPictures::cleanup()
{
    m_stage.reset();
}

void TestRehearsalPictures::shoot(QWidget* widget, const QString& name)
{
    QVERIFY2(widget, qPrintable(name));
    QTRY_VERIFY(!slider() || !slider()->isGliding());
    QTest::qWait(50); // layouts that were posted settle before the picture
    const QString folder =
        qEnvironmentVariable("SNOWMELT_SCREENSHOTS", QDir::currentPath() + QStringLiteral("/screenshots"));
    QVERIFY(QDir().mkpath(folder));
    const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1"));
    const QString look =
        QString::fromLatin1(QTest::currentDataTag()) + (scale == u'1' ? QString() : QString(u'@' + scale + u'x'));
    const QPixmap picture = widget->grab();
    QVERIFY(!picture.isNull());
    QVERIFY(picture.save(folder + u'/' + name + u'-' + look + QStringLiteral(".png")));
}

void TestRehearsalPictures::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::addColumn<int>("language");
    QTest::newRow("light") << int(Appearance::Light) << int(Language::English);
    QTest::newRow("dark") << int(Appearance::Dark) << int(Language::English);
    QTest::newRow("ko") << int(Appearance::Light) << int(Language::Korean);
}

void TestRehearsalPictures::pictures()
{
    QFETCH(int, appearance);
    QFETCH(int, language);
    Settings::setAppearance(Appearance(appearance));
    Settings::setLanguage(Language(language));
    m_stage->openUp();
    m_stage->click("actionSwapButton");
    shoot(dialog(), QStringLiteral("rehearsal-asking"));
    m_stage->operations.plan = sample::rehearsalPlan();
    part<QSpinBox>("swapBake")->setValue(61);
    part<QSpinBox>("swapBake")->setValue(60);
    QTRY_COMPARE(steps()->count(), 8);
    shoot(dialog(), QStringLiteral("rehearsal-begin"));
    stage()->setStep(3);
    steps()->card(3)->setOpen(true);
    acceptAll();
    shoot(dialog(), QStringLiteral("rehearsal-move"));
    stage()->setStep(7);
    shoot(dialog(), QStringLiteral("rehearsal-end"));
    m_stage->click("rehearsalAll");
    shoot(dialog(), QStringLiteral("rehearsal-changes"));
    m_stage->click("rehearsalAll");
    m_stage->operations.plan = sample::blockedPlan();
    m_stage->operations.plan->steps[3].serving = 2;
    part<QSpinBox>("swapBake")->setValue(61);
    QTRY_COMPARE(checks()->checks().size(), 7);
    m_stage->click("moreChoices");
    dialog()->resize(1024, 700);
    shoot(dialog(), QStringLiteral("rehearsal-blocked-small"));
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!dialog());
    m_stage->operations.plan.reset();
    m_stage->click("actionSwapButton");
    m_stage->operations.finish(lastPlan(), OutcomeKind::Failed, Safety::Unchanged,
                               Error{ErrorCode::NoFreeSlot, {QStringLiteral("edge"), QStringLiteral("web")}, {}});
    shoot(dialog(), QStringLiteral("rehearsal-error"));
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!dialog());
    m_stage->window->findChild<FleetDocument*>()->setSelection(QStringLiteral("web-2"));
    m_stage->operations.plan = sample::rebirthPlan();
    m_stage->click("rebirthButton");
    QTRY_COMPARE(steps()->count(), 7);
    stage()->setStep(3);
    shoot(part<QWidget>("rebirthDialog"), QStringLiteral("rehearsal-rebirth"));
}

QTEST_MAIN(TestRehearsalPictures)
#include "tst_rehearsal_pictures.moc"
