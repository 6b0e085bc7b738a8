// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/items/fleet_rows.h"
#include "models/layout/layout_fleet.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/diagram_view.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QSpinBox>
#include <QTextEdit>
#include <QTreeView>

using namespace snowmelt;

/// Changing the blueprint by real clicks and keys, over a scripted port.
class TestEditing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_stage.reset(); }
    void aGroupIsResizedUndoneAndSaved();
    void whatRunsGoesByTheFile();
    void whatIsWrongIsSaidWhileItIsTyped();
    void keysRenameAndDelete();
    void partsAreAddedAndConnected();
    void whatIsImpossibleSaysWhy();
    void theCanvasHasAMenuOfItsOwn();
    void theMenuOfAPartEdits();
    void theirsAndOursAreBothKept();
    void whatDoesNotFitIsAChoice();
    void aFileThatIsGoneIsWrittenAnew();
    void nobodyLeavesUnasked();
    void readingAgainAsksFirst();
    void pictures_data();
    void pictures();

private:
    QTreeView* tree() const { return m_stage->find<QTreeView>("fleetTree"); }
    DiagramView* diagram() const { return m_stage->find<DiagramView>("diagram"); }
    const Blueprint& blueprint() const { return diagram()->document().blueprint(); }
    void select(const char* part) const
    {
        WindowHand::clickRow(tree(), WindowHand::row(tree(), PartRole, QString::fromLatin1(part)));
    }
    void type(const char* field, const char* text) const
    {
        auto* widget = m_stage->find(field);
        QVERIFY2(widget, field);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(widget, QString::fromLatin1(text));
    }
    /// Through menu, field and button, as a person does.
    void resizeWebTo(const char* size) const
    {
        select("web");
        m_stage->chooseInMenu("actionResize");
        type("editSize", size);
        m_stage->click("makeEdit");
        QTRY_VERIFY(!m_stage->find("editDialog"));
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

void TestEditing::init()
{
    m_stage = std::make_unique<WindowStage>();
    QByteArray text = WindowStage::goodText();
    text.replace("groups:\n", "groups:   # what serves\n");
    m_stage->write(text);
    m_stage->openUp();
}

void TestEditing::aGroupIsResizedUndoneAndSaved()
{
    const QByteArray before = onDisk();
    select("web");
    m_stage->chooseInMenu("actionResize");
    type("editSize", "5");
    QVERIFY(m_stage->text("editMeaning").contains(QStringLiteral("refuses a larger size")));
    const QString lines = m_stage->find<QTextEdit>("editLines")->toPlainText();
    QCOMPARE(lines.count(u'\n'), 1);
    QVERIFY(lines.startsWith(QStringLiteral("− ")) && lines.contains(QStringLiteral("size: 5")));
    m_stage->click("makeEdit");
    QVERIFY(m_stage->window->isWindowModified());
    QCOMPARE(onDisk(), before);
    // What is wanted and not there is shown as planned.
    const FleetDocument& document = diagram()->document();
    const Diagram shown = layoutFleet(document.blueprint(), document.fleet());
    QCOMPARE(std::count_if(shown.boxes.begin(), shown.boxes.end(), [](const DiagramBox& box) { return box.planned; }),
             2);
    press(QKeySequence::Undo);
    QCOMPARE(blueprint().findGroup(QStringLiteral("web"))->size, 3);
    QVERIFY(!m_stage->window->isWindowModified());
    press(QKeySequence(QStringLiteral("Ctrl+Shift+Z")));
    QCOMPARE(blueprint().findGroup(QStringLiteral("web"))->size, 5);
    press(QKeySequence::Save);
    QVERIFY(!m_stage->window->isWindowModified());
    QByteArray after = before;
    QCOMPARE(onDisk(), after.replace("size: 3", "size: 5"));
}

void TestEditing::whatRunsGoesByTheFile()
{
    const OperationId watch = m_stage->operations.lastOf<WatchIntent>();
    resizeWebTo("5");
    QVERIFY(m_stage->action("actionUp")->toolTip().contains(QStringLiteral("not saved")));
    for (const char* acts : {"actionUp", "actionSwap", "actionBuild"})
        QVERIFY2(!m_stage->action(acts)->isEnabled(), acts);
    for (const char* stays : {"actionDown", "actionScan"})
        QVERIFY2(m_stage->action(stays)->isEnabled(), stays);
    m_stage->action("actionScan")->trigger();
    const OperationId scan = m_stage->operations.lastOf<ScanIntent>();
    QCOMPARE(m_stage->operations.blueprintOf(scan).groups.first().size, 3);
    QCOMPARE(m_stage->operations.lastOf<WatchIntent>(), watch);
    press(QKeySequence::Save);
    const OperationId next = m_stage->operations.lastOf<WatchIntent>();
    QVERIFY(next != watch);
    QVERIFY(m_stage->operations.cancelled.contains(watch));
    QCOMPARE(m_stage->operations.blueprintOf(next).groups.first().size, 5);
    QVERIFY(m_stage->action("actionUp")->isEnabled());
    QVERIFY(diagram()->document().fleet().isUp()); // nothing of what was told is forgotten
}

void TestEditing::whatIsWrongIsSaidWhileItIsTyped()
{
    select("web");
    m_stage->chooseInMenu("actionRename");
    QVERIFY(!m_stage->find<QAbstractButton>("makeEdit")->isEnabled()); // the same name
    type("editName", "orders");
    QVERIFY(!m_stage->find<QAbstractButton>("makeEdit")->isEnabled());
    QVERIFY(m_stage->text("editMeaning").contains(QStringLiteral("orders")));
    type("editName", "Not a name");
    QVERIFY(m_stage->text("editMeaning").contains(QStringLiteral("is not a name")));
    QVERIFY(m_stage->find<QTextEdit>("editLines")->toPlainText().isEmpty());
    type("editName", "front");
    QVERIFY(m_stage->text("editMeaning").contains(QStringLiteral("keeps the name web")));
    m_stage->click("makeEdit");
    QCOMPARE(blueprint().balancers.first().serves, QStringList{QStringLiteral("front")});
    QCOMPARE(diagram()->document().selection(), QStringLiteral("front"));
    QTRY_VERIFY(m_stage->action("actionUndo")->text().contains(QStringLiteral("Rename web to front")));
}

void TestEditing::keysRenameAndDelete()
{
    select("orders");
    diagram()->setFocus();
    press(QKeySequence(Qt::Key_F2));
    QVERIFY(m_stage->find("editName"));
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!m_stage->find("editDialog"));
    press(QKeySequence(Qt::Key_Delete));
    QVERIFY(m_stage->find("editDialog"));
    QVERIFY(m_stage->text("editMeaning").contains(QStringLiteral("goes on until")));
    m_stage->click("makeEdit");
    QVERIFY(blueprint().databases.isEmpty());
    QVERIFY(blueprint().groups.first().uses.isEmpty());
    press(QKeySequence::Undo);
    QCOMPARE(blueprint().groups.first().uses, QStringList{QStringLiteral("orders")});
}

