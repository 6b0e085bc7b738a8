// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/diagram/view_stage.h"

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace snowmelt;

namespace {

void wheel(QWidget* widget, const QPointF& at, int angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

} // namespace

/// What a hand does with the view: select, walk, zoom, pan.
class TestView : public QObject, private ViewStage
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void clickSelects();
    void clickBesideSelectsNothing();
    void selectionFollowsTheDocument();
    void arrowsWalkTheGraph();
    void tabWalksAndLeaves();
    void returnAndDoubleClickActivate();
    void menuKnowsItsPart();
    void ctrlWheelZoomsToTheCursor();
    void wheelPans();
    void dragPansAndSelectsNothing();
    void keysZoom();
    void fitKeepsEverythingInSight();
    void walkingRevealsWhatIsOutside();
    void severalPartsMayBeSelected();
    void flyingEndsAtTheArea();
};

void TestView::clickSelects()
{
    QTest::mouseClick(m_view, Qt::LeftButton, {}, middleOf(u"web-2"_qs));
    QCOMPARE(m_document->selection(), u"web-2"_qs);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, m_view->partRect(u"web"_qs).topLeft() + QPoint(12, 12));
    QCOMPARE(m_document->selection(), u"web"_qs);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, middleOf(u"orders"_qs));
    QCOMPARE(m_document->selection(), u"orders"_qs);
}

void TestView::clickBesideSelectsNothing()
{
    m_document->setSelection(u"web-1"_qs);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {3, 3});
    QCOMPARE(m_document->selection(), QString());
}

void TestView::selectionFollowsTheDocument()
{
    const QImage before = m_view->grab().toImage();
    m_document->setSelection(u"web-3"_qs);
    QVERIFY(m_view->grab().toImage() != before);
    QTest::keyClick(m_view, Qt::Key_Up);
    QCOMPARE(m_document->selection(), u"web-2"_qs);
}

void TestView::arrowsWalkTheGraph()
{
    QStringList walked;
    for (Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Right, Qt::Key_Left}) {
        QTest::keyClick(m_view, key);
        walked << m_document->selection();
    }
    QCOMPARE(walked, QStringList({u"clients"_qs, u"edge"_qs, u"web-2"_qs, u"web-3"_qs, u"orders"_qs, u"web-2"_qs}));
    QTest::keyClick(m_view, Qt::Key_Escape);
    QCOMPARE(m_document->selection(), QString());
}

void TestView::tabWalksAndLeaves()
{
    QStringList walked;
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(m_view, Qt::Key_Tab);
        walked << m_document->selection();
    }
    QCOMPARE(walked,
             QStringList({u"clients"_qs, u"edge"_qs, u"web"_qs, u"web-1"_qs, u"web-2"_qs, u"web-3"_qs, u"orders"_qs}));
    QVERIFY(m_view->hasFocus());
    QTest::keyClick(m_view, Qt::Key_Tab);
    QVERIFY(m_after->hasFocus());
    QTest::keyClick(m_after, Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(m_view->hasFocus());
    QTest::keyClick(m_view, Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(m_document->selection(), u"web-3"_qs);
}

void TestView::returnAndDoubleClickActivate()
{
    QSignalSpy activated(m_view, &DiagramView::activated);
    m_document->setSelection(u"web-1"_qs);
    QTest::keyClick(m_view, Qt::Key_Return);
    QTest::mouseDClick(m_view, Qt::LeftButton, {}, middleOf(u"edge"_qs));
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated[0][0].toString(), u"web-1"_qs);
    QCOMPARE(activated[1][0].toString(), u"edge"_qs);
}

void TestView::menuKnowsItsPart()
{
    QSignalSpy asked(m_view, &DiagramView::menuRequested);
    const QPoint at = middleOf(u"web-3"_qs);
    QContextMenuEvent byMouse(QContextMenuEvent::Mouse, at, m_view->mapToGlobal(at));
    QApplication::sendEvent(m_view, &byMouse);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), u"web-3"_qs);
    QCOMPARE(m_document->selection(), u"web-3"_qs);
    m_document->setSelection(u"orders"_qs);
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(m_view, &byKey);
    QCOMPARE(asked[1][0].toString(), u"orders"_qs);
    QVERIFY(m_view->partRect(u"orders"_qs).contains(m_view->mapFromGlobal(asked[1][1].toPoint())));
}

void TestView::ctrlWheelZoomsToTheCursor()
{
    QSignalSpy zoomed(m_view, &DiagramView::zoomChanged);
    const QPointF at = m_view->partRect(u"orders"_qs).topLeft();
    wheel(m_view, at, 240, Qt::ControlModifier);
    QVERIFY(m_view->zoom() > 1.2);
    QCOMPARE(zoomed.size(), 1);
    QVERIFY((m_view->partRect(u"orders"_qs).topLeft() - at.toPoint()).manhattanLength() <= 2);
}

