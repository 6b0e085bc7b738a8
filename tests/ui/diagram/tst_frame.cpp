// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/ui/diagram/many_nodes.h"
#include "ui/diagram/frame_cache.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace snowmelt;

namespace {

constexpr QSize viewSize(480, 320);

std::shared_ptr<const Diagram> shared(Diagram diagram)
{
    return std::make_shared<const Diagram>(std::move(diagram));
}

Scene sceneOf(const Blueprint& blueprint, const FleetState& fleet)
{
    return Scene(shared(layoutFleet(blueprint, fleet)));
}

struct Shown
{
    QImage image;
    bool sharp = false;
};

Shown shown(FrameCache& cache, const Scene& scene, const DiagramLook& look, const Viewport& viewport, double ratio,
            bool hurried = false)
{
    Shown result{QImage((QSizeF(viewSize) * ratio).toSize(), QImage::Format_RGB32), false};
    result.image.setDevicePixelRatio(ratio);
    QPainter painter(&result.image);
    result.sharp = cache.paint(&painter, scene, look, viewport, viewSize, hurried);
    return result;
}

/// What a cache that has never painted anything shows.
QImage afresh(const Scene& scene, const DiagramLook& look, const Viewport& viewport, double ratio)
{
    FrameCache cache;
    return shown(cache, scene, look, viewport, ratio).image;
}

/// Once the hand rests.
QImage settled(FrameCache& cache, const Scene& scene, const DiagramLook& look, const Viewport& viewport, double ratio)
{
    for (int turn = 0; turn < 10000; ++turn) {
        const Shown now = shown(cache, scene, look, viewport, ratio);
        if (now.sharp)
            return now.image;
        while (!cache.paintAhead(scene, look))
            ++turn;
    }
    return {};
}

QString difference(const QImage& a, const QImage& b)
{
    int count = 0;
    QRect where;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.pixel(x, y) != b.pixel(x, y)) {
                ++count;
                where |= QRect(x, y, 1, 1);
            }
    return QString::asprintf("%d pixels within %d,%d %dx%d", count, where.x(), where.y(), where.width(),
                             where.height());
}

/// A hand that pans, zooms and jumps.
class Hand
{
public:
    Hand(quint32 seed, const QRectF& bounds) : m_random(seed), m_bounds(bounds) { viewport.fit(bounds, viewSize); }

    void move()
    {
        const int what = m_random.bounded(8);
        if (what == 0)
            viewport.fit(m_bounds, viewSize);
        else if (what <= 2)
            viewport.zoomAt({m_random.bounded(480.0), m_random.bounded(320.0)},
                            std::pow(1.25, m_random.bounded(-4, 5)));
        else
            viewport.origin += QPointF(m_random.bounded(240.0) - 120, m_random.bounded(160.0) - 80);
        viewport.keepInSight(m_bounds, viewSize);
    }
    Viewport viewport;

private:
    QRandomGenerator m_random;
    QRectF m_bounds;
};

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movedIsAsPaintedAfresh_data();
    void movedIsAsPaintedAfresh();
    void anyBandIsPartOfTheWhole_data();
    void anyBandIsPartOfTheWhole();
    void bandsAreAsPaintedAfresh();
    void newMarksAreAsPaintedAfresh();
    void newTrafficIsAsPaintedAfresh();
    void whatComesAndGoesIsAsPaintedAfresh();
    void aPanPaintsOnlyWhatIsUncovered();
    void oneNodePaintsOnlyItsPlace();
    void oneMoreNodePaintsOnlyItsPlace();
    void hurriedZoomPaintsNothing();
};

void TestFrame::movedIsAsPaintedAfresh_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<double>("ratio");
    QTest::addColumn<int>("mode");
    for (int nodes : {3, 60, 900})
        for (double ratio : {1.0, 1.5, 2.0})
            QTest::addRow("%d nodes at %.1f", nodes, ratio) << nodes << ratio << (nodes + int(ratio * 2)) % 3;
}

