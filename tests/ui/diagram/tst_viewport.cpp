// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/flight.h"
#include "ui/diagram/viewport.h"

#include <QTest>

using namespace snowmelt;

class TestViewport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void zoomKeepsWhatIsUnderTheCursor();
    void zoomHasLimits();
    void fitShowsEverythingAtMostFull();
    void draggingAwayLeavesAPieceInSight();
    void revealMovesAsLittleAsNeeded();
    void nothingFitsNowhere();
    void aLargeDiagramMayBeSeenFromFartherAway();
    void aFlightEndsWhereItShould();
    void aLongFlightShowsBothEnds();
};

void TestViewport::zoomKeepsWhatIsUnderTheCursor()
{
    Viewport viewport{1, {40, 60}};
    const QPointF cursor(320, 200);
    const QPointF held = viewport.toDiagram(cursor);
    viewport.zoomAt(cursor, 1.25);
    QCOMPARE(viewport.zoom, 1.25);
    QCOMPARE(viewport.toView(held), cursor);
    viewport.zoomAt(cursor, 0.3);
    QCOMPARE(viewport.toView(held), cursor);
}

void TestViewport::zoomHasLimits()
{
    Viewport viewport;
    viewport.zoomAt({10, 10}, 1e6);
    QCOMPARE(viewport.zoom, Viewport::highest);
    viewport.zoomAt({10, 10}, 1e-6);
    QCOMPARE(viewport.zoom, Viewport::lowest);
}

void TestViewport::fitShowsEverythingAtMostFull()
{
    Viewport viewport;
    viewport.fit({-24, -24, 400, 200}, {1000, 800});
    QCOMPARE(viewport.zoom, 1.0);
    QCOMPARE(viewport.toView(QRectF(-24, -24, 400, 200)).center(), QPointF(500, 400));
    viewport.fit({0, 0, 4000, 400}, {1000, 800});
    QCOMPARE(viewport.zoom, 0.25);
    QVERIFY(QRectF(0, 0, 1000, 800).contains(viewport.toView(QRectF(0, 0, 4000, 400))));
}

void TestViewport::draggingAwayLeavesAPieceInSight()
{
    const QRectF bounds(0, 0, 400, 300);
    const QSizeF view(800, 600);
    for (const QPointF& far : {QPointF(1e5, 0), QPointF(-1e5, 0), QPointF(0, 1e5), QPointF(0, -1e5)}) {
        Viewport viewport{1, far};
        viewport.keepInSight(bounds, view);
        QVERIFY(viewport.toView(bounds).intersects(QRectF(QPointF(), view)));
    }
    Viewport near{1, {100, 50}};
    near.keepInSight(bounds, view);
    QCOMPARE(near.origin, QPointF(100, 50));
}

void TestViewport::revealMovesAsLittleAsNeeded()
{
    Viewport viewport;
    viewport.reveal({100, 100, 200, 60}, {800, 600});
    QCOMPARE(viewport.origin, QPointF(0, 0));
    viewport.reveal({900, 100, 200, 60}, {800, 600});
    QVERIFY(QRectF(0, 0, 800, 600).contains(viewport.toView(QRectF(900, 100, 200, 60))));
    QCOMPARE(viewport.origin.y(), 0.0);
}

void TestViewport::nothingFitsNowhere()
{
    Viewport viewport{2, {5, 5}};
    viewport.fit({}, {800, 600});
    QCOMPARE(viewport, (Viewport{2, {5, 5}}));
}

void TestViewport::aLargeDiagramMayBeSeenFromFartherAway()
{
    const QSizeF view(1600, 1000);
    QCOMPARE(Viewport::farthestFor({0, 0, 900, 600}, view), Viewport::lowestOfSmall);
    const QRectF hundredThousandNodes(0, 0, 20000, 200000);
    const double farthest = Viewport::farthestFor(hundredThousandNodes, view);
    Viewport viewport;
    viewport.zoomAt({10, 10}, 1e-9, farthest);
    QVERIFY(hundredThousandNodes.height() * viewport.zoom <= view.height());
    viewport.fit(hundredThousandNodes, view);
    QCOMPARE(viewport.zoom, 1000.0 / 200000);
}

void TestViewport::aFlightEndsWhereItShould()
{
    const Viewport from{1, {10, 20}};
    const Viewport to{0.25, {-300, 40}};
    const Flight flight(from, to, {800, 600});
    QCOMPARE(flight.at(1), to);
    QVERIFY(std::abs(flight.at(0).zoom - from.zoom) < 1e-9);
    QVERIFY((flight.at(0).origin - from.origin).manhattanLength() < 1e-6);
    QVERIFY(flight.milliseconds() > 100 && flight.milliseconds() < 500);
}

/// Half-way it is farther out than at either end, so that an eye sees where it goes.
void TestViewport::aLongFlightShowsBothEnds()
{
    const QSizeF view(800, 600);
    Viewport to{1, {-20000, 0}};
    const Flight far({1, {}}, to, view);
    QVERIFY(far.at(0.5).zoom < 0.1);
    to.origin = {-200, 0};
    const Flight near({1, {}}, to, view);
    QCOMPARE(near.at(0.5).zoom, 1.0);
}

QTEST_APPLESS_MAIN(TestViewport)
#include "tst_viewport.moc"
