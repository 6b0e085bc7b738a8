// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/models/layout/sample_fleets.h"
#include "ui/diagram/diagram_painter.h"
#include "ui/diagram/scene/dots.h"
#include "ui/diagram/scene/scene_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace snowmelt;

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

/// One box in shades of grey, cut out of the painted diagram.
QImage greyOf(const Blueprint& blueprint, const FleetState& fleet, const QString& part, bool dark,
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
    return image.convertToFormat(QImage::Format_Grayscale8);
}

/// Pixels that differ by an amount an eye sees, without the lines of text: they differ anyhow.
int differing(const QImage& a, const QImage& b, const QRect& within)
{
    int count = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            count += qAbs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24;
    return count;
}

} // namespace

class TestStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void healthSurvivesGreyscale_data();
    void healthSurvivesGreyscale();
    void driftIsAnotherChannel();
    void plannedIsNoHealth();
    void driftModeKeepsIllness();
    void aGroupOfTwoSidesHasOneRing();
    void dotsTellHealthWithoutHue_data();
    void dotsTellHealthWithoutHue();
    void whatIsDownIsSeenFromAnywhere();
};

void TestStates::healthSurvivesGreyscale_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("dark");
    for (bool dark : {false, true}) {
        QTest::addRow("node %s", dark ? "dark" : "light") << u"web-1"_qs << 3 << dark;
        QTest::addRow("cell %s", dark ? "dark" : "light") << u"web-1"_qs << 40 << dark;
        QTest::addRow("balancer %s", dark ? "dark" : "light") << u"edge"_qs << 3 << dark;
        QTest::addRow("database %s", dark ? "dark" : "light") << u"orders"_qs << 3 << dark;
    }
}

/// Border and glyph alone tell any two states apart: for cards the text columns are left out of the comparison.
void TestStates::healthSurvivesGreyscale()
{
    QFETCH(QString, part);
    QFETCH(int, size);
    QFETCH(bool, dark);
    const Blueprint blueprint = sample::shop(size);
    QList<QImage> pictures;
    for (Health health : everyHealth)
        pictures << greyOf(blueprint, withFirst(blueprint, health), part, dark);
    for (int a = 0; a < pictures.size(); ++a)
        for (int b = a + 1; b < pictures.size(); ++b) {
            const QImage& one = pictures[a];
            const QRect top(0, 0, one.width(), 10);
            const int border = differing(one, pictures[b], top);
            QVERIFY2(border >= one.width() / 8,
                     qPrintable(QString::asprintf("states %d and %d: border %d", a, b, border)));
            const int all = differing(one, pictures[b], one.rect());
            QVERIFY2(all >= 60, qPrintable(QString::asprintf("states %d and %d: %d pixels", a, b, all)));
        }
}

void TestStates::driftIsAnotherChannel()
{
    const Blueprint blueprint = sample::shop();
    for (Health health : everyHealth) {
        FleetState fleet = withFirst(blueprint, health);
        const QImage clean = greyOf(blueprint, fleet, u"web-1"_qs, false);
        fleet.groups[0].nodes[0].driftCount = 4;
        const QImage drifted = greyOf(blueprint, fleet, u"web-1"_qs, false);
        QVERIFY(differing(clean, drifted, clean.rect()) > 20);
        QCOMPARE(differing(clean, drifted, QRect(0, 0, 150, clean.height())), 0);
    }
}

void TestStates::plannedIsNoHealth()
{
    const Blueprint blueprint = sample::shop();
    const QImage ghost = greyOf(blueprint, {}, u"web-1"_qs, false);
    for (Health health : everyHealth)
        QVERIFY(differing(ghost, greyOf(blueprint, withFirst(blueprint, health), u"web-1"_qs, false), ghost.rect()) >
                60);
}

void TestStates::driftModeKeepsIllness()
{
    for (int size : {3, 40}) {
        const Blueprint blueprint = sample::shop(size);
        const auto picture = [&](Health health) {
            return greyOf(blueprint, withFirst(blueprint, health), u"web-1"_qs, false, DiagramMode::Drift);
        };
        for (Health health : {Health::Degraded, Health::Down, Health::Unknown})
            QVERIFY(differing(picture(Health::Healthy), picture(health), picture(health).rect()) > 60);
    }
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

void TestStates::dotsTellHealthWithoutHue_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    for (bool dark : {false, true})
        for (const QSize& size : {QSize(4, 4), QSize(6, 5), QSize(8, 7)})
            QTest::addRow("%dx%d %s", size.width(), size.height(), dark ? "dark" : "light") << size << dark;
}

void TestStates::dotsTellHealthWithoutHue()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    const Theme& theme = Theme::of(dark);
    QList<QImage> pictures;
    for (Health health : everyHealth) {
        QImage image(16, 16, QImage::Format_RGB32);
        image.fill(theme.group);
        QPainter painter(&image);
        Dots dots(theme, DiagramMode::Health, 1);
        SceneMark mark;
        mark.kind = BoxKind::Cell;
        mark.health = health;
        dots.add(mark, QRect(QPoint(4, 4), size), false);
        dots.paint(&painter);
        painter.end();
        pictures << image.convertToFormat(QImage::Format_Grayscale8);
    }
    for (int a = 0; a < pictures.size(); ++a)
        for (int b = a + 1; b < pictures.size(); ++b)
            QVERIFY2(differing(pictures[a], pictures[b], pictures[a].rect()) >= size.width() * size.height() / 4,
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

QTEST_MAIN(TestStates)
#include "tst_states.moc"
