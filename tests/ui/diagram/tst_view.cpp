// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace snowmelt;

namespace {

FleetState fresh(FleetState fleet)
{
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    return fleet;
}

void wheel(QWidget* widget, const QPointF& at, int angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

} // namespace

class TestView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
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
    void hoverPaintsNoNewFrame();
    void sameFleetPaintsNoNewFrame();
    void newHealthPaintsAFrame();
    void statusLineSaysTheAge();
    void hintsSayWhatToDo();
    void screenReaderHearsTheSelection();
    void themeFollowsThePalette();
    void severalPartsMayBeSelected();
    void layersLieOverTheFrame();
    void dimmedBoxesArePale();
    void flyingEndsAtTheArea();
    void newHealthPaintsOnlyItsPlace();
    void aLargeFleetIsLaidOutBesideTheWindow();

private:
    QPoint middleOf(const QString& part) const { return m_view->partRect(part).center(); }

    Blueprint m_blueprint = sample::shop();
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    DiagramView* m_view = nullptr;
    QPushButton* m_after = nullptr;
};

void TestView::init()
{
    QApplication::setPalette(Theme::light().palette());
    m_window.reset();
    m_document = std::make_unique<FleetDocument>();
    m_window = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(m_window.get());
    m_view = new DiagramView(m_document.get());
    m_after = new QPushButton(u"after"_qs);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_after);
    m_window->resize(980, 720);
    sample::tell(*m_document, m_blueprint, fresh(sample::up(m_blueprint)));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
}

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

void TestView::hoverPaintsNoNewFrame()
{
    m_view->grab();
    const int before = m_view->framesPainted();
    const QImage still = m_view->grab().toImage();
    QTest::mouseMove(m_view, middleOf(u"web-1"_qs));
    QTRY_VERIFY(m_view->grab().toImage() != still);
    m_document->setSelection(u"web-3"_qs);
    m_view->grab();
    QCOMPARE(m_view->framesPainted(), before);
}

void TestView::sameFleetPaintsNoNewFrame()
{
    m_view->grab();
    const int before = m_view->framesPainted();
    sample::observe(*m_document, fresh(sample::up(m_blueprint)));
    m_view->grab();
    QCOMPARE(m_view->framesPainted(), before);
}

void TestView::newHealthPaintsAFrame()
{
    const QImage before = m_view->grab().toImage();
    FleetState fleet = fresh(sample::up(m_blueprint));
    fleet.groups[0].nodes[0].health = Health::Down;
    sample::observe(*m_document, fleet);
    QVERIFY(m_view->grab().toImage() != before);
}

void TestView::statusLineSaysTheAge()
{
    QVERIFY2(m_view->statusLine().startsWith(u"100 % · live"), qPrintable(m_view->statusLine()));
    FleetState fleet = sample::up(m_blueprint);
    fleet.observedAt = QDateTime::currentDateTimeUtc().addSecs(-200);
    sample::observe(*m_document, fleet);
    QCOMPARE(m_view->statusLine(), u"100 % · not live, last seen 3 min ago"_qs);
    m_document->open(m_blueprint);
    QCOMPARE(m_view->statusLine(), u"100 % · not seen yet"_qs);
}

void TestView::hintsSayWhatToDo()
{
    QVERIFY(m_view->hintLine().isEmpty());
    m_document->open(m_blueprint);
    QVERIFY(m_view->hintLine().isEmpty()); // not created yet: the boxes say so, the window offers what to do
    m_document->open(Blueprint());
    QVERIFY(!m_view->hintLine().isEmpty());
    FleetDocument nothing;
    DiagramView view(&nothing);
    QVERIFY(!view.hintLine().isEmpty());
    QVERIFY(view.hintLine() != m_view->hintLine());
    view.grab();
}

void TestView::screenReaderHearsTheSelection()
{
    QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(heard);
    QVERIFY(heard->text(QAccessible::Name).contains(u"shop"_qs));
    QVERIFY(heard->text(QAccessible::Description).isEmpty());
    m_document->setSelection(u"web-2"_qs);
    const QString sentence = heard->text(QAccessible::Description);
    QVERIFY2(sentence.contains(u"web-2"_qs) && sentence.contains(u"healthy"_qs), qPrintable(sentence));
}

void TestView::themeFollowsThePalette()
{
    const auto corner = [this] { return m_view->grab().toImage().pixelColor(2, 2); };
    QCOMPARE(corner(), Theme::light().canvas);
    QApplication::setPalette(Theme::darkTheme().palette());
    QTRY_COMPARE(corner(), Theme::darkTheme().canvas);
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

namespace {

class Stamp final : public DiagramLayer
{
public:
    void paint(QPainter* painter, const DiagramStage& stage) override
    {
        const int box = stage.scene.firstOf(u"web-2"_qs);
        painter->fillRect(stage.viewport.toView(stage.scene.rect(box)), Qt::magenta);
    }
};

} // namespace

void TestView::layersLieOverTheFrame()
{
    m_view->grab();
    const int before = m_view->framesPainted();
    m_view->addLayer(std::make_unique<Stamp>());
    QCOMPARE(m_view->grab().toImage().pixelColor(middleOf(u"web-2"_qs)), QColor(Qt::magenta));
    QCOMPARE(m_view->framesPainted(), before);
}

void TestView::dimmedBoxesArePale()
{
    const auto darkest = [this](const QString& part) {
        const QImage image = m_view->grab(m_view->partRect(part)).toImage();
        int least = 255;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                least = std::min(least, qGray(image.pixel(x, y)));
        return least;
    };
    QVERIFY(darkest(u"web-1"_qs) < 100 && darkest(u"web-2"_qs) < 100);
    QBitArray dimmed(m_view->scene().size());
    dimmed.setBit(m_view->scene().firstOf(u"web-1"_qs));
    m_view->setDimmed(dimmed);
    QTRY_VERIFY(darkest(u"web-1"_qs) > 150); // a frame may come in bands
    QVERIFY(darkest(u"web-2"_qs) < 100);
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

void TestView::newHealthPaintsOnlyItsPlace()
{
    m_view->grab();
    const qint64 before = m_view->pixelsPainted();
    FleetState fleet = fresh(sample::up(m_blueprint));
    fleet.groups[0].nodes[0].sessions = 5; // no other count of the group changes
    fleet.groups[0].nodes[0].requestRate = 15;
    sample::observe(*m_document, fleet);
    m_view->grab();
    const qint64 painted = m_view->pixelsPainted() - before;
    QVERIFY2(painted > 0 && painted < m_view->width() * m_view->height() / 2, qPrintable(QString::number(painted)));
}

void TestView::aLargeFleetIsLaidOutBesideTheWindow()
{
    const Blueprint large = sample::shop(4000);
    sample::tell(*m_document, large, fresh(sample::up(large)));
    QVERIFY(!m_view->isSharp());
    QTRY_VERIFY_WITH_TIMEOUT((m_view->grab(), m_view->isSharp()), 60000);
    QVERIFY(m_view->scene().firstOf(u"web-4000"_qs) >= 0);
    QVERIFY(m_view->rect().contains(m_view->partRect(u"web-4000"_qs)));
    // Another fleet: what is under way for this one is nobody's.
    sample::observe(*m_document, fresh(sample::up(large)));
    sample::tell(*m_document, m_blueprint, fresh(sample::up(m_blueprint)));
    QCOMPARE(m_view->scene().firstOf(u"web-4000"_qs), -1);
    QTest::qWait(50);
    QCOMPARE(m_view->scene().firstOf(u"web-4000"_qs), -1);
}

QTEST_MAIN(TestView)
#include "tst_view.moc"
