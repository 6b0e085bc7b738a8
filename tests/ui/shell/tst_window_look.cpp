// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fleet_rows.h"
#include "tests/ui/shell/shop_stage.h"
#include "ui/shell/tree/fleet_tree_delegate.h"
#include "ui/theme/theme.h"

#include <QDockWidget>
#include <QStyleOptionSlider>

using namespace snowmelt;

/// Language, appearance, docks and the keyboard.
class TestWindowLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothingStandsUnderTheDocks();
    void theNarrowestTreeTellsNodesApart();
    void aNameGoesBeforeWhatItRuns();
    void languageSwitchesLive();
    void appearanceSwitchesLive();
    void systemAppearanceFollowsTheDesktop();
    void mnemonicsShowWhileAltIsHeld();
    void aScrollBarsSliderSpansItsGroove();
    void docksComeBackWhereTheyWere();
    void everyButtonIsReachedByKeyboard();

private:
    std::unique_ptr<ShopStage> m_stage;
};

void TestWindowLook::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestWindowLook::init()
{
    m_stage = std::make_unique<ShopStage>();
}

void TestWindowLook::cleanup()
{
    m_stage.reset();
}

void TestWindowLook::nothingStandsUnderTheDocks()
{
    m_stage->openUp();
    const auto* activity = m_stage->window->findChild<QDockWidget*>(QStringLiteral("activityDock"));
    QTRY_COMPARE(activity->geometry().bottom(), m_stage->window->rect().bottom());
}

void TestWindowLook::theNarrowestTreeTellsNodesApart()
{
    m_stage->openUp();
    auto* dock = m_stage->window->findChild<QDockWidget*>(QStringLiteral("fleetDock"));
    const int wide = m_stage->tree()->width();
    m_stage->window->resizeDocks({dock}, {1}, Qt::Horizontal);
    const int name = QFontMetrics(textFont(TextSize::Normal)).horizontalAdvance(QStringLiteral("web-100"));
    QTRY_VERIFY(m_stage->tree()->width() < wide);
    QVERIFY(m_stage->tree()->width() > name + 3 * m_stage->tree()->indentation());
}

void TestWindowLook::aNameGoesBeforeWhatItRuns()
{
    const QFontMetrics metrics(textFont(TextSize::Small));
    const QString image = QStringLiteral("shop 1.0.0");
    const int whole = metrics.horizontalAdvance(image) + 1;
    QCOMPARE(detailWithin(metrics, image, whole), image);
    const QString cut = detailWithin(metrics, image, whole - metrics.horizontalAdvance(QLatin1Char('0')));
    QVERIFY(cut.size() < image.size() && cut.startsWith(QStringLiteral("shop")));
    QCOMPARE(detailWithin(metrics, image, metrics.horizontalAdvance(QStringLiteral("sh"))), QString());
    QCOMPARE(detailWithin(metrics, image, -8), QString());
    QCOMPARE(detailWithin(metrics, QStringLiteral("Δ4"), 0), QStringLiteral("Δ4")); // a mark is never left out
}

void TestWindowLook::languageSwitchesLive()
{
    m_stage->openUp();
    QPointer<QWidget> before = m_stage->find("fleetTree");
    const int width = before->width();
    m_stage->action("actionLanguage2")->trigger();
    QTRY_VERIFY(before.isNull());
    QVERIFY(m_stage->find("fleetTree"));
    QCOMPARE(Settings::language(), Language::Korean);
    QTRY_COMPARE(m_stage->tree()->width(), width); // what a person arranged stays
    QVERIFY(WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-2")).isValid());
    QVERIFY(m_stage->action("actionScan")->isEnabled());
    m_stage->action("actionLanguage1")->trigger();
    QTRY_COMPARE(Settings::language(), Language::English);
}

void TestWindowLook::appearanceSwitchesLive()
{
    m_stage->openUp();
    WindowHand::clickRow(m_stage->tree(), WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-2")));
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

void TestWindowLook::systemAppearanceFollowsTheDesktop()
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

void TestWindowLook::mnemonicsShowWhileAltIsHeld()
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

void TestWindowLook::aScrollBarsSliderSpansItsGroove()
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

void TestWindowLook::docksComeBackWhereTheyWere()
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

void TestWindowLook::everyButtonIsReachedByKeyboard()
{
    m_stage->openUp();
    m_stage->scanWeb2();
    WindowHand::clickRow(m_stage->tree(), WindowHand::row(m_stage->tree(), PartRole, QStringLiteral("web-2")));
    // Looked up first: Tab inside the diagram walks its parts, and the inspector follows.
    QMap<QString, QWidget*> wanted;
    for (const char* name : {"fleetTree", "activityList", "rebirthButton", "findField", "diagram", "inspectorTabs"})
        wanted.insert(QString::fromLatin1(name), m_stage->find(name));
    QSet<QWidget*> reached;
    m_stage->tree()->setFocus();
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

QTEST_MAIN(TestWindowLook)
#include "tst_window_look.moc"