void TestFrame::movedIsAsPaintedAfresh()
{
    QFETCH(int, nodes);
    QFETCH(double, ratio);
    QFETCH(int, mode);
    const Blueprint blueprint = nodes < 10 ? sample::shop(nodes) : sample::large(nodes);
    FleetState fleet = nodes < 10 ? sample::swapping(blueprint) : sample::lived(blueprint, 3);
    const Scene scene = sceneOf(blueprint, fleet);
    const DiagramLook look{&Theme::of(nodes == 60), DiagramMode(mode), {}};
    FrameCache cache;
    Hand hand(quint32(nodes), scene.diagram().bounds);
    for (int step = 0; step < 30; ++step) {
        hand.move();
        const QImage kept = settled(cache, scene, look, hand.viewport, ratio);
        const QImage fresh = afresh(scene, look, hand.viewport, ratio);
        QVERIFY2(kept == fresh, qPrintable(QString::number(step) + u": zoom " + QString::number(hand.viewport.zoom) +
                                           u", " + difference(kept, fresh)));
    }
}

void TestFrame::anyBandIsPartOfTheWhole_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<double>("ratio");
    for (int nodes : {60, 900})
        for (double ratio : {1.0, 1.5, 2.0})
            QTest::addRow("%d nodes at %.1f", nodes, ratio) << nodes << ratio;
}

/// Wherever it begins: what a band paints is what is there in the whole.
void TestFrame::anyBandIsPartOfTheWhole()
{
    QFETCH(int, nodes);
    QFETCH(double, ratio);
    const Blueprint blueprint = sample::large(nodes);
    const Scene scene = sceneOf(blueprint, sample::lived(blueprint, 3));
    const DiagramLook look{&Theme::light(), DiagramMode::Drift, {}};
    Viewport viewport;
    viewport.fit(scene.diagram().bounds, viewSize);
    const PixelMap map = PixelMap::of(viewport, ratio);
    const auto painted = [&](const QRect& rect) {
        QImage image(rect.size(), QImage::Format_RGB32);
        PixelMap moved = map;
        moved.origin -= rect.topLeft();
        QPainter painter(&image);
        ScenePainter().paint(&painter, scene, look, moved, image.rect());
        return image;
    };
    constexpr int rim = 4;
    constexpr int height = 24;
    const QRect all(QPoint(), (QSizeF(viewSize) * ratio).toSize());
    const QImage whole = painted(all);
    for (int top = 0; top + height <= all.height(); ++top) {
        const QRect shown(0, top, all.width(), height);
        const QImage band = painted(shown.adjusted(-rim, -rim, rim, rim)).copy(rim, rim, all.width(), height);
        const QImage there = whole.copy(shown);
        QVERIFY2(band == there, qPrintable(QString::number(top) + u": " + difference(band, there)));
    }
}

/// So little time that each turn paints one band.
void TestFrame::bandsAreAsPaintedAfresh()
{
    const Blueprint blueprint = sample::large(900);
    const Scene scene = sceneOf(blueprint, sample::lived(blueprint, 5));
    const DiagramLook look;
    FrameCache cache;
    cache.setTurn(0.05);
    Hand hand(11, scene.diagram().bounds);
    shown(cache, scene, look, hand.viewport, 1);
    int turns = 0;
    for (int step = 0; step < 12; ++step) {
        hand.viewport.zoomAt({240, 160}, step % 2 ? 1.5 : 0.8);
        QVERIFY(!shown(cache, scene, look, hand.viewport, 1).sharp);
        do
            ++turns;
        while (!cache.paintAhead(scene, look));
        const Shown now = shown(cache, scene, look, hand.viewport, 1);
        QVERIFY(now.sharp);
        const QImage fresh = afresh(scene, look, hand.viewport, 1);
        QVERIFY2(now.image == fresh, qPrintable(difference(now.image, fresh)));
    }
    QVERIFY2(turns > 24, qPrintable(QString::number(turns)));
}

