// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/ui/diagram/many_nodes.h"
#include "ui/diagram/pencil.h"
#include "ui/diagram/scene/layout_worker.h"
#include "ui/diagram/scene/pixel_map.h"

#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

namespace {

std::shared_ptr<const Diagram> shared(Diagram diagram)
{
    return std::make_shared<const Diagram>(std::move(diagram));
}

QPointF pointIn(const QRectF& area, QRandomGenerator& random)
{
    return area.topLeft() + QPointF(random.generateDouble() * area.width(), random.generateDouble() * area.height());
}

QList<int> sorted(QList<int> values)
{
    std::sort(values.begin(), values.end());
    return values;
}

} // namespace

class TestScene : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatASearchOfAllFinds();
    void namesLeadToBoxes();
    void newHealthIsNoNewGeometry();
    void aNodeMoreIsNewGeometry();
    void pixelsDoNotDependOnTheOrigin();
    void neighboursKeepTheirGap();
    void workerBringsTheLatest();
    void cancelledLayoutIsNotBrought();
    void linksCountAsBoxesDo();
    void anOutcomeTakesOverTheWays();
    void farAwayALineStillSaysWhetherItCarries();
};

void TestScene::findsWhatASearchOfAllFinds()
{
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const auto [blueprint, fleet] = sample::anything(seed);
        const Scene scene(shared(layoutFleet(blueprint, fleet)));
        const Diagram& diagram = scene.diagram();
        QRandomGenerator random(seed);
        const QRectF around = diagram.bounds.adjusted(-200, -200, 200, 200);
        for (int i = 0; i < 200; ++i) {
            const QPointF point = pointIn(around, random);
            QCOMPARE(scene.boxAt(point), diagram.boxAt(point));
            const QRectF area = QRectF(point, pointIn(around, random)).normalized();
            QList<int> found;
            QList<int> expected;
            scene.eachBox(area, [&](int box) { found << box; });
            for (int box = 0; box < scene.size(); ++box)
                if (diagram.boxes[box].rect.intersects(area))
                    expected << box;
            for (int box : expected)
                QVERIFY(found.contains(box));
            QCOMPARE(sorted(found).size(), QSet<int>(found.begin(), found.end()).size()); // each once
            for (int box : found)
                QVERIFY(diagram.boxes[box].rect.adjusted(-1, -1, 1, 1).intersects(area));
        }
    }
}

void TestScene::namesLeadToBoxes()
{
    const Blueprint blueprint = sample::shop();
    const Scene scene(shared(layoutFleet(blueprint, sample::swapping(blueprint))));
    QCOMPARE(scene.firstOf(u"web"_qs), scene.diagram().indexOf(u"web"_qs));
    QCOMPARE(scene.boxesOf(u"web"_qs).size(), 2);
    QCOMPARE(scene.box(scene.boxOfKey(u"web:green"_qs)).side, Side::Green);
    QCOMPARE(scene.box(scene.firstOf(u"web-2"_qs)).part, u"web-2"_qs);
    QCOMPARE(scene.firstOf(u"nobody"_qs), -1);
    QCOMPARE(scene.firstOf(QString()), -1);
}

void TestScene::newHealthIsNoNewGeometry()
{
    const Blueprint blueprint = sample::shop(40);
    FleetState fleet = sample::up(blueprint);
    const auto before = shared(layoutFleet(blueprint, fleet));
    fleet.groups[0].nodes[6].health = Health::Down;
    fleet.groups[0].nodes[9].driftCount = 4;
    const auto after = shared(layoutFleet(blueprint, fleet));
    const SceneChange change = differences(*before, *after);
    QVERIFY(!change.geometry);
    QList<int> expected{after->indexOf(u"web"_qs), after->indexOf(u"web-7"_qs), after->indexOf(u"web-10"_qs)};
    QCOMPARE(change.boxes, sorted(expected));
    Scene scene(before);
    scene.update(after, change);
    QCOMPARE(scene.mark(after->indexOf(u"web-7"_qs)).health, Health::Down);
    QCOMPARE(scene.mark(after->indexOf(u"web-10"_qs)).differences, 4U);
    QVERIFY(differences(*after, *after).isEmpty());
}

void TestScene::aNodeMoreIsNewGeometry()
{
    const auto three = shared(layoutFleet(sample::shop(3), {}));
    const auto four = shared(layoutFleet(sample::shop(4), {}));
    const SceneChange change = differences(*three, *four);
    QVERIFY(change.geometry);
    Scene scene(three);
    scene.update(four, change);
    QVERIFY(scene.firstOf(u"web-4"_qs) >= 0);
}

