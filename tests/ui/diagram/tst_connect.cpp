// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/connect_gesture.h"
#include "ui/diagram/connect_guide.h"
#include "ui/diagram/connect_handle.h"
#include "ui/diagram/diagram_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace snowmelt;

namespace {

/// A balancer that may serve one more group, and a group that may use the database.
class SomeGuide final : public ConnectGuide
{
public:
    QHash<QString, QSet<QString>> targets{{u"edge"_qs, {u"jobs"_qs}}, {u"jobs"_qs, {u"orders"_qs}}};

    QSet<QString> targetsOf(const QString& from) const override { return targets.value(from); }
    QString meaning(const QString& from, const QString& to) const override { return from + u" and " + to; }
};

Blueprint shopWithJobs()
{
    Blueprint blueprint = sample::shop();
    blueprint.groups.append({u"jobs"_qs, sample::image(u"1.0.0"_qs), 2, 9000, {}, {}});
    return blueprint;
}

} // namespace

/// Connections drawn with the mouse.
class TestConnect : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void thePartUnderTheMouseCarriesAHandle();
    void theSelectedPartCarriesOne();
    void whatHasNoTargetsCarriesNone();
    void aHandleIsHeldBesideItsPart();
    void aLineIsDroppedOnATarget();
    void aNodeStandsForItsGroup();
    void elsewhereItIsDroppedInVain();
    void escapeLetsGo();
    void aClickIsNoLine();
    void whatItMeansIsSaidOnTheWay();
    void theViewGoesAlong();
    void spaceAndShiftMeanWhatTheyAlwaysMean();
    void aLineEndsWithWhatItComesFrom();
    void drawingPaintsNoNewFrame();
    void placesAsValues();

private:
    QPoint middleOf(const QString& part) const { return m_view->partRect(part).center(); }
    /// Of a part that the mouse has come to.
    QPoint handleOf(const QString& part) const
    {
        QTest::mouseMove(m_view, {3, 3});
        QTest::mouseMove(m_view, middleOf(part));
        return m_gesture->handleOf(part).center();
    }
    void begin(const QString& part, const QPoint& to) const
    {
        const QPoint from = handleOf(part);
        QTest::mousePress(m_view, Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view, (from + to) / 2);
        QTest::mouseMove(m_view, to);
    }
    void draw(const QString& part, const QPoint& to) const
    {
        begin(part, to);
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, to);
    }

    Blueprint m_blueprint = shopWithJobs();
    SomeGuide m_guide;
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<QWidget> m_window;
    DiagramView* m_view = nullptr;
    ConnectGesture* m_gesture = nullptr;
    std::unique_ptr<QSignalSpy> m_dropped;
};

void TestConnect::init()
{
    QApplication::setPalette(Theme::light().palette());
    m_guide = {};
    m_document = std::make_unique<FleetDocument>();
    m_window = std::make_unique<QWidget>();
    auto* layout = new QVBoxLayout(m_window.get());
    m_view = new DiagramView(m_document.get());
    m_gesture = new ConnectGesture(m_view, m_guide, QKeySequence(u"Ctrl+L"_qs));
    m_dropped = std::make_unique<QSignalSpy>(m_gesture, &ConnectGesture::dropped);
    layout->addWidget(m_view);
    m_window->resize(1100, 800);
    sample::tell(*m_document, m_blueprint, sample::up(m_blueprint));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
    QTest::mouseMove(m_view, {3, 3});
}

void TestConnect::cleanup()
{
    m_dropped.reset();
    m_window.reset();
    m_document.reset();
}

void TestConnect::thePartUnderTheMouseCarriesAHandle()
{
    QVERIFY(m_gesture->handleOf(u"edge"_qs).isNull());
    const QImage without = m_view->grab().toImage();
    QTest::mouseMove(m_view, middleOf(u"edge"_qs));
    const QRect edge = m_view->partRect(u"edge"_qs);
    const QRect handle = m_gesture->handleOf(u"edge"_qs);
    QVERIFY(handle.width() >= 12 && handle.height() >= 12);
    QVERIFY((handle.center() - QPoint(edge.right(), edge.center().y())).manhattanLength() <= 3);
    QVERIFY(m_view->grab().toImage().copy(handle) != without.copy(handle));
    QTest::mouseMove(m_view, {3, 3});
    QVERIFY(m_gesture->handleOf(u"edge"_qs).isNull());
}

void TestConnect::theSelectedPartCarriesOne()
{
    m_document->setSelection(u"edge"_qs);
    QVERIFY(!m_gesture->handleOf(u"edge"_qs).isNull());
    m_document->setSelection(u"jobs-1"_qs); // a node stands for its group
    QVERIFY(!m_gesture->handleOf(u"jobs"_qs).isNull());
    QVERIFY(m_gesture->handleOf(u"edge"_qs).isNull());
    m_view->setSelectedParts({u"edge"_qs, u"jobs"_qs}); // a connection comes from one
    QVERIFY(m_gesture->handleOf(u"jobs"_qs).isNull());
}

