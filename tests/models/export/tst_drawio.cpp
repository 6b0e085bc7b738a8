// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/export/drawio.h"
#include "tests/models/export/hostile_fleet.h"

#include <QMap>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace snowmelt;

namespace {

const ExportHead head{QStringLiteral("podman"), QDateTime(QDate(2026, 3, 5), QTime(12, 0), Qt::UTC)};

struct Cell
{
    QString value;
    QMap<QString, QString> style;
    QString parent;
    QString source;
    QString target;
    bool vertex = false;
    bool edge = false;
    QRectF rect;
    QList<QPointF> points;
};

QMap<QString, QString> styleOf(const QString& text)
{
    QMap<QString, QString> style;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts))
        style.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
    return style;
}

/// The file as draw.io reads it: cells by id. Faults of the format are in `fault`.
struct Read
{
    QMap<QString, Cell> cells;
    QString name;
    QString fault;
};

Read read(const QByteArray& bytes)
{
    Read result;
    QXmlStreamReader xml(bytes);
    QString id;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const auto text = [&](const char* key) { return attributes.value(QLatin1String(key)).toString(); };
        if (xml.name() == u"diagram")
            result.name = text("name");
        if (xml.name() == u"mxCell") {
            id = text("id");
            if (result.cells.contains(id))
                result.fault += QStringLiteral("id %1 twice ").arg(id);
            result.cells.insert(id, {text("value"),
                                     styleOf(text("style")),
                                     text("parent"),
                                     text("source"),
                                     text("target"),
                                     text("vertex") == u"1",
                                     text("edge") == u"1",
                                     QRectF(),
                                     {}});
        } else if (xml.name() == u"mxGeometry") {
            result.cells[id].rect =
                QRectF(text("x").toDouble(), text("y").toDouble(), text("width").toDouble(), text("height").toDouble());
        } else if (xml.name() == u"mxPoint") {
            result.cells[id].points << QPointF(text("x").toDouble(), text("y").toDouble());
        }
    }
    if (xml.hasError())
        result.fault += xml.errorString();
    for (auto cell = result.cells.constBegin(); cell != result.cells.constEnd(); ++cell) {
        if (cell.key() != u"0" && !result.cells.contains(cell->parent))
            result.fault += QStringLiteral("%1 has no parent ").arg(cell.key());
        if (cell->edge && (!result.cells.contains(cell->source) || !result.cells.contains(cell->target)))
            result.fault += QStringLiteral("%1 hangs loose ").arg(cell.key());
    }
    return result;
}

QPointF absolute(const Read& file, const QString& id)
{
    QPointF at;
    for (QString cell = id; cell != u"1"; cell = file.cells[cell].parent)
        at += file.cells[cell].rect.topLeft();
    return at;
}

QString boxId(int box)
{
    return QStringLiteral("box-%1").arg(box);
}

} // namespace

class TestDrawio : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readBack_data();
    void readBack();
    void namesAreKept();
    void edgesKeepTheirWay();
    void largeGroupsAreOneBox();
    void cellsKeepTheirDrift();
};

void TestDrawio::readBack_data()
{
    QTest::addColumn<Diagram>("diagram");
    QTest::newRow("shop") << layoutFleet(sample::shop(), {});
    QTest::newRow("swap") << layoutFleet(sample::shop(), sample::swapping(sample::shop()));
    QTest::newRow("grand") << layoutFleet(sample::grand(), sample::up(sample::grand()));
    const auto [blueprint, fleet] = sample::hostile();
    QTest::newRow("hostile") << layoutFleet(blueprint, fleet);
    QTest::newRow("empty") << Diagram();
    for (quint32 seed = 1; seed <= 8; ++seed) {
        const auto [any, state] = sample::anything(seed);
        QTest::addRow("seed %u", seed) << layoutFleet(any, state);
    }
}

/// Every box is a cell where it stood, in the container it stood in; every edge hangs on the cells it joined.
void TestDrawio::readBack()
{
    QFETCH(Diagram, diagram);
    const Read file = read(drawioOf(diagram, head));
    QCOMPARE(file.fault, QString());
    for (int i = 0; i < diagram.boxes.size(); ++i) {
        const DiagramBox& box = diagram.boxes[i];
        const QString id = boxId(i);
        QVERIFY(file.cells.contains(id) && file.cells[id].vertex);
        QCOMPARE(file.cells[id].parent, box.container < 0 ? QStringLiteral("1") : boxId(box.container));
        QCOMPARE(file.cells[id].rect.size(), box.rect.size());
        const QPointF moved = absolute(file, id) - absolute(file, boxId(0));
        const QPointF wanted = box.rect.topLeft() - diagram.boxes[0].rect.topLeft();
        QVERIFY2((moved - wanted).manhattanLength() < 0.1, qPrintable(id));
        if (box.container >= 0)
            QCOMPARE(file.cells[boxId(box.container)].style.value(QStringLiteral("container")), QStringLiteral("1"));
    }
    QSet<std::pair<QString, QString>> wanted;
    for (const DiagramEdge& edge : diagram.edges)
        wanted.insert({boxId(edge.from), boxId(edge.to)});
    QSet<std::pair<QString, QString>> found;
    for (const Cell& cell : file.cells)
        if (cell.edge)
            found.insert({cell.source, cell.target});
    QCOMPARE(found, wanted);
}

