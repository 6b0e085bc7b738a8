// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/diagram/hand_stage.h"
#include "ui/diagram/diagram_drag.h"
#include "ui/diagram/edge_pan.h"

using namespace snowmelt;

/// Moving boxes, by mouse and by keys.
class TestHand : public QObject, protected test::HandStage
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void aSelectedBoxIsMovedAndLandsOnTheGrid();
    void whatIsNotSelectedPans();
    void spacePansWhateverIsSelected();
    void withoutPlacingNothingMoves();
    void escapeLetsGo();
    void theCursorTells();
    void aGroupIsHeldByItsNodes();
    void severalMoveTogether();
    void aZoneMovesWithWhatIsInIt();
    void theViewGoesAlongAtItsEdge();
    void theViewRestsBesideItsEdge();
    void escapeStopsTheView();
    void theEdgeAsValues();
    void whoZoomsMeanwhileKeepsHold();
    void draggingPaintsNoNewFrame();
    void keysMoveByStepsOfTheGrid();
    void stepsAsValues();
};

void TestHand::aSelectedBoxIsMovedAndLandsOnTheGrid()
{
    const Viewport before = m_view->viewport();
    const QPointF edge = cornerOf(u"edge"_qs);
    const QPointF orders = cornerOf(u"orders"_qs);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, middleOf(u"orders"_qs));
    drag(middleOf(u"orders"_qs), {-45, 131});
    const QPointF now = cornerOf(u"orders"_qs);
    QCOMPARE(std::fmod(now.x(), placeGrid), 0);
    QCOMPARE(std::fmod(now.y(), placeGrid), 0);
    QVERIFY((now - orders - QPointF(-45, 131)).manhattanLength() <= placeGrid);
    QVERIFY(m_view->scene().box(m_view->scene().firstOf(u"orders"_qs)).placed);
    QCOMPARE(cornerOf(u"edge"_qs), edge);
    QCOMPARE(m_view->viewport(), before); // what is in sight stays where it is
    QCOMPARE(m_document->selection(), u"orders"_qs);
    // The edge ends at the box.
    const Diagram& diagram = m_view->scene().diagram();
    for (const DiagramEdge& each : diagram.edges)
        if (diagram.boxes[each.to].part == u"orders"_qs)
            QVERIFY(diagram.boxes[each.to].rect.adjusted(-1, -1, 1, 1).contains(each.end()));
}

void TestHand::whatIsNotSelectedPans()
{
    m_document->setSelection(u"edge"_qs);
    const QPoint from = middleOf(u"orders"_qs);
    const QPointF place = cornerOf(u"orders"_qs);
    drag(from, {60, 20});
    QCOMPARE(middleOf(u"orders"_qs), from + QPoint(60, 20));
    QCOMPARE(cornerOf(u"orders"_qs), place);
    QCOMPARE(m_document->selection(), u"edge"_qs);
}

void TestHand::spacePansWhateverIsSelected()
{
    m_document->setSelection(u"orders"_qs);
    const QPoint from = middleOf(u"orders"_qs);
    QTest::keyPress(m_view, Qt::Key_Space);
    QCOMPARE(m_view->cursor().shape(), Qt::OpenHandCursor);
    drag(from, {60, 20});
    QTest::keyRelease(m_view, Qt::Key_Space);
    QCOMPARE(middleOf(u"orders"_qs), from + QPoint(60, 20));
    QVERIFY(m_view->arrangement().placed.isEmpty());
}

void TestHand::withoutPlacingNothingMoves()
{
    m_view->setPlacing(false);
    m_document->setSelection(u"orders"_qs);
    drag(middleOf(u"orders"_qs), {60, 20});
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_view->arrangement().placed.isEmpty());
}

void TestHand::escapeLetsGo()
{
    m_document->setSelection(u"orders"_qs);
    const Diagram before = m_view->scene().diagram();
    const QPoint from = middleOf(u"orders"_qs);
    const QImage still = m_view->grab().toImage();
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view, from + QPoint(30, 90));
    QVERIFY(m_view->grab().toImage() != still);
    QTest::keyClick(m_view, Qt::Key_Escape);
    QTest::mouseMove(m_view, from + QPoint(60, 90));
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, from + QPoint(60, 90));
    QCOMPARE(m_view->scene().diagram(), before);
    QCOMPARE(m_document->selection(), u"orders"_qs);
    QTest::keyClick(m_view, Qt::Key_Escape);
    QCOMPARE(m_document->selection(), QString());
}