void TestConnect::whatHasNoTargetsCarriesNone()
{
    for (const QString& part : {u"web"_qs, u"orders"_qs, u"clients"_qs}) {
        QTest::mouseMove(m_view, middleOf(part));
        QVERIFY(m_gesture->handleOf(part).isNull());
        m_document->setSelection(part);
        QVERIFY(m_gesture->handleOf(part).isNull());
    }
}

void TestConnect::aHandleIsHeldBesideItsPart()
{
    const QPoint handle = handleOf(u"edge"_qs);
    const QPoint beside(m_view->partRect(u"edge"_qs).right() + 6, handle.y());
    QTest::mouseMove(m_view, beside);
    QVERIFY(!m_gesture->handleOf(u"edge"_qs).isNull());
    QCOMPARE(m_view->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseMove(m_view, middleOf(u"orders"_qs));
    QVERIFY(m_gesture->handleOf(u"edge"_qs).isNull());
    QCOMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
}

void TestConnect::aLineIsDroppedOnATarget()
{
    const Viewport before = m_view->viewport();
    draw(u"jobs"_qs, middleOf(u"orders"_qs));
    QCOMPARE(m_dropped->size(), 1);
    QCOMPARE(m_dropped->at(0).at(0).toString(), u"jobs"_qs);
    QCOMPARE(m_dropped->at(0).at(1).toString(), u"orders"_qs);
    QCOMPARE(m_dropped->at(0).at(2).toPoint(), m_view->mapToGlobal(middleOf(u"orders"_qs)));
    QVERIFY(!m_gesture->line());
    QCOMPARE(m_view->viewport(), before); // nothing was panned, and nothing selected
    QCOMPARE(m_document->selection(), QString());
}

void TestConnect::aNodeStandsForItsGroup()
{
    draw(u"edge"_qs, middleOf(u"jobs-2"_qs));
    QCOMPARE(m_dropped->size(), 1);
    QCOMPARE(m_dropped->at(0).at(1).toString(), u"jobs"_qs);
}

void TestConnect::elsewhereItIsDroppedInVain()
{
    for (const QPoint& to : {middleOf(u"orders"_qs), middleOf(u"clients"_qs), middleOf(u"edge"_qs), QPoint(3, 3)}) {
        draw(u"edge"_qs, to);
        QVERIFY(!m_gesture->line());
    }
    QVERIFY(m_dropped->isEmpty());
}

void TestConnect::escapeLetsGo()
{
    m_document->setSelection(u"web"_qs);
    begin(u"edge"_qs, middleOf(u"jobs"_qs));
    QVERIFY(m_gesture->line());
    QTest::keyClick(m_view, Qt::Key_Escape);
    QVERIFY(!m_gesture->line());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, middleOf(u"jobs"_qs));
    QVERIFY(m_dropped->isEmpty());
    QCOMPARE(m_document->selection(), u"web"_qs);
    QCOMPARE(m_view->cursor().shape(), Qt::ArrowCursor);
}

void TestConnect::aClickIsNoLine()
{
    QSignalSpy clicked(m_gesture, &ConnectGesture::clicked);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, handleOf(u"edge"_qs));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.at(0).at(0).toString(), u"edge"_qs);
    draw(u"edge"_qs, {3, 3}); // let go of over nothing
    QCOMPARE(clicked.size(), 1);
    QVERIFY(m_dropped->isEmpty());
}

void TestConnect::whatItMeansIsSaidOnTheWay()
{
    begin(u"edge"_qs, middleOf(u"orders"_qs));
    QVERIFY(m_gesture->line());
    QCOMPARE(m_gesture->line()->targets, QSet<QString>{u"jobs"_qs});
    QCOMPARE(m_gesture->line()->words, u"edge and orders"_qs);
    QVERIFY(!m_gesture->line()->isLegal());
    QCOMPARE(m_view->cursor().shape(), Qt::ForbiddenCursor);
    const QImage refused = m_view->grab().toImage();
    QTest::mouseMove(m_view, middleOf(u"jobs"_qs));
    QCOMPARE(m_gesture->line()->words, u"edge and jobs"_qs);
    QVERIFY(m_gesture->line()->isLegal());
    QCOMPARE(m_view->cursor().shape(), Qt::CrossCursor);
    QVERIFY(m_view->grab().toImage() != refused);
    QTest::mouseMove(m_view, middleOf(u"edge"_qs)); // back where it comes from
    QVERIFY(m_gesture->line()->words.isEmpty());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, middleOf(u"edge"_qs));
}