void TestEditing::partsAreAddedAndConnected()
{
    m_stage->chooseInMenu("actionAddGroup");
    type("editName", "jobs");
    type("editPort", "9000");
    m_stage->click("makeEdit");
    QTRY_VERIFY(!m_stage->find("editDialog"));
    QCOMPARE(diagram()->document().selection(), QStringLiteral("jobs"));
    QVERIFY(!diagram()->partRect(QStringLiteral("jobs")).isNull());
    select("edge");
    m_stage->chooseInMenu("actionConnect");
    auto* ties = m_stage->find<QComboBox>("editTie");
    QVERIFY(ties && ties->count() == 1);
    QVERIFY(m_stage->text("editMeaning").contains(QStringLiteral("does not know")));
    m_stage->click("makeEdit");
    QCOMPARE(blueprint().balancers.first().serves, (QStringList{QStringLiteral("web"), QStringLiteral("jobs")}));
    QTRY_VERIFY(!m_stage->find("editDialog"));
    press(QKeySequence::Save);
    QVERIFY(onDisk().contains("serves: [web, jobs]}\ngroups:   # what serves\n"));
    QVERIFY(onDisk().contains("\n  jobs: {image: shop@1.0.0, size: 2, port: 9000}\n"));
}

void TestEditing::whatIsImpossibleSaysWhy()
{
    select("web-2");
    QVERIFY(m_stage->action("actionResize")->isEnabled());
    QVERIFY(!m_stage->action("actionDelete")->isEnabled());
    QVERIFY(m_stage->action("actionDelete")->toolTip().contains(QStringLiteral("resize web")));
    select("orders");
    QVERIFY(!m_stage->action("actionResize")->isEnabled());
    QVERIFY(!m_stage->action("actionConnect")->isEnabled());
    QVERIFY(m_stage->action("actionConnect")->toolTip().contains(QStringLiteral("orders")));
    QVERIFY(!m_stage->action("actionUndo")->isEnabled());
    QVERIFY(!m_stage->action("actionSave")->isEnabled());
}

void TestEditing::theCanvasHasAMenuOfItsOwn()
{
    const QPoint corner(3, 3);
    QCOMPARE(diagram()->boxAt(corner), -1);
    QContextMenuEvent event(QContextMenuEvent::Mouse, corner, diagram()->mapToGlobal(corner));
    QApplication::sendEvent(diagram(), &event);
    auto* menu = m_stage->find<QMenu>("canvasMenu");
    QVERIFY(menu && menu->actions().contains(m_stage->action("actionAddCache")));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(m_stage->action("actionAddCache")).center());
    QVERIFY(m_stage->find("editDialog"));
    QVERIFY(m_stage->text("editMeaning").contains(QStringLiteral("no platform makes it yet")));
    m_stage->click("dialogCancel");
}