void TestView::wheelPans()
{
    const QPoint before = middleOf(u"edge"_qs);
    wheel(m_view, QPointF(200, 200), 120, Qt::NoModifier);
    QCOMPARE(middleOf(u"edge"_qs) - before, QPoint(0, 64));
    wheel(m_view, QPointF(200, 200), 120, Qt::ShiftModifier);
    QCOMPARE(middleOf(u"edge"_qs) - before, QPoint(64, 64));
    QCOMPARE(m_view->zoom(), 1.0);
}

void TestView::dragPansAndSelectsNothing()
{
    for (Qt::MouseButton button : {Qt::LeftButton, Qt::MiddleButton}) {
        const QPoint from = middleOf(u"web-2"_qs);
        QTest::mousePress(m_view, button, {}, from);
        QTest::mouseMove(m_view, from + QPoint(30, 10));
        QTest::mouseMove(m_view, from + QPoint(60, 20));
        QTest::mouseRelease(m_view, button, {}, from + QPoint(60, 20));
        QCOMPARE(middleOf(u"web-2"_qs), from + QPoint(60, 20));
        QCOMPARE(m_document->selection(), QString());
    }
}

void TestView::keysZoom()
{
    QTest::keyClick(m_view, Qt::Key_Plus);
    QCOMPARE(m_view->zoom(), 1.25);
    QTest::keyClick(m_view, Qt::Key_Minus);
    QTest::keyClick(m_view, Qt::Key_Minus);
    QCOMPARE(m_view->zoom(), 0.8);
    QTest::keyClick(m_view, Qt::Key_1);
    QCOMPARE(m_view->zoom(), 1.0);
    QTest::keyClick(m_view, Qt::Key_Plus);
    QTest::keyClick(m_view, Qt::Key_0);
    QCOMPARE(m_view->zoom(), 1.0);
}

void TestView::fitKeepsEverythingInSight()
{
    m_window->resize(520, 420);
    QTRY_VERIFY(m_view->width() < 520);
    QVERIFY(m_view->zoom() < 1);
    for (const QString& part : {u"clients"_qs, u"web"_qs, u"orders"_qs})
        QVERIFY(m_view->rect().contains(m_view->partRect(part)));
    // A swap makes the fleet taller: still everything in sight, as long as nobody has moved it.
    sample::observe(*m_document, fresh(sample::swapping(m_blueprint)));
    QVERIFY(m_view->rect().contains(m_view->partRect(u"web-6"_qs)));
}

void TestView::walkingRevealsWhatIsOutside()
{
    for (int i = 0; i < 5; ++i)
        m_view->zoomIn();
    QTest::keyClick(m_view, Qt::Key_End);
    QCOMPARE(m_document->selection(), u"orders"_qs);
    QVERIFY(m_view->rect().contains(middleOf(u"orders"_qs)));
    QTest::keyClick(m_view, Qt::Key_Home);
    QVERIFY(m_view->rect().contains(m_view->partRect(u"clients"_qs)));
}

void TestView::severalPartsMayBeSelected()
{
    QSignalSpy changed(m_view, &DiagramView::selectedPartsChanged);
    const QImage none = m_view->grab().toImage();
    m_view->setSelectedParts({u"web-1"_qs, u"web-3"_qs});
    QCOMPARE(m_document->selection(), u"web-3"_qs);
    QCOMPARE(m_view->selectedParts(), QStringList({u"web-1"_qs, u"web-3"_qs}));
    const QImage both = m_view->grab().toImage();
    for (const QString& part : {u"web-1"_qs, u"web-3"_qs}) {
        const QRect around = m_view->partRect(part).adjusted(-5, -5, 5, 5);
        QVERIFY(both.copy(around) != none.copy(around));
    }
    const QRect between = m_view->partRect(u"web-2"_qs).adjusted(4, 6, -4, -6);
    QVERIFY(both.copy(between) == none.copy(between));
    m_document->setSelection(u"orders"_qs);
    QCOMPARE(m_view->selectedParts(), QStringList{u"orders"_qs});
    QCOMPARE(changed.size(), 2);
}

void TestView::flyingEndsAtTheArea()
{
    const QRectF area = m_view->scene().rect(m_view->scene().firstOf(u"orders"_qs));
    m_view->flyTo(area);
    QTRY_VERIFY((m_view->partRect(u"orders"_qs).center() - m_view->rect().center()).manhattanLength() <= 2);
    QCOMPARE(m_view->zoom(), 1.0);
    // A hand on the wheel is stronger than a flight.
    m_view->flyTo(m_view->scene().diagram().bounds.translated(4000, 0));
    wheel(m_view, QPointF(200, 200), 120, Qt::NoModifier);
    const Viewport held = m_view->viewport();
    QTest::qWait(60);
    QCOMPARE(m_view->viewport(), held);
}

QTEST_MAIN(TestView)
#include "tst_view.moc"
