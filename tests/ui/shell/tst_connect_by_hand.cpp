// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/connect_gesture.h"
#include "ui/diagram/diagram_view.h"
#include "ui/shell/compare/compare_view.h"
#include "ui/shell/history/replay_view.h"
#include "ui/shell/rehearsal/rehearsal_stage.h"

#include <QComboBox>
#include <QHelpEvent>
#include <QToolTip>

using namespace snowmelt;

/// Parts connected by drawing a line between them, by real clicks and keys over a scripted port.
class TestConnectByHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_stage.reset(); }
    void aLineIsAnEditAndCanBeUndone();
    void aGroupComesToUseADatabase();
    void whatItMeansIsSaidBeforeItIsDropped();
    void whatCannotBeIsNotMade();
    void twoWaysAreAChoice();
    void aClickOpensTheDialog();
    void theHandleSaysWhatItIsFor();
    void theHandleGoesWithTheLastTarget();
    void viewsThatOnlyShowHaveNone();
    void pictures_data();
    void pictures();

private:
    DiagramView* diagram() const { return m_stage->find<DiagramView>("diagram"); }
    const ConnectGesture* gesture() const { return diagram()->findChild<ConnectGesture*>(); }
    const Blueprint& blueprint() const { return diagram()->document().blueprint(); }
    QStringList served() const { return blueprint().findBalancer(QStringLiteral("edge"))->serves; }
    QPoint middleOf(const char* part) const { return diagram()->partRect(QString::fromLatin1(part)).center(); }
    QPoint handleOf(const char* part) const
    {
        QTest::mouseMove(diagram(), {3, 3});
        QTest::mouseMove(diagram(), middleOf(part));
        return gesture()->handleOf(QString::fromLatin1(part)).center();
    }
    void begin(const char* part, const QPoint& to) const
    {
        const QPoint from = handleOf(part);
        QVERIFY2(!from.isNull(), part);
        QTest::mousePress(diagram(), Qt::LeftButton, {}, from);
        QTest::mouseMove(diagram(), (from + to) / 2);
        QTest::mouseMove(diagram(), to);
    }
    void draw(const char* part, const QPoint& to) const
    {
        begin(part, to);
        QTest::mouseRelease(diagram(), Qt::LeftButton, {}, to);
    }
    void press(const QKeySequence& keys) const
    {
        m_stage->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_stage->window.get()));
        QTest::keySequence(m_stage->window.get(), keys);
    }
    QByteArray onDisk() const
    {
        QFile file(m_stage->path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("gone");
    }

    std::unique_ptr<WindowStage> m_stage;
};

/// The shop, with a group that nothing serves and a second balancer.
void TestConnectByHand::init()
{
    m_stage = std::make_unique<WindowStage>();
    QByteArray text = WindowStage::goodText();
    text.replace("serves: [web]}\n", "serves: [web]}   # in front\n"
                                     "  inner: {driver: haproxy, image: foundation/haproxy@1, listen: 81, serves: "
                                     "[web]}\n");
    text.replace("databases:\n", "  jobs: {image: shop@1.0.0, size: 2, port: 9000}   # at night\ndatabases:\n");
    m_stage->write(text);
    m_stage->openUp();
    QVERIFY(gesture());
    QTRY_VERIFY(!diagram()->partRect(QStringLiteral("jobs")).isNull());
}

