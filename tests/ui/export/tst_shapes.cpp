// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/export/hostile_fleet.h"
#include "ui/export/diagram_sheet.h"
#include "ui/export/field.h"
#include "ui/export/legend.h"
#include "ui/export/png_writer.h"
#include "ui/export/shape_recorder.h"
#include "ui/export/svg_writer.h"

#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <functional>

using namespace snowmelt;

namespace {

Sheet sheetFor(const Blueprint& blueprint, const FleetState& fleet, bool dark = false)
{
    return sheetOf(layoutFleet(blueprint, fleet), {dark, DiagramMode::Health, u"podman"_qs, {}});
}

const TextShape* textOf(const Sheet& sheet, const QString& text)
{
    for (const Shape& shape : sheet.shapes)
        if (const auto* own = std::get_if<TextShape>(&shape); own && own->text == text)
            return own;
    return nullptr;
}

} // namespace

class TestShapes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsPaintedIsKept();
    void picturesOfPixelsAreNotLostInSilence();
    void textStandsByItsOwnEnd();
    void svgIsPlain();
    void svgOfHostileNames();
    void svgHasEveryNameWhole();
    void scaledAndBackIsTheSame();
    void thousandsAreBounded();
    void fieldsKeepEveryState();
    void fieldsHaveTheirMode();
    void theLegendIsOfItsMode();
};

void TestShapes::whatIsPaintedIsKept()
{
    ShapeRecorder recorder({100, 50});
    QPainter painter(&recorder);
    painter.translate(10, 5);
    painter.scale(2, 2);
    painter.setPen(QPen(Qt::red, 1.5));
    painter.setBrush(Qt::blue);
    painter.drawRect(QRectF(0, 0, 4, 3));
    painter.setOpacity(0.5);
    painter.drawLine(QPointF(1, 1), QPointF(2, 2));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(0, 0, 1, 1));
    painter.end();
    const QList<Shape> shapes = recorder.take();
    QCOMPARE(shapes.size(), 2);
    const auto& rect = std::get<InkShape>(shapes[0]);
    QCOMPARE(rect.path.boundingRect(), QRectF(10, 5, 8, 6));
    QCOMPARE(rect.pen.widthF(), 3.0);
    QCOMPARE(rect.fill, QColor(Qt::blue));
    const auto& line = std::get<InkShape>(shapes[1]);
    QVERIFY(!line.fill.isValid());
    QVERIFY(qAbs(line.pen.color().alphaF() - 0.5) < 0.01);
}

void TestShapes::picturesOfPixelsAreNotLostInSilence()
{
    ShapeRecorder recorder({100, 50});
    QPainter painter(&recorder);
    QVERIFY(!recorder.hasLost());
    painter.drawImage(0, 0, QImage(4, 4, QImage::Format_RGB32));
    painter.end();
    QVERIFY(recorder.hasLost());
}

void TestShapes::textStandsByItsOwnEnd()
{
    const Sheet sheet = sheetFor(sample::shop(), sample::up(sample::shop()));
    const TextShape* clients = textOf(sheet, u"clients"_qs);
    QVERIFY(clients && clients->align & Qt::AlignHCenter);
    const TextShape* share = textOf(sheet, u"33 %"_qs);
    QVERIFY(share && share->align & Qt::AlignHCenter);
    const TextShape* count = textOf(sheet, u"3 / 3 healthy"_qs);
    QVERIFY(count && count->align & Qt::AlignRight);
    QVERIFY(svgOf(sheet).contains("text-anchor=\"end\""));
}

/// What every reader of SVG draws alike: shapes and text, no style sheets, no pixels, one root. A group is around a
/// text that is cut.
void TestShapes::svgIsPlain()
{
    const QByteArray svg = svgOf(sheetFor(sample::shop(), sample::swapping(sample::shop())));
    QXmlStreamReader xml(svg);
    QSet<QString> names;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement)
            names << xml.name().toString();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    names.remove(u"g"_qs);
    QCOMPARE(names, QSet<QString>({u"svg"_qs, u"title"_qs, u"desc"_qs, u"rect"_qs, u"path"_qs, u"text"_qs}));
    QVERIFY(svg.contains("sans-serif"));
    QVERIFY2(svg.size() < 120'000, qPrintable(QString::number(svg.size())));
}

void TestShapes::svgOfHostileNames()
{
    const auto [blueprint, fleet] = sample::hostile();
    QXmlStreamReader xml(svgOf(sheetFor(blueprint, fleet)));
    QStringList texts;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(texts.contains(u"웹서버-가나다"_qs));
    QVERIFY(texts.contains(u"a\"b"_qs));
    for (const QString& text : texts)
        QVERIFY2(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x202E)), qPrintable(text));
}

/// Names that are the same as far as there is room for them, how many nodes there will be, and where.
void TestShapes::svgHasEveryNameWhole()
{
    Blueprint blueprint = sample::shop();
    blueprint.groups[0].name = u"service-with-a-name-as-long-as-1"_qs;
    blueprint.groups[0].zones = {u"seoul-1"_qs, u"seoul-2"_qs};
    blueprint.balancers[0].serves = {blueprint.groups[0].name};
    blueprint.balancers[0].zones = {u"busan-1"_qs, u"busan-2"_qs};
    blueprint.databases[0].zones = {u"jeju-1"_qs, u"jeju-2"_qs};
    const QString svg = QString::fromUtf8(svgOf(sheetFor(blueprint, {})));
    QVERIFY(!svg.contains(u">service-with-a-name-as-long-as-1</text>"));
    const QStringList wanted{u"<title>service-with-a-name-as-long-as-1</title>"_qs, u">3 node"_qs,
                             u"zone seoul-1, seoul-2"_qs, u"zone busan-1, busan-2"_qs, u"zone jeju-1, jeju-2"_qs};
    for (const QString& text : wanted)
        QVERIFY2(svg.contains(text), qPrintable(text));
}

