// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/models/layout/sample_fleets.h"
#include "tests/ui/diagram/vision.h"
#include "ui/diagram/comparison_marks.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/scene/dots.h"
#include "ui/diagram/scene/scene_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace snowmelt;
using namespace snowmelt::test;

namespace {

const QList<Health> everyHealth = {Health::Healthy, Health::Degraded, Health::Down, Health::Draining, Health::Unknown};

FleetState withFirst(const Blueprint& blueprint, Health health)
{
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[0].health = health;
    fleet.balancers[0].node.health = health;
    fleet.databases[0].node.health = health;
    return fleet;
}

/// One box, cut out of the painted diagram.
QImage pictureOf(const Blueprint& blueprint, const FleetState& fleet, const QString& part, bool dark,
                 DiagramMode mode = DiagramMode::Health)
{
    const Diagram diagram = layoutFleet(blueprint, fleet);
    const QRectF rect = diagram.boxes[diagram.indexOf(part)].rect.adjusted(-4, -4, 4, 4);
    QImage image(rect.size().toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(3780);
    image.setDotsPerMeterY(3780);
    image.fill(Theme::of(dark).canvas);
    QPainter painter(&image);
    painter.translate(-rect.topLeft());
    DiagramPainter().paint(&painter, diagram, {&Theme::of(dark), mode, {}}, rect);
    painter.end();
    return image;
}

/// What a mode tells apart. Never scanned looks as unknown does there: of both nobody knows.
QList<SceneMark> marksOf(DiagramMode mode)
{
    QList<SceneMark> marks;
    SceneMark mark;
    mark.kind = BoxKind::Cell;
    mark.drift = DriftMark::Clean;
    for (Health health : everyHealth) {
        mark.health = health;
        marks << mark;
    }
    mark.health = Health::Healthy;
    if (mode == DiagramMode::Drift)
        mark.drift = DriftMark::Drifted;
    mark.otherImage = mode == DiagramMode::Image;
    if (mode != DiagramMode::Health)
        marks << mark;
    return marks;
}

const QList<std::pair<const char*, Vision>> visions = {{"grey", Vision::Grey}, {"deuteranopia", Vision::Deuteranopia}};

} // namespace

class TestStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void healthIsToldApart_data();
    void healthIsToldApart();
    void driftIsAnotherChannel_data();
    void driftIsAnotherChannel();
    void plannedIsNoHealth_data() { driftIsAnotherChannel_data(); }
    void plannedIsNoHealth();
    void driftModeKeepsIllness_data() { driftIsAnotherChannel_data(); }
    void driftModeKeepsIllness();
    void sidesAreToldApart_data() { driftIsAnotherChannel_data(); }
    void sidesAreToldApart();
    void changesAreToldApart_data() { driftIsAnotherChannel_data(); }
    void changesAreToldApart();
    void aGroupOfTwoSidesHasOneRing();
    void dotsAreToldApart_data();
    void dotsAreToldApart();
    void whatIsDownIsSeenFromAnywhere();
    void noNameHidesWhatIsDown();
};

void TestStates::healthIsToldApart_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Vision>("vision");
    const QList<std::tuple<const char*, QString, int>> parts = {{"node", u"web-1"_qs, 3},
                                                                {"cell", u"web-1"_qs, 40},
                                                                {"balancer", u"edge"_qs, 3},
                                                                {"database", u"orders"_qs, 3}};
    for (const auto& [seen, vision] : visions)
        for (bool dark : {false, true})
            for (const auto& [name, part, size] : parts)
                QTest::addRow("%s %s %s", name, dark ? "dark" : "light", seen) << part << size << dark << vision;
}

/// Border and glyph alone tell any two states apart: for cards the text columns are left out of the comparison.
void TestStates::healthIsToldApart()
{
    QFETCH(QString, part);
    QFETCH(int, size);
    QFETCH(bool, dark);
    QFETCH(Vision, vision);
    const Blueprint blueprint = sample::shop(size);
    QList<QImage> pictures;
    for (Health health : everyHealth)
        pictures << pictureOf(blueprint, withFirst(blueprint, health), part, dark);
    for (int a = 0; a < pictures.size(); ++a)
        for (int b = a + 1; b < pictures.size(); ++b) {
            const QImage& one = pictures[a];
            const QRect top(0, 0, one.width(), 10);
            const int border = differing(one, pictures[b], top, vision);
            QVERIFY2(border >= one.width() / 8,
                     qPrintable(QString::asprintf("states %d and %d: border %d", a, b, border)));
            const int all = differing(one, pictures[b], one.rect(), vision);
            QVERIFY2(all >= 60, qPrintable(QString::asprintf("states %d and %d: %d pixels", a, b, all)));
        }
}