void TestConnect::theViewGoesAlong()
{
    const double origin = m_view->viewport().origin.y();
    const QPoint edge(m_view->width() / 2, m_view->height() - 2);
    begin(u"edge"_qs, edge);
    QVERIFY(m_gesture->line());
    const QPointF start = m_gesture->line()->start;
    QTRY_VERIFY(m_view->viewport().origin.y() < origin - 60);
    QCOMPARE(m_gesture->line()->start, start); // it is still at its part
    QTest::mouseMove(m_view, m_view->rect().center());
    QSignalSpy moved(m_view, &DiagramView::viewportChanged);
    QVERIFY(!moved.wait(100));
    QTest::mouseMove(m_view, edge);
    QVERIFY(moved.wait());
    QTest::keyClick(m_view, Qt::Key_Escape);
    moved.clear();
    QVERIFY(!moved.wait(100));
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, edge);
}

void TestConnect::spaceAndShiftMeanWhatTheyAlwaysMean()
{
    const QPoint from = handleOf(u"edge"_qs);
    const QPointF origin = m_view->viewport().origin;
    QTest::keyPress(m_view, Qt::Key_Space);
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view, from + QPoint(40, 30));
    QVERIFY(!m_gesture->line());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, from + QPoint(40, 30));
    QTest::keyRelease(m_view, Qt::Key_Space);
    QCOMPARE(m_view->viewport().origin, origin + QPointF(40, 30));
    const QPoint now = handleOf(u"edge"_qs);
    QTest::mousePress(m_view, Qt::LeftButton, Qt::ShiftModifier, now);
    QVERIFY(!m_gesture->line());
    QTest::mouseRelease(m_view, Qt::LeftButton, Qt::ShiftModifier, now);
}

void TestConnect::aLineEndsWithWhatItComesFrom()
{
    begin(u"edge"_qs, middleOf(u"jobs"_qs));
    QVERIFY(m_gesture->line()->isLegal());
    // Somebody connects them meanwhile, and another box comes.
    m_guide.targets.remove(u"edge"_qs);
    m_blueprint.databases.append({u"copy"_qs, u"postgresql"_qs, sample::image(u"1"_qs), true, 0});
    sample::tell(*m_document, m_blueprint, sample::up(m_blueprint));
    m_blueprint = shopWithJobs();
    QVERIFY(!m_gesture->line());
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, middleOf(u"jobs"_qs));
    QVERIFY(m_dropped->isEmpty());
}

void TestConnect::drawingPaintsNoNewFrame()
{
    const QPoint from = handleOf(u"edge"_qs);
    m_view->grab();
    const int frames = m_view->framesPainted();
    const qint64 pixels = m_view->pixelsPainted();
    QTest::mousePress(m_view, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step) {
        QTest::mouseMove(m_view, from + step * (middleOf(u"jobs"_qs) - from) / 10);
        m_view->grab();
    }
    QCOMPARE(m_view->framesPainted(), frames);
    QCOMPARE(m_view->pixelsPainted(), pixels);
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, middleOf(u"jobs"_qs));
    QCOMPARE(m_dropped->size(), 1);
}

void TestConnect::placesAsValues()
{
    const QSize view(1000, 800);
    QCOMPARE(handlePlace({100, 100, 200, 100}, view).center(), QPoint(300, 150));
    QVERIFY(handlePlace({100, 100, 31, 100}, view).isNull()); // too small to carry one
    QVERIFY(handlePlace({100, 100, 200, 31}, view).isNull());
    QVERIFY(handlePlace({-300, 100, 200, 100}, view).isNull()); // out of sight
    // Of what is seen: a tall group, and one that goes on beyond the edge.
    QCOMPARE(handlePlace({100, 200, 200, 2000}, view).center(), QPoint(300, 500));
    const QRect beyond = handlePlace({900, 100, 400, 100}, view);
    QVERIFY(QRect(QPoint(), view).contains(handleReach(beyond)));
    const QRect place = handlePlace({100.4, 100.3, 200.2, 100.9}, view);
    QCOMPARE(place.width() % 2, 1);
    QVERIFY(handleReach(place).contains(place) && handleReach(place).width() >= 20);
    const Scene& scene = m_view->scene();
    QCOMPARE(connectedBox(scene, scene.firstOf(u"web-1"_qs)), scene.firstOf(u"web"_qs));
    QCOMPARE(connectedBox(scene, scene.firstOf(u"orders"_qs)), scene.firstOf(u"orders"_qs));
    QCOMPARE(connectedBox(scene, scene.firstOf(u"clients"_qs)), -1);
    QCOMPARE(connectedBox(scene, -1), -1);
}

QTEST_MAIN(TestConnect)
#include "tst_connect.moc"
