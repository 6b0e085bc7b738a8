// SPDX-License-Identifier: GPL-3.0-or-later
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

QTEST_APPLESS_MAIN(TestViewport)
#include "tst_viewport.moc"
