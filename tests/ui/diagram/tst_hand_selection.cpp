// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/diagram/hand_stage.h"
#include "ui/diagram/diagram_choice.h"

#include <QContextMenuEvent>

using namespace snowmelt;

/// Selecting several, by mouse and by keys.
class TestHandSelection : public QObject, protected test::HandStage
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void aClickOnOneOfSeveralSelectsIt();
    void controlAndShiftClicksSelectMore();
    void aBandSelectsWhatItTouches();
    void shiftAndArrowsSelectOnTheWay();
    void everythingIsSelected();
    void theMenuOfSeveralKeepsThem();
    void selectionsAsValues();
    void aBandCatchesWholeContainers();
};

void TestHandSelection::aClickOnOneOfSeveralSelectsIt()
{
    m_view->setSelectedParts({u"edge"_qs, u"orders"_qs});
    QTest::mouseClick(m_view, Qt::LeftButton, {}, middleOf(u"edge"_qs));
    QCOMPARE(m_view->selectedParts(), QStringList{u"edge"_qs});
}

void TestHandSelection::controlAndShiftClicksSelectMore()
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

void TestHandSelection::aBandSelectsWhatItTouches()
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

void TestHandSelection::shiftAndArrowsSelectOnTheWay()
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

void TestHandSelection::everythingIsSelected()
{
    m_view->selectAll();
    QCOMPARE(m_view->selectedParts(), (QStringList{u"clients"_qs, u"edge"_qs, u"web"_qs, u"orders"_qs}));
}

void TestHandSelection::theMenuOfSeveralKeepsThem()
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

void TestHandSelection::selectionsAsValues()
{
    const QStringList two{u"a"_qs, u"b"_qs};
    QCOMPARE(toggledParts(two, u"c"_qs), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
    QCOMPARE(toggledParts(two, u"a"_qs), QStringList{u"b"_qs});
    QCOMPARE(toggledParts(two, {}), two);
    QCOMPARE(extendedParts({}, u"a"_qs), QStringList{u"a"_qs});
    QCOMPARE(extendedParts({u"a"_qs, u"b"_qs, u"c"_qs}, u"a"_qs), (QStringList{u"b"_qs, u"c"_qs, u"a"_qs}));
}

/// Against a look at every box.
void TestHandSelection::aBandCatchesWholeContainers()
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

QTEST_MAIN(TestHandSelection)
#include "tst_hand_selection.moc"
