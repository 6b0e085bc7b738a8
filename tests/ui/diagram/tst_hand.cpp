// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/ui/diagram/many_nodes.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_choice.h"
#include "ui/diagram/diagram_drag.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/edge_pan.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace snowmelt;

/// Moving boxes and selecting several, by mouse and by keys.
class TestHand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
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
    void aClickOnOneOfSeveralSelectsIt();
    void draggingPaintsNoNewFrame();
    void controlAndShiftClicksSelectMore();
    void aBandSelectsWhatItTouches();
    void shiftAndArrowsSelectOnTheWay();
    void keysMoveByStepsOfTheGrid();
    void everythingIsSelected();
    void theMenuOfSeveralKeepsThem();
    void selectionsAsValues();
    void aBandCatchesWholeContainers();

private:
    QPoint middleOf(const QString& part) const { return m_view->partRect(part).center(); }
    QPoint titleOf(const QString& group) const { return m_view->partRect(group).topLeft() + QPoint(40, 20); }
    QPointF cornerOf(const QString& part) const
    {
        return m_view->scene().rect(m_view->scene().firstOf(part)).topLeft();
    }
    /// Takes the part that is selected to the lower edge, and waits until the view has gone along.
    QPoint dragToTheEdge(const QString& part) const;
    bool isAtRest() const;
    void drag(const QPoint& from, const QPoint& by, Qt::KeyboardModifiers modifiers = {}) const;
    /// As the window does it.
    void obey(const Places& places) const { m_view->setArrangement(withPlaced(m_view->arrangement(), places)); }

    Blueprint m_blueprint = sample::shop();
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    DiagramView* m_view = nullptr;
};

void TestHand::init()
{
    QApplication::setPalette(Theme::light().palette());
    m_window.reset();
    m_document = std::make_unique<FleetDocument>();
    m_window = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(m_window.get());
    m_view = new DiagramView(m_document.get());
    m_view->setPlacing(true);
    connect(m_view, &DiagramView::moveAsked, this, [this](const Places& places) { obey(places); });
    layout->addWidget(m_view);
    m_window->resize(1100, 800);
    sample::tell(*m_document, m_blueprint, sample::up(m_blueprint));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
}

void TestHand::drag(const QPoint& from, const QPoint& by, Qt::KeyboardModifiers modifiers) const
{
    QTest::mousePress(m_view, Qt::LeftButton, modifiers, from);
    QTest::mouseMove(m_view, from + by / 2);
    QTest::mouseMove(m_view, from + by);
    QTest::mouseRelease(m_view, Qt::LeftButton, modifiers, from + by);
}

QPoint TestHand::dragToTheEdge(const QString& part) const
{
    const double origin = m_view->viewport().origin.y();
    const QPoint from = middleOf(part);
    const QPoint to(from.x(), m_view->height() - 2);
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view, from + QPoint(0, 30));
    QTest::mouseMove(m_view, to);
    const auto gone = [&] { return m_view->viewport().origin.y() < origin - 60; };
    return QTest::qWaitFor(gone, 10'000) ? to : QPoint();
}

/// Long enough for several turns: what still moves is seen to move.
bool TestHand::isAtRest() const
{
    QSignalSpy moved(m_view, &DiagramView::viewportChanged);
    return !moved.wait(100);
}

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