void TestHand::theCursorTells()
{
    const QPoint orders = middleOf(u"orders"_qs);
    QTest::mouseMove(m_view, orders);
    QCOMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
    m_document->setSelection(u"orders"_qs);
    QTest::mouseMove(m_view, orders + QPoint(2, 2));
    QCOMPARE(m_view->cursor().shape(), Qt::SizeAllCursor);
    QTest::mousePress(m_view, Qt::LeftButton, Qt::ShiftModifier, {4, 4});
    QTest::mouseMove(m_view, {60, 60});
    QCOMPARE(m_view->cursor().shape(), Qt::CrossCursor);
    QTest::mouseRelease(m_view, Qt::LeftButton, Qt::ShiftModifier, {60, 60});
    QTest::mousePress(m_view, Qt::LeftButton, {}, {4, 4});
    QTest::mouseMove(m_view, {60, 60});
    QCOMPARE(m_view->cursor().shape(), Qt::ClosedHandCursor);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, {60, 60});
    QCOMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
}

void TestHand::aGroupIsHeldByItsNodes()
{
    m_document->setSelection(u"web"_qs);
    const QPointF web = cornerOf(u"web"_qs);
    const QPointF inside = cornerOf(u"web-2"_qs) - web;
    drag(middleOf(u"web-2"_qs), {16, -200});
    QVERIFY(cornerOf(u"web"_qs).y() < web.y() - 150);
    QCOMPARE(cornerOf(u"web-2"_qs) - cornerOf(u"web"_qs), inside);
    // A node that is selected itself has no place of its own.
    m_document->setSelection(u"web-2"_qs);
    const Arrangement before = m_view->arrangement();
    drag(middleOf(u"web-2"_qs), {30, 30});
    QCOMPARE(m_view->arrangement(), before);
}

void TestHand::severalMoveTogether()
{
    m_view->setSelectedParts({u"edge"_qs, u"orders"_qs});
    const QPointF apart = cornerOf(u"orders"_qs) - cornerOf(u"edge"_qs);
    QSignalSpy asked(m_view, &DiagramView::moveAsked);
    drag(middleOf(u"edge"_qs), {8, 160});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].value<Places>().keys(), (QStringList{u"edge"_qs, u"orders"_qs}));
    QCOMPARE(cornerOf(u"orders"_qs) - cornerOf(u"edge"_qs), apart);
    QCOMPARE(m_view->selectedParts(), (QStringList{u"edge"_qs, u"orders"_qs}));
}

void TestHand::aZoneMovesWithWhatIsInIt()
{
    Blueprint zoned = m_blueprint;
    zoned.groups[0].zones = {u"a"_qs};
    zoned.databases[0].zones = {u"a"_qs};
    sample::tell(*m_document, zoned, sample::up(zoned));
    const QString zone = u"zone:a"_qs;
    QVERIFY(m_view->scene().firstOf(zone) >= 0);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, m_view->partRect(zone).topLeft() + QPoint(20, 14));
    QCOMPARE(m_document->selection(), zone);
    const QPointF before = cornerOf(zone);
    const QPointF edge = cornerOf(u"edge"_qs);
    const QPointF apart = cornerOf(u"orders"_qs) - cornerOf(u"web"_qs);
    drag(m_view->partRect(zone).topLeft() + QPoint(20, 14), {0, 96});
    QVERIFY(cornerOf(zone).y() > before.y() + 60);
    QCOMPARE(cornerOf(u"orders"_qs) - cornerOf(u"web"_qs), apart);
    QCOMPARE(cornerOf(u"edge"_qs), edge);
}

void TestHand::theViewGoesAlongAtItsEdge()
{
    m_document->setSelection(u"orders"_qs);
    const QPointF before = cornerOf(u"orders"_qs);
    const QPoint from = middleOf(u"orders"_qs);
    const QPoint to = dragToTheEdge(u"orders"_qs);
    QVERIFY(!to.isNull());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, to);
    QVERIFY(isAtRest());
    QVERIFY(cornerOf(u"orders"_qs).y() - before.y() > to.y() - from.y() + 50);
    QVERIFY(m_view->partRect(u"orders"_qs).contains(to)); // it is where the mouse is
}