/// Placing scales lines and letters alike.
void TestShapes::scaledAndBackIsTheSame()
{
    const Sheet sheet = sheetFor(sample::shop(), sample::swapping(sample::shop()));
    const QImage once = imageOf(sheet, 1);
    const QImage moved = imageOf({sheet.size, sheet.paper, {}, {}, placed(placed(sheet.shapes, 2, {}), 0.5, {})}, 1);
    QCOMPARE(once.size(), moved.size());
    int different = 0;
    for (int y = 0; y < once.height(); ++y)
        for (int x = 0; x < once.width(); ++x)
            different += qAbs(qGray(once.pixel(x, y)) - qGray(moved.pixel(x, y))) > 24 ? 1 : 0;
    QVERIFY2(different < once.width() * once.height() / 500, qPrintable(QString::number(different)));
}

void TestShapes::thousandsAreBounded()
{
    const Blueprint blueprint = sample::shop(20'000);
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[7].health = Health::Down;
    const Sheet sheet = sheetFor(blueprint, fleet);
    QVERIFY2(sheet.shapes.size() < 400, qPrintable(QString::number(sheet.shapes.size())));
    const QByteArray svg = svgOf(sheet);
    QVERIFY2(svg.size() < 20'000 * 24, qPrintable(QString::number(svg.size())));
}

void TestShapes::fieldsKeepEveryState()
{
    const Blueprint blueprint = sample::shop(400);
    FleetState fleet = sample::up(blueprint);
    for (int i = 0; i < 5; ++i)
        fleet.groups[0].nodes[i].health = Health(i);
    fleet.groups[0].nodes[9].driftCount = 3;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    const Fielded fielded(diagram);
    QCOMPARE(fielded.cells(), 400);
    QVERIFY(fielded.diagram().indexOf(u"web-1"_qs) < 0);
    for (const DiagramEdge& edge : fielded.diagram().edges)
        QVERIFY(edge.from < fielded.diagram().boxes.size() && edge.to < fielded.diagram().boxes.size());
    const Sheet sheet = sheetOf(diagram, {});
    int cells = 0;
    for (const Shape& shape : sheet.shapes)
        if (const auto* ink = std::get_if<InkShape>(&shape); ink && ink->path.elementCount() >= 5)
            cells += ink->path.elementCount() % 5 == 0 ? ink->path.elementCount() / 5 : 0;
    QVERIFY2(cells >= 400, qPrintable(QString::number(cells)));
}

void TestShapes::fieldsHaveTheirMode()
{
    const Blueprint blueprint = sample::shop(400);
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[9].driftCount = 3;
    fleet.groups[0].nodes[10].image = sample::image(u"2.0.0"_qs);
    const Fielded fielded(layoutFleet(blueprint, fleet));
    const Theme& theme = Theme::light();
    const auto isPainted = [&](DiagramMode mode, const std::function<bool(const InkShape&)>& wanted) {
        ShapeRecorder recorder({10'000, 10'000});
        QPainter painter(&recorder);
        fielded.paint(&painter, {&theme, mode, {}});
        painter.end();
        const QList<Shape> shapes = recorder.take();
        return std::any_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
            const auto* ink = std::get_if<InkShape>(&shape);
            return ink && wanted(*ink);
        });
    };
    const auto isDrifted = [&](const InkShape& ink) { return ink.fill == theme.driftTint; };
    const auto isOther = [&](const InkShape& ink) { return ink.pen.color() == theme.ink; };
    QVERIFY(isPainted(DiagramMode::Drift, isDrifted) && !isPainted(DiagramMode::Health, isDrifted));
    QVERIFY(isPainted(DiagramMode::Image, isOther) && !isPainted(DiagramMode::Drift, isOther));
}

/// What a mode shows is explained in it, and in no other.
void TestShapes::theLegendIsOfItsMode()
{
    FleetState fleet = sample::up(sample::shop());
    fleet.groups[0].nodes[0].driftCount = 2;
    fleet.groups[0].nodes[1].driftCount.reset();
    fleet.groups[0].nodes[2].image = sample::image(u"2.0.0"_qs);
    const Diagram diagram = layoutFleet(sample::shop(), fleet);
    const auto explained = [&](DiagramMode mode) {
        QStringList texts;
        for (const LegendEntry& entry : legendOf(diagram, mode))
            texts << entry.text;
        return texts;
    };
    const QString drift = u"drift: number of differences"_qs;
    const QString partly = u"not scanned, or not all seen"_qs;
    const QString other = u"another image than the blueprint says"_qs;
    const auto wanted = [&](DiagramMode mode, bool hasPartly, bool hasOther) {
        const QStringList texts = explained(mode);
        return texts.contains(drift) && texts.contains(partly) == hasPartly && texts.contains(other) == hasOther;
    };
    QVERIFY(wanted(DiagramMode::Health, false, false));
    QVERIFY(wanted(DiagramMode::Drift, true, false));
    QVERIFY(wanted(DiagramMode::Image, false, true));
}

QTEST_MAIN(TestShapes)
#include "tst_shapes.moc"
