// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/layout/placing.h"
#include "tests/ui/shell/camera.h"
#include "tests/ui/shell/window_test.h"
#include "ui/diagram/diagram_view.h"

#include <QContextMenuEvent>
#include <QLineEdit>

using namespace snowmelt;

/// Placing the parts of the diagram in the window, by real clicks and keys, over a scripted port.
class TestArrangement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_stage.reset(); }
    void aBoxIsMovedKeptAndFoundAgain();
    void movesAndEditsAreUndoneInTheirOrder();
    void keysMoveAndAreOneStep();
    void everythingIsArranged();
    void aSelectionIsArranged();
    void theMenuOfSeveralArrangesThem();
    void whatIsImpossibleSaysWhy();
    void aRenamedPartStaysWhereItIs();
    void discardedRenamesGiveThePlaceBack();
    void aBrokenSidecarIsSaid();
    void placesOutliveAChangeOfLanguage();
    void liveStateAndPlacesAreShownTogether();
    void pictures_data();
    void pictures();

private:
    DiagramView* diagram() const { return m_stage->find<DiagramView>("diagram"); }
    QPoint middleOf(const QString& part) const { return diagram()->partRect(part).center(); }
    QPointF cornerOf(const QString& part) const
    {
        return diagram()->scene().rect(diagram()->scene().firstOf(part)).topLeft();
    }
    QString sidecar() const { return m_stage->path().replace(QStringLiteral(".yaml"), QStringLiteral(".layout.json")); }
    QByteArray onDisk() const
    {
        QFile file(sidecar());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Places kept() const { return arrangementFromJson(onDisk()).value.placed; }
    void drag(const QPoint& from, const QPoint& by) const
    {
        QTest::mousePress(diagram(), Qt::LeftButton, {}, from);
        QTest::mouseMove(diagram(), from + by / 2);
        QTest::mouseMove(diagram(), from + by);
        QTest::mouseRelease(diagram(), Qt::LeftButton, {}, from + by);
    }
    void move(const QString& part, const QPoint& by) const
    {
        QTest::mouseClick(diagram(), Qt::LeftButton, {}, middleOf(part));
        drag(middleOf(part), by);
    }
    void press(const QKeySequence& keys) const
    {
        m_stage->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_stage->window.get()));
        QTest::keySequence(m_stage->window.get(), keys);
    }
    void rename(const QString& part, const QString& to) const
    {
        diagram()->setSelectedParts({part});
        m_stage->chooseInMenu("actionRename");
        auto* field = m_stage->find<QLineEdit>("editName");
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, to);
        m_stage->click("makeEdit");
        QTRY_VERIFY(!m_stage->find("editDialog"));
    }

    std::unique_ptr<WindowStage> m_stage;
};

void TestArrangement::init()
{
    m_stage = std::make_unique<WindowStage>();
    m_stage->openUp();
    QVERIFY(diagram());
}

void TestArrangement::aBoxIsMovedKeptAndFoundAgain()
{
    const QPointF before = cornerOf(QStringLiteral("orders"));
    QVERIFY(onDisk().isEmpty());
    move(QStringLiteral("orders"), {-40, 160});
    const QPointF now = cornerOf(QStringLiteral("orders"));
    QVERIFY(now != before);
    QCOMPARE(std::fmod(now.x(), 8), 0);
    QTRY_COMPARE(kept().value(QStringLiteral("orders")), now);
    QVERIFY(!m_stage->window->isWindowModified()); // the blueprint says nothing of places
    // Read again, with the fleet unseen and seen.
    m_stage->chooseInMenu("actionReload");
    QCOMPARE(cornerOf(QStringLiteral("orders")), now);
    m_stage->watch(sample::fleet());
    QCOMPARE(cornerOf(QStringLiteral("orders")), now);
    // And by another window.
    m_stage->window.reset();
    m_stage->openUp();
    QCOMPARE(cornerOf(QStringLiteral("orders")), now);
}