void TestStates::driftIsAnotherChannel_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Vision>("vision");
    for (const auto& [seen, vision] : visions)
        for (bool dark : {false, true})
            QTest::addRow("%s %s", dark ? "dark" : "light", seen) << dark << vision;
}

void TestStates::driftIsAnotherChannel()
{
    QFETCH(bool, dark);
    QFETCH(Vision, vision);
    const Blueprint blueprint = sample::shop();
    for (Health health : everyHealth) {
        FleetState fleet = withFirst(blueprint, health);
        const QImage clean = pictureOf(blueprint, fleet, u"web-1"_qs, dark);
        fleet.groups[0].nodes[0].driftCount = 4;
        const QImage drifted = pictureOf(blueprint, fleet, u"web-1"_qs, dark);
        QVERIFY(differing(clean, drifted, clean.rect(), vision) > 20);
        QCOMPARE(differing(clean, drifted, QRect(0, 0, 150, clean.height()), vision), 0);
    }
}

void TestStates::plannedIsNoHealth()
{
    QFETCH(bool, dark);
    QFETCH(Vision, vision);
    const Blueprint blueprint = sample::shop();
    const QImage ghost = pictureOf(blueprint, {}, u"web-1"_qs, dark);
    for (Health health : everyHealth) {
        const QImage there = pictureOf(blueprint, withFirst(blueprint, health), u"web-1"_qs, dark);
        QVERIFY(differing(ghost, there, ghost.rect(), vision) > 60);
    }
}

void TestStates::driftModeKeepsIllness()
{
    QFETCH(bool, dark);
    QFETCH(Vision, vision);
    for (int size : {3, 40}) {
        const Blueprint blueprint = sample::shop(size);
        const auto picture = [&](Health health) {
            return pictureOf(blueprint, withFirst(blueprint, health), u"web-1"_qs, dark, DiagramMode::Drift);
        };
        const QImage healthy = picture(Health::Healthy);
        for (Health health : {Health::Degraded, Health::Down, Health::Unknown})
            QVERIFY(differing(healthy, picture(health), healthy.rect(), vision) > 60);
    }
}

/// Two containers of one deployment differ by more than their hue: by a letter and a word.
void TestStates::sidesAreToldApart()
{
    QFETCH(bool, dark);
    QFETCH(Vision, vision);
    const Blueprint blueprint = sample::shop();
    const auto headOf = [&](Side first) {
        FleetState fleet = sample::swapping(blueprint);
        for (NodeState& node : fleet.groups[0].nodes) {
            const bool isFirst = node.name <= u"web-3";
            node = sample::running(node.name, node.group, node.role, sample::image(u"1.0.0"_qs));
            node.side = isFirst == (first == Side::Blue) ? Side::Blue : Side::Green;
        }
        const Diagram diagram = layoutFleet(blueprint, fleet);
        const int box = diagram.boxes[diagram.indexOf(u"web-1"_qs)].container;
        const QRectF head(diagram.boxes[box].rect.topLeft(), QSizeF(160, 40));
        QImage image(head.size().toSize(), QImage::Format_RGB32);
        QPainter painter(&image);
        painter.translate(-head.topLeft());
        DiagramPainter().paint(&painter, diagram, {&Theme::of(dark), DiagramMode::Health, {}}, head);
        return image;
    };
    const QImage blue = headOf(Side::Blue);
    QVERIFY(differing(blue, headOf(Side::Green), blue.rect(), vision) >= 60);
}

void TestStates::changesAreToldApart()
{
    QFETCH(bool, dark);
    QFETCH(Vision, vision);
    QList<QImage> pictures;
    for (Change change : {Change::Same, Change::Added, Change::Removed, Change::Changed}) {
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Theme::of(dark).panel);
        QPainter painter(&image);
        if (change != Change::Same)
            ComparisonMarks::paintBadge(&painter, change, {10, 10}, 16, Theme::of(dark));
        painter.end();
        pictures << image;
    }
    for (int a = 0; a < pictures.size(); ++a)
        for (int b = a + 1; b < pictures.size(); ++b)
            QVERIFY2(differing(pictures[a], pictures[b], pictures[a].rect(), vision) >= 6,
                     qPrintable(QString::asprintf("changes %d and %d", a, b)));
}