void TestFrame::newMarksAreAsPaintedAfresh()
{
    const Blueprint blueprint = sample::large(600);
    QRandomGenerator random(9);
    for (double zoom : {0.05, 0.2, 0.5, 1.0, 1.7}) {
        FleetState fleet = sample::lived(blueprint, 3);
        Scene scene = sceneOf(blueprint, fleet);
        FrameCache cache;
        Viewport viewport{zoom, {}};
        viewport.reveal(scene.rect(scene.firstOf(u"web-3"_qs)), viewSize);
        settled(cache, scene, {}, viewport, 1);
        for (int step = 0; step < 6; ++step) {
            for (GroupState& group : fleet.groups) {
                group.nodes[random.bounded(int(group.nodes.size()))].health = Health(random.bounded(5));
                group.nodes[random.bounded(int(group.nodes.size()))].driftCount = random.bounded(9);
                group.nodes[random.bounded(int(group.nodes.size()))].driftHidden = random.bounded(3);
            }
            const auto next = shared(layoutFleet(blueprint, fleet));
            const SceneChange change = differences(scene.diagram(), *next);
            QVERIFY(!change.geometry);
            cache.invalidate(scene.update(next, change));
            const QImage kept = settled(cache, scene, {}, viewport, 1);
            const QImage fresh = afresh(scene, {}, viewport, 1);
            QVERIFY2(kept == fresh, qPrintable(QString::number(zoom) + u": " + difference(kept, fresh)));
        }
    }
}

/// Words grow and shrink, and lines with them.
void TestFrame::newTrafficIsAsPaintedAfresh()
{
    const Blueprint blueprint = sample::shop(3);
    for (double zoom : {0.5, 0.7, 1.0, 1.7}) {
        Scene scene = sceneOf(blueprint, sample::swapping(blueprint, 1234567));
        FrameCache cache;
        Viewport viewport{zoom, {}};
        const auto draining = [](const DiagramEdge& edge) { return edge.labelled && edge.idle() && edge.sessions > 9; };
        const QList<DiagramEdge>& edges = scene.diagram().edges;
        const auto words = std::find_if(edges.begin(), edges.end(), draining);
        QVERIFY(words != edges.end());
        viewport.origin = QPointF(240, 160) - words->labelAt * zoom;
        settled(cache, scene, {}, viewport, 1);
        for (const int sessions : {3, 12, 7654321}) {
            const auto next = shared(layoutFleet(blueprint, sample::swapping(blueprint, sessions)));
            const SceneChange change = differences(scene.diagram(), *next);
            cache.invalidate(scene.update(next, change));
            const QImage kept = settled(cache, scene, {}, viewport, 1);
            const QImage fresh = afresh(scene, {}, viewport, 1);
            QVERIFY2(kept == fresh, qPrintable(QString::number(zoom) + u": " + difference(kept, fresh)));
        }
        viewport.origin -= QPointF(360, 20); // beyond the left side, from where they come in
        settled(cache, scene, {}, viewport, 1);
        for (int step = 0; step < 40; ++step) {
            viewport.origin += QPointF(4, step % 2);
            const QImage kept = settled(cache, scene, {}, viewport, 1);
            const QImage fresh = afresh(scene, {}, viewport, 1);
            QVERIFY2(kept == fresh, qPrintable(QString::number(zoom) + u": " + difference(kept, fresh)));
        }
    }
}

/// Nodes, in the middle and at the end, and groups that stand in another order.
void TestFrame::whatComesAndGoesIsAsPaintedAfresh()
{
    QRandomGenerator random(4);
    for (double zoom : {0.05, 0.2, 0.5, 1.0}) {
        Blueprint blueprint = sample::large(400);
        Arrangement arrangement;
        Scene scene = sceneOf(blueprint, sample::up(blueprint));
        FrameCache cache;
        Viewport viewport{zoom, {}};
        viewport.reveal(scene.rect(scene.firstOf(u"web-3"_qs)), viewSize);
        settled(cache, scene, {}, viewport, 1);
        for (int step = 0; step < 10; ++step) {
            Group& group = blueprint.groups[random.bounded(int(blueprint.groups.size()))];
            group.size = std::max(1, group.size + random.bounded(-6, 7));
            if (step == 4)
                blueprint.groups.move(1, 3);
            LaidOut made = layoutFleet(blueprint, sample::up(blueprint), arrangement);
            arrangement = made.arrangement;
            const auto next = shared(std::move(made.diagram));
            const SceneChange change = differences(scene.diagram(), *next);
            cache.invalidate(scene.update(next, change));
            const QImage kept = settled(cache, scene, {}, viewport, 1);
            const QImage fresh = afresh(scene, {}, viewport, 1);
            QVERIFY2(kept == fresh, qPrintable(QString::number(zoom) + u": " + difference(kept, fresh)));
        }
    }
}