void TestHand::aClickOnOneOfSeveralSelectsIt()
{
    m_view->setSelectedParts({u"edge"_qs, u"orders"_qs});
    QTest::mouseClick(m_view, Qt::LeftButton, {}, middleOf(u"edge"_qs));
    QCOMPARE(m_view->selectedParts(), QStringList{u"edge"_qs});
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

void TestHand::controlAndShiftClicksSelectMore()
{
    QTest::mouseClick(m_view, Qt::LeftButton, {}, middleOf(u"edge"_qs));
    QTest::mouseClick(m_view, Qt::LeftButton, Qt::ControlModifier, middleOf(u"web-2"_qs));
    QTest::mouseClick(m_view, Qt::LeftButton, Qt::ShiftModifier, middleOf(u"orders"_qs));
    QCOMPARE(m_view->selectedParts(), (QStringList{u"edge"_qs, u"web-2"_qs, u"orders"_qs}));
    QCOMPARE(m_document->selection(), u"orders"_qs);
    QTest::mouseClick(m_view, Qt::LeftButton, Qt::ControlModifier, middleOf(u"orders"_qs));
    QCOMPARE(m_view->selectedParts(), (QStringList{u"edge"_qs, u"web-2"_qs}));
    QCOMPARE(m_document->selection(), u"web-2"_qs);
    QTest::mouseClick(m_view, Qt::LeftButton, Qt::ControlModifier, {3, 3}); // beside everything
    QCOMPARE(m_view->selectedParts().size(), 2);
}

void TestHand::aBandSelectsWhatItTouches()
{
    const QRect nodes = m_view->partRect(u"web-1"_qs) | m_view->partRect(u"web-2"_qs);
    // Begins inside of the group: it holds no hand, and is not caught as a whole.
    const QPoint from(nodes.left() - 6, nodes.top() - 4);
    QTest::mousePress(m_view, Qt::LeftButton, Qt::ShiftModifier, from);
    const QImage before = m_view->grab().toImage();
    QTest::mouseMove(m_view, nodes.center());
    QVERIFY(m_view->grab().toImage() != before);
    QTest::mouseMove(m_view, {nodes.right() - 20, nodes.bottom() - 8});
    QTest::mouseRelease(m_view, Qt::LeftButton, Qt::ShiftModifier, {nodes.right() - 20, nodes.bottom() - 8});
    QCOMPARE(m_view->selectedParts(), (QStringList{u"web-1"_qs, u"web-2"_qs}));
    drag({2, 2}, QPoint(m_view->width() - 4, m_view->height() - 4), Qt::ShiftModifier);
    QCOMPARE(m_view->selectedParts(), (QStringList{u"clients"_qs, u"edge"_qs, u"web"_qs, u"orders"_qs}));
}

void TestHand::shiftAndArrowsSelectOnTheWay()
{
    m_document->setSelection(u"edge"_qs);
    QTest::keyClick(m_view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedParts(), (QStringList{u"edge"_qs, u"web-2"_qs, u"web-3"_qs}));
    QTest::keyClick(m_view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedParts(), (QStringList{u"edge"_qs, u"web-2"_qs}));
    QTest::keyClick(m_view, Qt::Key_Right);
    QCOMPARE(m_view->selectedParts(), QStringList{u"orders"_qs});
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

void TestHand::everythingIsSelected()
{
    m_view->selectAll();
    QCOMPARE(m_view->selectedParts(), (QStringList{u"clients"_qs, u"edge"_qs, u"web"_qs, u"orders"_qs}));
}

void TestHand::theMenuOfSeveralKeepsThem()
{
    m_view->setSelectedParts({u"edge"_qs, u"orders"_qs});
    const auto menuAt = [this](const QPoint& at) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, m_view->mapToGlobal(at));
        QApplication::sendEvent(m_view, &event);
    };
    menuAt(middleOf(u"edge"_qs));
    QCOMPARE(m_view->selectedParts(), (QStringList{u"orders"_qs, u"edge"_qs}));
    menuAt(middleOf(u"web-1"_qs));
    QCOMPARE(m_view->selectedParts(), QStringList{u"web-1"_qs});
}

void TestHand::selectionsAsValues()
{
    const QStringList two{u"a"_qs, u"b"_qs};
    QCOMPARE(toggledParts(two, u"c"_qs), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
    QCOMPARE(toggledParts(two, u"a"_qs), QStringList{u"b"_qs});
    QCOMPARE(toggledParts(two, {}), two);
    QCOMPARE(extendedParts({}, u"a"_qs), QStringList{u"a"_qs});
    QCOMPARE(extendedParts({u"a"_qs, u"b"_qs, u"c"_qs}, u"a"_qs), (QStringList{u"b"_qs, u"c"_qs, u"a"_qs}));
    QCOMPARE(gridStep(13, 1), 16);
    QCOMPARE(gridStep(16, 1), 24);
    QCOMPARE(gridStep(13, -1), 8);
    QCOMPARE(gridStep(-16, -1), -24);
}

/// Against a look at every box.
void TestHand::aBandCatchesWholeContainers()
{
    const Blueprint blueprint = sample::large(600);
    const Scene scene(std::make_shared<const Diagram>(layoutFleet(blueprint, sample::up(blueprint))));
    QRandomGenerator random(7);
    const QRectF bounds = scene.diagram().bounds;
    int several = 0;
    for (int i = 0; i < 50; ++i) {
        const QRectF area(bounds.left() + random.bounded(bounds.width()),
                          bounds.top() + random.bounded(bounds.height()), random.bounded(bounds.width()),
                          random.bounded(bounds.height()));
        QStringList expected;
        QSet<int> whole;
        for (int box = 0; box < scene.size(); ++box) {
            const DiagramBox& each = scene.box(box);
            const bool group = each.kind == BoxKind::Group;
            if (each.container >= 0 && whole.contains(each.container))
                continue;
            if (!area.intersects(each.rect) || (group && !area.contains(each.rect)))
                continue;
            if (group)
                whole.insert(box);
            expected << each.part;
        }
        several += expected.size() > 1;
        QCOMPARE(partsWithin(scene, area), expected);
    }
    QVERIFY(several > 20);
}

QTEST_MAIN(TestHand)
#include "tst_hand.moc"