void TestConnectByHand::aLineIsAnEditAndCanBeUndone()
{
    const QByteArray before = onDisk();
    draw("edge", middleOf("jobs"));
    QCOMPARE(served(), (QStringList{QStringLiteral("web"), QStringLiteral("jobs")}));
    QVERIFY(m_stage->window->isWindowModified());
    QVERIFY(m_stage->text("noticeText").contains(QStringLiteral("Connect edge and jobs")));
    QVERIFY(m_stage->action("actionUndo")->text().contains(QStringLiteral("Connect edge and jobs")));
    press(QKeySequence::Undo);
    QCOMPARE(served(), QStringList{QStringLiteral("web")});
    QVERIFY(!m_stage->window->isWindowModified());
    press(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    press(QKeySequence::Save);
    QByteArray after = before;
    QTRY_COMPARE(onDisk(), after.replace("serves: [web]}   # in front", "serves: [web, jobs]}   # in front"));
}

void TestConnectByHand::aGroupComesToUseADatabase()
{
    draw("jobs", middleOf("orders"));
    QCOMPARE(blueprint().findGroup(QStringLiteral("jobs"))->uses, QStringList{QStringLiteral("orders")});
    press(QKeySequence::Save);
    QTRY_VERIFY(onDisk().contains("port: 9000, uses: [orders]}   # at night\n"));
}

void TestConnectByHand::whatItMeansIsSaidBeforeItIsDropped()
{
    begin("edge", middleOf("jobs"));
    QVERIFY(gesture()->line());
    QVERIFY(gesture()->line()->words.startsWith(QStringLiteral("edge serves jobs\n")));
    QVERIFY(gesture()->line()->words.contains(QStringLiteral("running balancer does not know")));
    QTest::mouseMove(diagram(), middleOf("inner"));
    QCOMPARE(gesture()->line()->words, QStringLiteral("edge serves inner\nedge stands in for inner, and inner for it"));
    QTest::mouseMove(diagram(), middleOf("orders"));
    QCOMPARE(
        gesture()->line()->words,
        QStringLiteral("edge and orders do not belong together so: a balancer serves groups, caches and balancers; a "
                       "group uses databases and caches; a database follows a database."));
    QTest::mouseMove(diagram(), middleOf("web"));
    QCOMPARE(gesture()->line()->words, QStringLiteral("That is so already."));
    QTest::keyClick(diagram(), Qt::Key_Escape);
    QTest::mouseRelease(diagram(), Qt::LeftButton, {}, middleOf("web"));
}

void TestConnectByHand::whatCannotBeIsNotMade()
{
    for (const char* to : {"orders", "web", "clients"})
        draw("edge", middleOf(to));
    QVERIFY(!m_stage->window->isWindowModified());
    QVERIFY(!m_stage->action("actionUndo")->isEnabled());
    begin("edge", middleOf("jobs"));
    QTest::keyClick(diagram(), Qt::Key_Escape);
    QTest::mouseRelease(diagram(), Qt::LeftButton, {}, middleOf("jobs"));
    QVERIFY(!m_stage->window->isWindowModified());
    QCOMPARE(served(), QStringList{QStringLiteral("web")});
}

void TestConnectByHand::twoWaysAreAChoice()
{
    draw("edge", middleOf("inner"));
    QVERIFY(!m_stage->window->isWindowModified());
    auto* menu = m_stage->find<QMenu>("connectMenu");
    QVERIFY(menu && menu->actions().size() == 2);
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("edge serves inner"));
    QVERIFY(menu->actions().last()->toolTip().contains(QStringLiteral("no platform makes it yet")));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().last()).center());
    QCOMPARE(blueprint().findBalancer(QStringLiteral("inner"))->pair, QStringLiteral("edge"));
    QCOMPARE(served(), QStringList{QStringLiteral("web")});
}

void TestConnectByHand::aClickOpensTheDialog()
{
    QTest::mouseClick(diagram(), Qt::LeftButton, {}, handleOf("jobs"));
    QTRY_VERIFY(m_stage->find<QComboBox>("editTie"));
    QCOMPARE(m_stage->find<QComboBox>("editTie")->currentText(), QStringLiteral("jobs uses orders"));
    QCOMPARE(diagram()->document().selection(), QStringLiteral("jobs"));
    m_stage->click("dialogCancel");
}

void TestConnectByHand::theHandleSaysWhatItIsFor()
{
    const QPoint handle = handleOf("edge");
    QHelpEvent asked(QEvent::ToolTip, handle, diagram()->mapToGlobal(handle));
    QApplication::sendEvent(diagram(), &asked);
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("to connect edge with it")));
    QVERIFY(QToolTip::text().contains(QStringLiteral("Ctrl+L")));
    QToolTip::hideText();
}

void TestConnectByHand::theHandleGoesWithTheLastTarget()
{
    draw("jobs", middleOf("orders"));
    QTest::mouseMove(diagram(), {3, 3});
    QTest::mouseMove(diagram(), middleOf("jobs"));
    QVERIFY(gesture()->handleOf(QStringLiteral("jobs")).isNull());
    press(QKeySequence::Undo);
    QVERIFY(!handleOf("jobs").isNull());
}

/// What was, what would be and what is predicted is looked at, not edited.
void TestConnectByHand::viewsThatOnlyShowHaveNone()
{
    RehearsalStage rehearsal;
    QVERIFY(rehearsal.findChild<DiagramView*>());
    QVERIFY(!rehearsal.findChild<ConnectGesture*>());
    CompareView compared(nullptr);
    QVERIFY(!compared.findChild<ConnectGesture*>());
    ReplayView replayed(blueprint(), {}, nullptr);
    QVERIFY(!replayed.findChild<ConnectGesture*>());
}

void TestConnectByHand::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::newRow("light") << int(Appearance::Light);
    QTest::newRow("dark") << int(Appearance::Dark);
}

void TestConnectByHand::pictures()
{
    QFETCH(int, appearance);
    m_stage->window->findChild<QAction*>(QStringLiteral("actionAppearance%1").arg(appearance))->trigger();
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    m_stage->window->resize(1400, 875);
    QTest::qWait(50); // the diagram is fitted anew
    QTest::mouseMove(diagram(), handleOf("edge"));
    camera.shoot(m_stage->window.get(), "connect-handle");
    begin("edge", middleOf("jobs"));
    camera.shoot(m_stage->window.get(), "connect-line");
    QTest::mouseMove(diagram(), middleOf("orders"));
    camera.shoot(m_stage->window.get(), "connect-refused");
    QTest::mouseMove(diagram(), middleOf("jobs"));
    QTest::mouseRelease(diagram(), Qt::LeftButton, {}, middleOf("jobs"));
    camera.shoot(m_stage->window.get(), "connect-made");
}

QTEST_MAIN(TestConnectByHand)
#include "tst_connect_by_hand.moc"