void TestScene::pixelsDoNotDependOnTheOrigin()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 20000; ++i) {
        const double zoom = 0.004 + random.generateDouble() * 3;
        const PixelMap map = PixelMap::of({zoom, {}}, 1 + random.bounded(3) * 0.5);
        PixelMap moved = map;
        moved.origin += QPoint(random.bounded(-90000, 90000), random.bounded(-90000, 90000));
        const QRectF box(random.bounded(400000) / 4.0, random.bounded(400000) / 4.0, 40, 32);
        QCOMPARE(moved.snapped(box), map.snapped(box).translated(moved.origin - map.origin));
        QCOMPARE(moved.toPixels(box.topLeft()) - QPointF(moved.origin), map.toPixels(box.topLeft()));
        QVERIFY(std::abs(map.zoom() / zoom - 1) < 2e-6);
    }
}

void TestScene::neighboursKeepTheirGap()
{
    for (int permille = 60; permille < 1500; permille += 7) {
        const PixelMap map = PixelMap::of({permille / 1000.0, {}}, 1);
        QSet<int> widths;
        for (int column = 0; column < 50; ++column) {
            const QRect one = map.snapped({column * 48.0, 0, 40, 32});
            const QRect next = map.snapped({(column + 1) * 48.0, 0, 40, 32});
            widths << one.width();
            QVERIFY2(next.left() > one.right() + (one.width() > 2 ? 1 : 0), qPrintable(QString::number(permille)));
        }
        QCOMPARE(widths.size(), 1);
    }
}

void TestScene::workerBringsTheLatest()
{
    LayoutWorker worker;
    QSignalSpy ready(&worker, &LayoutWorker::ready);
    for (int size = 1; size <= 30; ++size) {
        const Blueprint blueprint = sample::shop(size);
        worker.request({blueprint, sample::up(blueprint), {}, nullptr});
    }
    std::optional<LayoutOutcome> last;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            while (std::optional<LayoutOutcome> outcome = worker.take())
                last = std::move(outcome);
            return !worker.busy();
        }(),
        20000);
    QVERIFY(last && last->scene);
    QVERIFY(last->scene->firstOf(u"web-30"_qs) >= 0);
    QVERIFY(!ready.isEmpty() && ready.size() <= 30);
}

void TestScene::cancelledLayoutIsNotBrought()
{
    LayoutWorker worker;
    worker.request({sample::large(20000), {}, {}, nullptr});
    worker.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!worker.busy(), 20000);
    QVERIFY(!worker.take());
}

void TestScene::linksCountAsBoxesDo()
{
    const auto isLong = [](const Blueprint& blueprint) {
        return LayoutRequest{blueprint, {}, {}, nullptr}.isLong() &&
               LayoutRequest{blueprint, sample::up(blueprint), {}, nullptr}.isLong();
    };
    QVERIFY(!isLong(sample::shop()));
    QVERIFY(!isLong(sample::large(1000)));
    QVERIFY(isLong(sample::large(10000)));
    QVERIFY(isLong(sample::linked(60))); // of 300 boxes
}

void TestScene::anOutcomeTakesOverTheWays()
{
    const Blueprint blueprint = sample::linked(12);
    FleetState fleet = sample::up(blueprint);
    const LayoutOutcome first = laidOut({blueprint, fleet, {}, nullptr});
    fleet.groups[3].nodes[0].health = Health::Down;
    const LayoutOutcome next = laidOut({blueprint, fleet, first.arrangement, first.diagram, first.ways});
    QVERIFY(!next.change.geometry);
    QCOMPARE(next.change.boxes.size(), 2); // the node and its group
    QVERIFY(next.ways == first.ways);
    fleet.groups[3].nodes.removeLast();
    Blueprint less = blueprint;
    --less.groups[3].size;
    less.groups[3].uses.clear();
    const LayoutOutcome other = laidOut({less, fleet, next.arrangement, next.diagram, next.ways});
    QVERIFY(other.ways != next.ways);
}

void TestScene::farAwayALineStillSaysWhetherItCarries()
{
    TextPainter text;
    const Pencil far{nullptr, Theme::light(), text, DiagramMode::Health, {}, 0.1};
    DiagramEdge edge;
    QVERIFY(edgePen(far, edge).style() != Qt::SolidLine);
    edge.share = 1;
    QCOMPARE(edgePen(far, edge).style(), Qt::SolidLine);
    edge.unseen = true;
    QVERIFY(edgePen(far, edge).style() != Qt::SolidLine);
    edge = {};
    edge.kind = EdgeKind::Pair; // its dashes say no more than what it is
    QCOMPARE(edgePen(far, edge).style(), Qt::SolidLine);
}

QTEST_GUILESS_MAIN(TestScene)
#include "tst_scene.moc"