void TestDrawio::namesAreKept()
{
    const auto [blueprint, fleet] = sample::hostile();
    const Diagram diagram = layoutFleet(blueprint, fleet);
    const Read file = read(drawioOf(diagram, head));
    const auto labelOf = [&](const QString& part) { return file.cells[boxId(diagram.indexOf(part))].value; };
    QVERIFY(labelOf(u"<script>alert(1)</script>"_qs).startsWith(u"<b>&lt;script&gt;alert(1)&lt;/script&gt;</b>"));
    QVERIFY(labelOf(u"웹서버-가나다"_qs).startsWith(u"<b>웹서버-가나다</b>"));
    QVERIFY(labelOf(QString(200, u'n')).contains(QString(200, u'n')));
    QCOMPARE(file.name, QStringLiteral("\"fleet\" <&> \\ 우리 `x`"));
}

void TestDrawio::edgesKeepTheirWay()
{
    Diagram diagram = layoutFleet(sample::shop(), sample::up(sample::shop()));
    DiagramEdge& edge = diagram.edges[0];
    const QPointF a = edge.start();
    const QPointF joint = a + QPointF(40, 90);
    edge.path = {a, a, joint, joint, joint, edge.end(), edge.end()};
    const Read file = read(drawioOf(diagram, head));
    const Cell& cell = file.cells[QStringLiteral("edge-0")];
    QCOMPARE(cell.points.size(), 1);
    const QPointF corner = diagram.boxes[0].rect.topLeft() - absolute(file, boxId(0));
    QVERIFY((cell.points.first() + corner - joint).manhattanLength() < 0.1);
    QCOMPARE(cell.style.value(QStringLiteral("exitX")), QStringLiteral("1"));
    QCOMPARE(cell.style.value(QStringLiteral("entryX")), QStringLiteral("0"));
}

void TestDrawio::largeGroupsAreOneBox()
{
    const Blueprint blueprint = sample::shop(2000);
    const Diagram diagram = layoutFleet(blueprint, sample::up(blueprint));
    const QByteArray bytes = drawioOf(diagram, head);
    const Read file = read(bytes);
    QCOMPARE(file.fault, QString());
    QVERIFY(bytes.size() < 50'000);
    QVERIFY(file.cells.size() < 40);
    const Cell& group = file.cells[boxId(diagram.indexOf(QStringLiteral("web")))];
    QVERIFY(!group.style.contains(QStringLiteral("container")));
    QVERIFY2(group.value.contains(u"2000"), qPrintable(group.value));
}

/// A cell has room for little: its number, and its differences or that they are not all known.
void TestDrawio::cellsKeepTheirDrift()
{
    const Blueprint blueprint = sample::shop(40);
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[3].driftCount = 2;
    fleet.groups[0].nodes[4].driftCount.reset();
    fleet.groups[0].nodes[5].driftComplete = false;
    const Diagram diagram = layoutFleet(blueprint, fleet);
    QCOMPARE(diagram.boxes[diagram.indexOf(u"web-4"_qs)].kind, BoxKind::Cell);
    const Read file = read(drawioOf(diagram, head));
    const auto labelOf = [&](const QString& part) { return file.cells[boxId(diagram.indexOf(part))].value; };
    QVERIFY2(labelOf(u"web-4"_qs).contains(u"4 Δ2"), qPrintable(labelOf(u"web-4"_qs)));
    QVERIFY2(labelOf(u"web-5"_qs).contains(u"5 Δ?"), qPrintable(labelOf(u"web-5"_qs)));
    QVERIFY2(labelOf(u"web-6"_qs).contains(u"6 Δ0?"), qPrintable(labelOf(u"web-6"_qs)));
    QVERIFY(!labelOf(u"web-7"_qs).contains(u'Δ'));
    QVERIFY(std::any_of(file.cells.begin(), file.cells.end(),
                        [](const Cell& cell) { return cell.value.startsWith(u"Δ2: two differences"); }));
}

QTEST_GUILESS_MAIN(TestDrawio)
#include "tst_drawio.moc"
