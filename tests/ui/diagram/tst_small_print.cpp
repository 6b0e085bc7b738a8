// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/layout/layout_fleet.h"
#include "tests/models/layout/sample_fleets.h"
#include "ui/diagram/pencil.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace snowmelt;

namespace {

constexpr QRgb paper = 0xffffffff;

/// Where something is painted; null: nowhere.
QRect painted(const QImage& image)
{
    QRect found;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != paper)
                found |= QRect(x, y, 1, 1);
    return found;
}

template <typename Paint>
QImage pictureBy(double zoom, Paint paint, DiagramMode mode = DiagramMode::Health)
{
    QImage image(240, 120, QImage::Format_ARGB32_Premultiplied);
    image.fill(paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    TextPainter text;
    paint(Pencil{&painter, Theme::light(), text, mode, {}, zoom});
    painter.end();
    return image;
}

template <typename Paint>
QRect paintedBy(double zoom, Paint paint)
{
    return painted(pictureBy(zoom, paint));
}

DiagramEdge draining()
{
    DiagramEdge edge;
    edge.labelled = true;
    edge.sessions = 4;
    edge.side = Side::Blue;
    edge.path = {{0, 60}, {0, 60}, {240, 60}, {240, 60}};
    edge.labelAt = {120, 60};
    return edge;
}

QRect labelOf(const DiagramEdge& edge)
{
    return paintedBy(1, [&](const Pencil& pencil) { paintEdgeLabel(pencil, edge, {}); });
}

} // namespace

/// What is printed where there is little room, and what is left out there.
class TestSmallPrint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void farAwayANameStaysWithinItsShape();
    void wordsKeepClearOfOtherEdges();
    void aShareThatHasNoRoomIsLeftOut();
    void inTheModeOfDriftFiguresAreDifferences();
    void aNameOfAFewLettersIsLeftOut();
};

void TestSmallPrint::farAwayANameStaysWithinItsShape()
{
    const Blueprint blueprint = sample::shop(3);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    for (const QString& part : {u"edge"_qs, u"orders"_qs})
        for (double zoom = 0.1; zoom < 0.38; zoom += 0.05) {
            DiagramBox box = diagram.boxes[diagram.indexOf(part)];
            box.part = u"a-name-that-is-longer-than-its-shape"_qs;
            QRectF place({}, box.rect.size() * zoom);
            place.moveCenter({120, 60});
            const QRect all = paintedBy(zoom, [&](const Pencil& pencil) { paintMachine(pencil, box, place); });
            QVERIFY(!all.isNull());
            QVERIFY2(place.toAlignedRect().adjusted(-2, -2, 2, 2).contains(all), qPrintable(QString::number(zoom)));
        }
}

void TestSmallPrint::wordsKeepClearOfOtherEdges()
{
    DiagramEdge edge = draining();
    const QRect words = labelOf(edge);
    edge.walls = {{120, 10, 120, 40}}; // passes above
    QCOMPARE(labelOf(edge), words);
    // Through the last letters: the number alone still has room.
    const int beside = words.right() - 2;
    edge.walls = {QLineF(beside, 10, beside, 110)};
    const QRect number = labelOf(edge);
    QVERIFY(!number.isNull());
    QVERIFY(number.right() < beside);
    edge.walls = {{120, 10, 120, 110}};
    QVERIFY(labelOf(edge).isNull());
}

void TestSmallPrint::aShareThatHasNoRoomIsLeftOut()
{
    DiagramEdge edge = draining();
    edge.share = 0.33;
    edge.sessions = 0;
    const QRect share = labelOf(edge);
    QVERIFY(!share.isNull());
    edge.walls = {QLineF(share.right(), 10, share.right(), 110)};
    QVERIFY(labelOf(edge).isNull());
}

/// Of a node that is ill and has none there is no figure, and of one that is down as well there is.
void TestSmallPrint::inTheModeOfDriftFiguresAreDifferences()
{
    const auto cell = [](const QString& name, Health health, int differences, DiagramMode mode) {
        NodeFigure figure{sample::running(name, u"web"_qs, Role::Node, sample::image(u"1.0.0"_qs))};
        figure.state.health = health;
        figure.state.driftCount = differences;
        figure.state.driftComplete = true;
        DiagramBox box;
        box.kind = BoxKind::Cell;
        box.part = name;
        box.facts = figure;
        return pictureBy(
            1, [&](const Pencil& pencil) { paintNode(pencil, box, QRectF(40, 40, 40, 32)); }, mode);
    };
    for (Health health : {Health::Degraded, Health::Down, Health::Draining, Health::Unknown}) {
        const QImage first = cell(u"web-1"_qs, health, 0, DiagramMode::Drift);
        QCOMPARE(cell(u"web-8"_qs, health, 0, DiagramMode::Drift), first);
        QVERIFY(cell(u"web-1"_qs, health, 7, DiagramMode::Drift) != first);
        QVERIFY(cell(u"web-8"_qs, health, 0, DiagramMode::Health) != cell(u"web-1"_qs, health, 0, DiagramMode::Health));
    }
}

/// Far away it is said whole, or cut so that it still tells one group from another, or not at all.
void TestSmallPrint::aNameOfAFewLettersIsLeftOut()
{
    const Blueprint blueprint = sample::shop(40);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    DiagramBox box = diagram.boxes[diagram.indexOf(u"web"_qs)];
    const auto isSaid = [&](const QString& name, double width) {
        box.part = name;
        return !paintedBy(0.1, [&](const Pencil& pencil) {
                    paintGroupName(pencil, box, QRectF(20, 20, width, 60));
                }).isNull();
    };
    QVERIFY(isSaid(u"web"_qs, 48));
    QVERIFY(!isSaid(u"service-with-a-long-name-000"_qs, 48));
    QVERIFY(isSaid(u"service-with-a-long-name-000"_qs, 120));
}

QTEST_MAIN(TestSmallPrint)
#include "tst_small_print.moc"