void TestStates::aGroupOfTwoSidesHasOneRing()
{
    const Blueprint blueprint = sample::shop();
    const Diagram diagram = layoutFleet(blueprint, sample::swapping(blueprint));
    QImage image(diagram.bounds.size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.translate(-diagram.bounds.topLeft());
    DiagramPainter::paintRing(&painter, Scene(std::make_shared<const Diagram>(diagram)), u"web"_qs, QPen(Qt::black, 3));
    painter.end();
    const int blue = diagram.indexOf(u"web"_qs);
    const int green = diagram.boxes[diagram.indexOf(u"web-4"_qs)].container;
    QVERIFY(diagram.boxes[green].key == u"web:green" && diagram.boxes[blue].key == u"web:blue");
    const int x = int(diagram.boxes[blue].rect.center().x() - diagram.bounds.left());
    int inked = 0; // down a line through both sides: the ring's top and bottom alone
    for (int y = 1; y < image.height(); ++y)
        inked += image.pixel(x, y) != image.pixel(x, y - 1) && image.pixelColor(x, y).lightness() < 64;
    QCOMPARE(inked, 2);
}

void TestStates::dotsAreToldApart_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<DiagramMode>("mode");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<Vision>("vision");
    for (const auto& [seen, vision] : visions)
        for (bool dark : {false, true})
            for (DiagramMode mode : {DiagramMode::Health, DiagramMode::Drift, DiagramMode::Image})
                for (const QSize& size : {QSize(4, 4), QSize(6, 5), QSize(8, 7)})
                    QTest::addRow("%dx%d mode %d %s %s", size.width(), size.height(), int(mode),
                                  dark ? "dark" : "light", seen)
                        << size << mode << dark << vision;
}

void TestStates::dotsAreToldApart()
{
    QFETCH(QSize, size);
    QFETCH(DiagramMode, mode);
    QFETCH(bool, dark);
    QFETCH(Vision, vision);
    const Theme& theme = Theme::of(dark);
    QList<QImage> pictures;
    for (const SceneMark& mark : marksOf(mode)) {
        QImage image(16, 16, QImage::Format_RGB32);
        image.fill(theme.group);
        QPainter painter(&image);
        Dots dots(theme, mode, 1);
        dots.add(mark, QRect(QPoint(4, 4), size), false);
        dots.paint(&painter, image.rect());
        painter.end();
        pictures << image;
    }
    for (int a = 0; a < pictures.size(); ++a)
        for (int b = a + 1; b < pictures.size(); ++b)
            QVERIFY2(differing(pictures[a], pictures[b], pictures[a].rect(), vision) >=
                         size.width() * size.height() / 4,
                     qPrintable(QString::asprintf("states %d and %d", a, b)));
}

/// One node of 5,000 that is down, at a zoom where a node is less than a pixel.
void TestStates::whatIsDownIsSeenFromAnywhere()
{
    const Blueprint blueprint = sample::shop(5000);
    FleetState fleet = sample::up(blueprint);
    const auto inked = [&] {
        const Scene scene(std::make_shared<const Diagram>(layoutFleet(blueprint, fleet)));
        Viewport viewport;
        viewport.fit(scene.diagram().bounds, {400, 300});
        viewport.zoomAt({200, 150}, 0.3);
        QImage image(400, 300, QImage::Format_RGB32);
        QPainter painter(&image);
        ScenePainter().paint(&painter, scene, {}, PixelMap::of(viewport, 1), image.rect());
        int red = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                red += image.pixelColor(x, y) == Theme::light().red;
        return red;
    };
    QCOMPARE(inked(), 0);
    fleet.groups[0].nodes[2500].health = Health::Down;
    QVERIFY(inked() >= 9);
}

/// Whichever it is, at a zoom where the group has its name over its first rows.
void TestStates::noNameHidesWhatIsDown()
{
    const Blueprint blueprint = sample::shop(60);
    const FleetState well = sample::up(blueprint);
    for (double zoom : {0.12, 0.2})
        for (int node = 0; node < 60; ++node) {
            FleetState fleet = well;
            fleet.groups[0].nodes[node].health = Health::Down;
            const Scene scene(std::make_shared<const Diagram>(layoutFleet(blueprint, fleet)));
            Viewport viewport{zoom, {}};
            viewport.origin = QPointF(200, 150) - scene.rect(scene.firstOf(u"web"_qs)).center() * zoom;
            QImage image(400, 300, QImage::Format_RGB32);
            QPainter painter(&image);
            const PixelMap map = PixelMap::of(viewport, 1);
            ScenePainter().paint(&painter, scene, {}, map, image.rect());
            painter.end();
            const QString name = fleet.groups[0].nodes[node].name;
            const QRect place = map.snapped(scene.rect(scene.firstOf(name)));
            int red = 0;
            for (int y = place.top(); y <= place.bottom(); ++y)
                for (int x = place.left(); x <= place.right(); ++x)
                    red += image.pixelColor(x, y) == Theme::light().red;
            QVERIFY2(red >= 9, qPrintable(QString::asprintf("node %d at %.2f: %d", node, zoom, red)));
        }
}

QTEST_MAIN(TestStates)
#include "tst_states.moc"