void TestHand::theViewRestsBesideItsEdge()
{
    m_document->setSelection(u"orders"_qs);
    QVERIFY(!dragToTheEdge(u"orders"_qs).isNull());
    const QPoint beside(middleOf(u"orders"_qs).x(), m_view->height() - 120);
    QTest::mouseMove(m_view, beside);
    QVERIFY(isAtRest());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, beside);
    QVERIFY((middleOf(u"orders"_qs) - beside).manhattanLength() < 12);
}

void TestHand::escapeStopsTheView()
{
    m_document->setSelection(u"orders"_qs);
    const QPointF before = cornerOf(u"orders"_qs);
    const QPoint to = dragToTheEdge(u"orders"_qs);
    QVERIFY(!to.isNull());
    QTest::keyClick(m_view, Qt::Key_Escape);
    QVERIFY(isAtRest());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, to);
    QCOMPARE(cornerOf(u"orders"_qs), before);
    QVERIFY(m_view->arrangement().placed.isEmpty());
}

void TestHand::theEdgeAsValues()
{
    const QSizeF view(1100, 800);
    QCOMPARE(edgePan({550, 400}, view), QPointF());
    QCOMPARE(edgePan({32, 768}, view), QPointF()); // where the zone begins
    QCOMPARE(edgePan({550, 784}, view), QPointF(0, -4));
    QCOMPARE(edgePan({550, 800}, view), QPointF(0, -16));
    QCOMPARE(edgePan({1090, 8}, view), QPointF(-8, 9));
    QCOMPARE(edgePan({-500, -500}, view), QPointF(16, 16)); // no faster outside
    QCOMPARE(edgePan({50, 50}, {100, 100}), QPointF());     // a small view has a middle, too
    QCOMPARE(edgePan({}, {}), QPointF());
    for (double y = 769, last = 0; y < 800; ++y) {
        const double now = -edgePan({550, y}, view).y();
        QVERIFY(now >= last && now >= 1);
        last = now;
    }
}

void TestHand::whoZoomsMeanwhileKeepsHold()
{
    m_document->setSelection(u"orders"_qs);
    const QPoint from = middleOf(u"orders"_qs);
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view, from + QPoint(-20, 40));
    m_view->zoomOut();
    m_view->zoomOut();
    const QPoint to = m_view->rect().center() + QPoint(40, 200);
    QTest::mouseMove(m_view, to);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, to);
    QVERIFY((middleOf(u"orders"_qs) - to).manhattanLength() < 12);
}

void TestHand::draggingPaintsNoNewFrame()
{
    m_document->setSelection(u"web"_qs);
    m_view->grab();
    const int before = m_view->framesPainted();
    const qint64 pixels = m_view->pixelsPainted();
    const QPoint from = titleOf(u"web"_qs);
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 20; ++step) {
        QTest::mouseMove(m_view, from + QPoint(step * 4, step * 6));
        m_view->grab();
    }
    QCOMPARE(m_view->framesPainted(), before);
    QCOMPARE(m_view->pixelsPainted(), pixels);
    // An observation meanwhile takes nothing out of the hand.
    FleetState fleet = sample::up(m_blueprint);
    fleet.groups[0].nodes.removeLast();
    sample::observe(*m_document, fleet);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, from + QPoint(80, 120));
    QVERIFY(m_view->arrangement().placed.contains(u"web"_qs));
}

void TestHand::keysMoveByStepsOfTheGrid()
{
    m_view->setSelectedParts({u"edge"_qs, u"orders"_qs});
    QSignalSpy asked(m_view, &DiagramView::moveAsked);
    const QPointF before = cornerOf(u"orders"_qs);
    for (Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Right})
        QTest::keyClick(m_view, key, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(asked.size(), 3);
    QVERIFY(asked[0][1].toBool());
    const QPointF now = cornerOf(u"orders"_qs);
    QCOMPARE(now.y(), gridStep(gridStep(before.y(), 1), 1));
    QCOMPARE(now.x(), gridStep(before.x(), 1));
    // Control alone still pans, whatever is selected.
    const QPoint seen = middleOf(u"edge"_qs);
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(middleOf(u"edge"_qs), seen + QPoint(0, -64));
    QCOMPARE(asked.size(), 3);
}

void TestHand::stepsAsValues()
{
    QCOMPARE(gridStep(13, 1), 16);
    QCOMPARE(gridStep(16, 1), 24);
    QCOMPARE(gridStep(13, -1), 8);
    QCOMPARE(gridStep(-16, -1), -24);
}

QTEST_MAIN(TestHand)
#include "tst_hand.moc"