void TestArrangement::movesAndEditsAreUndoneInTheirOrder()
{
    const QPointF before = cornerOf(QStringLiteral("orders"));
    move(QStringLiteral("orders"), {0, 160});
    const QPointF moved = cornerOf(QStringLiteral("orders"));
    rename(QStringLiteral("orders"), QStringLiteral("sales"));
    QVERIFY(m_stage->action("actionUndo")->text().contains(QStringLiteral("Rename")));
    press(QKeySequence::Undo);
    QCOMPARE(cornerOf(QStringLiteral("orders")), moved);
    QVERIFY(m_stage->action("actionUndo")->text().contains(QStringLiteral("Move orders")));
    press(QKeySequence::Undo);
    QCOMPARE(cornerOf(QStringLiteral("orders")), before);
    QVERIFY(!m_stage->action("actionUndo")->isEnabled());
    QVERIFY(m_stage->action("actionRedo")->text().contains(QStringLiteral("Move orders")));
    m_stage->chooseInMenu("actionRedo");
    QCOMPARE(cornerOf(QStringLiteral("orders")), moved);
    QTRY_COMPARE(kept().value(QStringLiteral("orders")), moved);
}

void TestArrangement::keysMoveAndAreOneStep()
{
    QTest::mouseClick(diagram(), Qt::LeftButton, {}, middleOf(QStringLiteral("orders")));
    const QPointF before = cornerOf(QStringLiteral("orders"));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(diagram(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(cornerOf(QStringLiteral("orders")).y() > before.y() + 32);
    press(QKeySequence::Undo);
    QCOMPARE(cornerOf(QStringLiteral("orders")), before);
    QVERIFY(!m_stage->action("actionUndo")->isEnabled());
}

void TestArrangement::everythingIsArranged()
{
    const QList<DiagramBox> fresh = diagram()->scene().diagram().boxes;
    move(QStringLiteral("orders"), {-40, 160});
    move(QStringLiteral("edge"), {-40, -160});
    const QList<DiagramBox> placed = diagram()->scene().diagram().boxes;
    QTRY_COMPARE(kept().size(), 2);
    m_stage->chooseInMenu("actionArrangeAll");
    QCOMPARE(diagram()->scene().diagram().boxes, fresh);
    QTRY_VERIFY(!onDisk().isEmpty() && kept().isEmpty());
    m_stage->chooseInMenu("actionUndo");
    QCOMPARE(diagram()->scene().diagram().boxes, placed);
    QTRY_COMPARE(kept().size(), 2);
    m_stage->chooseInMenu("actionRedo");
    QCOMPARE(diagram()->scene().diagram().boxes, fresh);
}

void TestArrangement::aSelectionIsArranged()
{
    move(QStringLiteral("orders"), {-40, 160});
    move(QStringLiteral("edge"), {-40, -160});
    const QPointF edge = cornerOf(QStringLiteral("edge"));
    const QPointF orders = cornerOf(QStringLiteral("orders"));
    QTest::mouseClick(diagram(), Qt::LeftButton, {}, middleOf(QStringLiteral("orders")));
    m_stage->chooseInMenu("actionArrangeSelection");
    QVERIFY(cornerOf(QStringLiteral("orders")) != orders);
    QCOMPARE(cornerOf(QStringLiteral("edge")), edge);
    QVERIFY(m_stage->action("actionUndo")->text().contains(QStringLiteral("Arrange orders")));
    press(QKeySequence::Undo);
    QCOMPARE(cornerOf(QStringLiteral("orders")), orders);
}

void TestArrangement::theMenuOfSeveralArrangesThem()
{
    diagram()->setFocus();
    press(QKeySequence::SelectAll);
    QCOMPARE(diagram()->selectedParts().size(), 4);
    const QPointF apart = cornerOf(QStringLiteral("orders")) - cornerOf(QStringLiteral("edge"));
    const QPointF before = cornerOf(QStringLiteral("orders"));
    drag(middleOf(QStringLiteral("edge")), {0, 80});
    QVERIFY(cornerOf(QStringLiteral("orders")) != before);
    QCOMPARE(cornerOf(QStringLiteral("orders")) - cornerOf(QStringLiteral("edge")), apart);
    QVERIFY(m_stage->action("actionUndo")->text().contains(QStringLiteral("Move 4 part")));
    const QPoint at = middleOf(QStringLiteral("edge"));
    QContextMenuEvent asked(QContextMenuEvent::Mouse, at, diagram()->mapToGlobal(at));
    QApplication::sendEvent(diagram(), &asked);
    QCOMPARE(diagram()->selectedParts().size(), 4);
    auto* menu = m_stage->find<QMenu>("partMenu");
    QVERIFY(menu);
    QAction* arrange = m_stage->action("actionArrangeSelection");
    QVERIFY(menu->actions().contains(arrange));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(arrange).center());
    QTRY_COMPARE(cornerOf(QStringLiteral("orders")), before);
}

void TestArrangement::whatIsImpossibleSaysWhy()
{
    QVERIFY(!m_stage->action("actionArrangeSelection")->isEnabled());
    QVERIFY(m_stage->action("actionArrangeSelection")->toolTip().contains(QStringLiteral("Select")));
    diagram()->setSelectedParts({QStringLiteral("web-1")});
    QVERIFY(!m_stage->action("actionArrangeSelection")->isEnabled());
    diagram()->setSelectedParts({QStringLiteral("web")});
    QVERIFY(m_stage->action("actionArrangeSelection")->isEnabled());
    QVERIFY(m_stage->action("actionArrangeAll")->isEnabled());
    diagram()->setSelectedParts({QStringLiteral("web"), QStringLiteral("orders")});
    QVERIFY(m_stage->action("actionArrangeSelection")->isEnabled());
    QVERIFY(!m_stage->action("actionDelete")->isEnabled());
    QVERIFY(m_stage->action("actionDelete")->toolTip().contains(QStringLiteral("one at a time")));
    QVERIFY(diagram()->statusLine().startsWith(QStringLiteral("2 selected")));
    // Where there is a text to type in, the keys are the text's.
    auto* field = m_stage->find<QLineEdit>("findField");
    QVERIFY(field);
    field->setText(QStringLiteral("web"));
    field->setFocus();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QCOMPARE(field->selectedText(), QStringLiteral("web"));
    QCOMPARE(diagram()->selectedParts().size(), 2);
    m_stage->window = nullptr;
    m_stage->show();
    for (const char* name : {"actionArrangeSelection", "actionArrangeAll", "actionSelectAll"})
        QVERIFY2(!m_stage->action(name)->isEnabled(), name);
}

void TestArrangement::aRenamedPartStaysWhereItIs()
{
    m_stage->watch({}); // nothing runs: else what runs keeps its name
    move(QStringLiteral("orders"), {-40, 160});
    const QPointF placed = cornerOf(QStringLiteral("orders"));
    rename(QStringLiteral("orders"), QStringLiteral("sales"));
    QCOMPARE(cornerOf(QStringLiteral("sales")), placed);
    QTRY_COMPARE(kept().value(QStringLiteral("sales")), placed);
    QVERIFY(!kept().contains(QStringLiteral("orders")));
}

void TestArrangement::discardedRenamesGiveThePlaceBack()
{
    m_stage->watch({});
    move(QStringLiteral("orders"), {-40, 160});
    const QPointF placed = cornerOf(QStringLiteral("orders"));
    rename(QStringLiteral("orders"), QStringLiteral("sales"));
    m_stage->chooseInMenu("actionReload");
    m_stage->click("discardEdits");
    QTRY_VERIFY(diagram()->scene().firstOf(QStringLiteral("orders")) >= 0);
    QTRY_COMPARE(cornerOf(QStringLiteral("orders")), placed);
}

void TestArrangement::aBrokenSidecarIsSaid()
{
    m_stage->window.reset();
    QFile file(sidecar());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"schema\": ") > 0);
    file.close();
    m_stage->openUp();
    QTRY_VERIFY(m_stage->text("noticeText").contains(QStringLiteral("shop.layout.json.broken-1")));
    QVERIFY(QFile::exists(sidecar() + QStringLiteral(".broken-1")));
    QVERIFY(!QFile::exists(sidecar()));
}