void TestFrame::oneMoreNodePaintsOnlyItsPlace()
{
    const Blueprint blueprint = sample::large(900);
    FleetState fleet = sample::up(blueprint);
    Scene scene = sceneOf(blueprint, fleet);
    FrameCache cache;
    Viewport viewport;
    viewport.fit(scene.diagram().bounds, viewSize);
    shown(cache, scene, {}, viewport, 1);
    fleet.groups[2].nodes.removeLast();
    Blueprint less = blueprint;
    --less.groups[2].size;
    const auto next = shared(layoutFleet(less, fleet));
    const SceneChange change = differences(scene.diagram(), *next);
    QVERIFY(change.geometry);
    const qint64 before = cache.pixelsPainted();
    cache.invalidate(scene.update(next, change));
    QVERIFY(shown(cache, scene, {}, viewport, 1).sharp);
    const qint64 painted = cache.pixelsPainted() - before;
    QVERIFY2(painted > 0 && painted < viewSize.width() * viewSize.height() / 3, qPrintable(QString::number(painted)));
}

void TestFrame::aPanPaintsOnlyWhatIsUncovered()
{
    const Blueprint blueprint = sample::large(900);
    const Scene scene = sceneOf(blueprint, sample::lived(blueprint, 5));
    FrameCache cache;
    Viewport viewport;
    viewport.fit(scene.diagram().bounds, viewSize);
    shown(cache, scene, {}, viewport, 1);
    const qint64 before = cache.pixelsPainted();
    viewport.origin += QPointF(20, 0);
    QVERIFY(shown(cache, scene, {}, viewport, 1).sharp);
    QCOMPARE(cache.pixelsPainted() - before, 20 * viewSize.height());
    QCOMPARE(cache.sharpFrames(), 1);
}

void TestFrame::oneNodePaintsOnlyItsPlace()
{
    const Blueprint blueprint = sample::shop(40);
    const Scene scene = sceneOf(blueprint, sample::up(blueprint));
    FrameCache cache;
    Viewport viewport;
    viewport.fit(scene.diagram().bounds, viewSize);
    shown(cache, scene, {}, viewport, 1);
    const qint64 before = cache.pixelsPainted();
    cache.invalidate({{scene.rect(scene.firstOf(u"web-7"_qs))}, {}});
    QVERIFY(shown(cache, scene, {}, viewport, 1).sharp);
    const qint64 painted = cache.pixelsPainted() - before;
    QVERIFY2(painted > 0 && painted < viewSize.width() * viewSize.height() / 10, qPrintable(QString::number(painted)));
}

void TestFrame::hurriedZoomPaintsNothing()
{
    const Blueprint blueprint = sample::large(900);
    const Scene scene = sceneOf(blueprint, sample::lived(blueprint, 5));
    FrameCache cache;
    cache.setTurn(0.01); // anything is too slow
    Viewport viewport;
    viewport.fit(scene.diagram().bounds, viewSize);
    shown(cache, scene, {}, viewport, 1);
    const qint64 before = cache.pixelsPainted();
    viewport.zoomAt({240, 160}, 1.4);
    const Shown zoomed = shown(cache, scene, {}, viewport, 1, true);
    QVERIFY(!zoomed.sharp);
    QCOMPARE(cache.pixelsPainted(), before);
    QVERIFY(zoomed.image.pixelColor(240, 160) == Theme::light().canvas ||
            zoomed.image != afresh(scene, {}, viewport, 1)); // the old one scaled
    const QImage sharp = settled(cache, scene, {}, viewport, 1);
    QVERIFY(sharp == afresh(scene, {}, viewport, 1));
}

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
