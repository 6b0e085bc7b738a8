// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/ui/diagram/many_nodes.h"
#include "tests/ui/diagram/told.h"
#include "ui/diagram/diagram_view.h"
#include "ui/diagram/minimap.h"
#include "ui/diagram/minimap_picture.h"

#include <QTest>

using namespace snowmelt;

namespace {

FleetState seenNow(FleetState fleet)
{
    fleet.observedAt = QDateTime::currentDateTimeUtc();
    return fleet;
}

int countOf(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == color;
    return count;
}

} // namespace

/// The overview in the corner of a diagram.
class TestMinimap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void hidesWhileEverythingIsInSight();
    void aClickBringsAPlaceToTheMiddle();
    void theFrameIsDragged();
    void movingPaintsNoNewPicture();
    void newHealthAndAFilterShow();
    void oneThatIsDownIsSeenAmongThousands();
    void everythingHasItsPlace();
    void itGoesWhereLeastIsUnderIt();

private:
    Blueprint m_blueprint;
    std::unique_ptr<FleetDocument> m_document;
    std::unique_ptr<DiagramView> m_view;
    Minimap* m_map = nullptr;
};

/// More than a screen holds at 100 %.
void TestMinimap::init()
{
    m_view.reset();
    m_blueprint = sample::large(12'000);
    m_document = std::make_unique<FleetDocument>();
    m_view = std::make_unique<DiagramView>(m_document.get());
    m_map = new Minimap(m_view.get());
    m_view->resize(1000, 700);
    m_view->show();
    sample::tell(*m_document, m_blueprint, seenNow(sample::up(m_blueprint)));
    QVERIFY(QTest::qWaitFor([this] { return !m_view->scene().isEmpty() && m_view->isSharp(); }, 60'000));
}

void TestMinimap::hidesWhileEverythingIsInSight()
{
    QVERIFY(!m_map->isVisible());
    m_view->resetZoom();
    QVERIFY(m_map->isVisible());
    QVERIFY(m_view->rect().contains(m_map->geometry()));
    m_map->setWanted(false);
    QVERIFY(!m_map->isVisible());
    m_map->setWanted(true);
    QVERIFY(m_map->isVisible());
    m_view->resize(300, 200);
    QVERIFY(!m_map->isVisible()); // it would be in the way
    m_view->resize(1000, 700);
    m_view->zoomToFit();
    QVERIFY(!m_map->isVisible());
}

void TestMinimap::aClickBringsAPlaceToTheMiddle()
{
    m_view->resetZoom();
    int jumps = 0;
    connect(m_map, &Minimap::jumping, this, [&] { ++jumps; });
    const QRectF bounds = m_view->scene().diagram().bounds;
    const Viewport place = wholeIn(bounds, QSizeF(160, 96));
    for (const double part : {0.3, 0.5, 0.8}) {
        const QPoint at =
            (place.toView(bounds.topLeft() + QPointF(bounds.width(), bounds.height()) * part) + QPointF(6, 6))
                .toPoint();
        const QPointF wanted = m_map->toDiagram(at);
        QTest::mouseClick(m_map, Qt::LeftButton, {}, at);
        const QPointF middle = m_view->viewport().toDiagram(QPointF(500, 350));
        QVERIFY2((middle - wanted).manhattanLength() < 2 || m_map->frameRect().contains(QPointF(at)),
                 qPrintable(QString::number((middle - wanted).manhattanLength())));
        QCOMPARE(m_view->viewport().zoom, 1.0);
    }
    QCOMPARE(jumps, 3);
}

void TestMinimap::theFrameIsDragged()
{
    m_view->setViewport(Viewport{0.2, QPointF(-100, -100)});
    const QPointF held = m_map->frameRect().center();
    const QPointF before = m_view->viewport().origin;
    QTest::mousePress(m_map, Qt::LeftButton, {}, held.toPoint() + QPoint(1, 1));
    QCOMPARE(m_view->viewport().origin, before); // taken hold of, not moved
    QTest::mouseMove(m_map, held.toPoint() + QPoint(11, 7));
    QTest::mouseRelease(m_map, Qt::LeftButton, {}, held.toPoint() + QPoint(11, 7));
    const QPointF moved = m_map->frameRect().center() - held;
    QVERIFY2(std::abs(moved.x() - 10) < 1 && std::abs(moved.y() - 6) < 1,
             qPrintable(QStringLiteral("%1 %2").arg(moved.x()).arg(moved.y())));
    const Viewport after = m_view->viewport();
    QTest::mouseMove(m_map, QPoint(20, 20)); // let go of
    QCOMPARE(m_view->viewport(), after);
}

void TestMinimap::movingPaintsNoNewPicture()
{
    m_view->resetZoom();
    m_map->grab();
    const int made = m_map->picturesPainted();
    for (int i = 0; i < 40; ++i) {
        Viewport next = m_view->viewport();
        next.origin += QPointF(-7, -3);
        next.zoom *= 0.99;
        m_view->setViewport(next);
        m_view->grab();
    }
    QCOMPARE(m_map->picturesPainted(), made);
}

void TestMinimap::newHealthAndAFilterShow()
{
    m_view->resetZoom();
    const QImage before = m_map->grab().toImage();
    FleetState fleet = sample::up(m_blueprint);
    for (NodeState& node : fleet.groups[3].nodes)
        node.health = Health::Down;
    sample::observe(*m_document, seenNow(fleet));
    QTRY_VERIFY_WITH_TIMEOUT(countOf(m_map->grab().toImage(), Theme::light().red) > countOf(before, Theme::light().red),
                             30'000);
    const QImage ill = m_map->grab().toImage();
    m_view->setDimmed(QBitArray(m_view->scene().size(), true));
    QTRY_VERIFY(m_map->grab().toImage() != ill);
    QCOMPARE(countOf(m_map->grab().toImage(), Theme::light().red), 0);
}

void TestMinimap::oneThatIsDownIsSeenAmongThousands()
{
    FleetState fleet = sample::up(m_blueprint);
    fleet.groups[1].nodes[5].health = Health::Down;
    const Scene scene(std::make_shared<const Diagram>(layoutFleet(m_blueprint, fleet)));
    const Viewport place = wholeIn(scene.diagram().bounds, QSizeF(160, 96));
    for (const double ratio : {1.0, 2.0}) {
        const QImage picture = minimapPicture(scene, {}, place, {160, 96}, ratio);
        QCOMPARE(picture.size(), QSize(160, 96) * ratio);
        QVERIFY(countOf(picture, Theme::light().red) >= 9 * int(ratio * ratio));
    }
}

void TestMinimap::everythingHasItsPlace()
{
    const QRectF bounds(-300, 200, 4000, 90'000'000); // far more than any zoom of the view
    const Viewport place = wholeIn(bounds, QSizeF(160, 96));
    const QRectF shown = place.toView(bounds);
    QVERIFY(QRectF(-0.01, -0.01, 160.02, 96.02).contains(shown));
    QVERIFY(std::abs(shown.center().x() - 80) < 0.01);
    QVERIFY(std::abs(shown.height() - 96) < 0.01);
    QCOMPARE(wholeIn(QRectF(), QSizeF(160, 96)), Viewport());
}

void TestMinimap::itGoesWhereLeastIsUnderIt()
{
    const QSizeF view(1000, 700), size(160, 96);
    const auto best = [&](MapCorner now, const QList<QRectF>& boxes) {
        return leastCovering(now, boxes, view, size, 16);
    };
    const auto at = [&](MapCorner corner) { return cornerRect(corner, view, size, 16); };
    QCOMPARE(at(MapCorner::BottomLeft), QRectF(16, 588, 160, 96));
    QCOMPARE(at(MapCorner::TopRight), QRectF(824, 16, 160, 96));
    const QRectF low = at(MapCorner::BottomLeft);
    const QRectF high = at(MapCorner::TopLeft);
    QCOMPARE(best(MapCorner::BottomLeft, {}), MapCorner::BottomLeft);
    QCOMPARE(best(MapCorner::BottomLeft, {low}), MapCorner::TopLeft);
    QCOMPARE(best(MapCorner::BottomLeft, {low, high}), MapCorner::TopRight);
    // A little under it is no reason to leave, and nothing under another no reason to return.
    QCOMPARE(best(MapCorner::BottomLeft, {QRectF(low.topLeft(), QSizeF(20, 96))}), MapCorner::BottomLeft);
    QCOMPARE(best(MapCorner::TopLeft, {}), MapCorner::TopLeft);
}

QTEST_MAIN(TestMinimap)
#include "tst_minimap.moc"