void TestArrangement::placesOutliveAChangeOfLanguage()
{
    move(QStringLiteral("orders"), {-40, 160});
    const QPointF placed = cornerOf(QStringLiteral("orders"));
    DiagramView* before = diagram();
    const QPointer<DiagramView> gone = before;
    m_stage->window->findChild<QAction*>(QStringLiteral("actionLanguage2"))->trigger();
    QTRY_VERIFY(!gone);
    QTRY_COMPARE(cornerOf(QStringLiteral("orders")), placed);
    press(QKeySequence::Undo);
    QTRY_VERIFY(cornerOf(QStringLiteral("orders")) != placed);
    m_stage->window->findChild<QAction*>(QStringLiteral("actionLanguage1"))->trigger();
    QTRY_VERIFY(m_stage->action("actionRedo")->text().contains(QStringLiteral("Move orders")));
}

void TestArrangement::liveStateAndPlacesAreShownTogether()
{
    diagram()->setSelectedParts({QStringLiteral("web")});
    drag(diagram()->partRect(QStringLiteral("web")).topLeft() + QPoint(40, 20), {80, 240});
    const QPointF web = cornerOf(QStringLiteral("web"));
    FleetState fleet = sample::fleet();
    fleet.groups[0].nodes[0].health = Health::Down;
    m_stage->watch(fleet);
    QCOMPARE(cornerOf(QStringLiteral("web")), web);
    QCOMPARE(diagram()->scene().box(diagram()->scene().firstOf(QStringLiteral("web-1"))).health(), Health::Down);
    QVERIFY(diagram()->scene().box(diagram()->scene().firstOf(QStringLiteral("web"))).placed);
}