void TestEditing::theMenuOfAPartEdits()
{
    QTRY_VERIFY(!diagram()->partRect(QStringLiteral("edge")).isNull());
    const QPoint at = diagram()->partRect(QStringLiteral("edge")).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, diagram()->mapToGlobal(at));
    QApplication::sendEvent(diagram(), &event);
    auto* menu = m_stage->find<QMenu>("partMenu");
    QVERIFY(menu && menu->actions().contains(m_stage->action("actionRename")));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(m_stage->action("actionRename")).center());
    QCOMPARE(m_stage->find<QLineEdit>("editName")->text(), QStringLiteral("edge"));
    m_stage->click("dialogCancel");
}

void TestEditing::theirsAndOursAreBothKept()
{
    resizeWebTo("5");
    QByteArray theirs = onDisk();
    m_stage->write(theirs.replace("listen: 8080", "listen: 9090") + "# theirs\n");
    press(QKeySequence::Save);
    QVERIFY(m_stage->find("changedFileQuestion"));
    QVERIFY(onDisk().contains("size: 3")); // nothing was written
    m_stage->click("mergeFile");
    QTRY_VERIFY(onDisk().contains("size: 5"));
    QVERIFY(onDisk().contains("listen: 9090"));
    QVERIFY(onDisk().endsWith("# theirs\n"));
    QVERIFY(!m_stage->window->isWindowModified());
    QCOMPARE(blueprint().balancers.first().listen, 9090);
}

void TestEditing::whatDoesNotFitIsAChoice()
{
    resizeWebTo("5");
    const QByteArray ours = onDisk().replace("size: 3", "size: 5");
    QByteArray theirs = onDisk();
    m_stage->write(theirs.replace("web", "front"));
    press(QKeySequence::Save);
    QVERIFY(!m_stage->find<QAbstractButton>("mergeFile")->isEnabled());
    QVERIFY(m_stage->text("mergeText").contains(QStringLiteral("The blueprint has no web")));
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!m_stage->find("changedFileQuestion"));
    QCOMPARE(onDisk(), theirs);
    QVERIFY(m_stage->window->isWindowModified());
    press(QKeySequence::Save);
    m_stage->click("overwriteFile");
    QTRY_COMPARE(onDisk(), ours);
    QVERIFY(!m_stage->window->isWindowModified());
}

void TestEditing::aFileThatIsGoneIsWrittenAnew()
{
    resizeWebTo("5");
    QVERIFY(QFile::remove(m_stage->path()));
    press(QKeySequence::Save);
    QVERIFY(!QFile::exists(m_stage->path()));
    m_stage->click("overwriteFile");
    QTRY_VERIFY(onDisk().contains("size: 5"));
}

void TestEditing::nobodyLeavesUnasked()
{
    resizeWebTo("5");
    m_stage->window->close();
    QVERIFY(m_stage->window->isVisible());
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!m_stage->find("unsavedQuestion"));
    QVERIFY(m_stage->window->isVisible() && m_stage->window->isWindowModified());
    m_stage->window->close();
    m_stage->click("saveFirst");
    QTRY_VERIFY(!m_stage->window->isVisible());
    QVERIFY(onDisk().contains("size: 5"));
}

void TestEditing::readingAgainAsksFirst()
{
    resizeWebTo("5");
    m_stage->chooseInMenu("actionReload");
    m_stage->click("discardEdits");
    QTRY_VERIFY(!m_stage->window->isWindowModified());
    QCOMPARE(blueprint().findGroup(QStringLiteral("web"))->size, 3);
    QVERIFY(onDisk().contains("size: 3"));
    QVERIFY(!m_stage->action("actionUndo")->isEnabled());
}

void TestEditing::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestEditing::pictures()
{
    QFETCH(bool, dark);
    m_stage = std::make_unique<WindowStage>();
    Settings::setAppearance(dark ? Appearance::Dark : Appearance::Light);
    m_stage->openUp();
    const Camera camera(dark ? QStringLiteral("dark") : QStringLiteral("light"));
    select("web");
    m_stage->chooseInMenu("actionResize");
    type("editSize", "5");
    camera.shoot(m_stage->find("editDialog"), "edit-resize");
    m_stage->click("makeEdit");
    QTRY_VERIFY(!m_stage->find("editDialog"));
    m_stage->window->grab(); // asks for the new frame, which is painted beside the old one
    QTRY_VERIFY_WITH_TIMEOUT(diagram()->isSharp(), 60'000);
    camera.shoot(m_stage->window.get(), "edit-window");
    m_stage->chooseInMenu("actionRename");
    type("editName", "orders");
    camera.shoot(m_stage->find("editDialog"), "edit-refused");
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!m_stage->find("editDialog"));
    m_stage->chooseInMenu("actionAddGroup");
    camera.shoot(m_stage->find("editDialog"), "edit-add");
    m_stage->click("dialogCancel");
    QTRY_VERIFY(!m_stage->find("editDialog"));
    QFile::remove(m_stage->path());
    m_stage->write(WindowStage::goodText() + "# theirs\n");
    press(QKeySequence::Save);
    QTRY_VERIFY(m_stage->find("changedFileQuestion"));
    camera.shoot(m_stage->find("changedFileQuestion"), "edit-changed-file");
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