void TestArrangement::pictures_data()
{
    QTest::addColumn<int>("appearance");
    QTest::newRow("light") << int(Appearance::Light);
    QTest::newRow("dark") << int(Appearance::Dark);
}

void TestArrangement::pictures()
{
    QFETCH(int, appearance);
    m_stage->window->findChild<QAction*>(QStringLiteral("actionAppearance%1").arg(appearance))->trigger();
    const Camera camera(QString::fromLatin1(QTest::currentDataTag()));
    m_stage->window->resize(1400, 875);
    QTest::mouseMove(diagram(), {5, 5});
    diagram()->setFocus();
    // A group in the hand.
    diagram()->setSelectedParts({QStringLiteral("web")});
    const QPoint title = diagram()->partRect(QStringLiteral("web")).topLeft() + QPoint(40, 20);
    QTest::mousePress(diagram(), Qt::LeftButton, {}, title);
    QTest::mouseMove(diagram(), title + QPoint(20, 60));
    QTest::mouseMove(diagram(), title + QPoint(40, 120));
    camera.shoot(m_stage->window.get(), "placing-drag");
    QTest::mouseRelease(diagram(), Qt::LeftButton, {}, title + QPoint(40, 120));
    camera.shoot(m_stage->window.get(), "placing-dropped");
    // A band.
    QTest::mousePress(diagram(), Qt::LeftButton, Qt::ShiftModifier, {8, 8});
    QTest::mouseMove(diagram(), diagram()->rect().center());
    QTest::mouseMove(diagram(), diagram()->rect().center() + QPoint(30, 60));
    camera.shoot(m_stage->window.get(), "placing-band");
    QTest::mouseRelease(diagram(), Qt::LeftButton, Qt::ShiftModifier, diagram()->rect().center() + QPoint(30, 60));
    camera.shoot(m_stage->window.get(), "placing-several");
}

QTEST_MAIN(TestArrangement)
#include "tst_arrangement.moc"
